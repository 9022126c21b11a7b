package import FamplanAPI

/// The calendars that are followed, and how each is.
package struct FeedsRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<FeedList>, on page: inout Page) throws {
        let feeds = document.body.feeds
        guard !feeds.isEmpty else {
            page.add(Text("No calendar elsewhere is followed."))
            page.addGap()
            return page.addHint(
                "Follow a school’s closed days",
                "famplan feed add URL --role closure --entry ID --name NAME"
            )
        }
        for feed in feeds { try add(feed, on: &page) }
        guard let bad = feeds.first(where: { $0.trouble != nil }) else { return }
        page.addGap()
        page.addHint("Look again now", "famplan feed refresh \(bad.id)")
    }

    private func add(_ feed: FeedItem, on page: inout Page) throws {
        let closes = feed.closes.isEmpty ? "" : " of " + feed.closes.joined(separator: ", ")
        var line = Text(feed.name, .bold) + Text("  \(feed.id)  ", .dim) + Text(feed.role + closes)
        line += Text("  \(feed.address)", .dim)
        page.add(line, indent: 0, hanging: 2)
        let entries = feed.entries == 1 ? "1 entry" : "\(feed.entries) entries"
        var words = ["\(entries), \(feed.ahead) still to come"]
        words.append(try feed.lastSuccess.map { "last good on \(try Moment($0).words)" } ?? "never good so far")
        words.append(try feed.next.map { "next look on \(try Moment($0).words)" } ?? "not looked at by itself any more")
        page.add(Text(words.joined(separator: "; "), .dim), indent: 2)
        for warning in feed.warnings ?? [] {
            page.add(Text("- ", .yellow) + Text(warning), indent: 2, hanging: 4)
        }
        guard let trouble = feed.trouble else { return }
        let since = try feed.staleSince.map { "stale since \(try Moment($0).words): " } ?? ""
        page.add(Text("! ", [.bold, .red]) + Text(since + trouble), indent: 2, hanging: 4)
    }
}
