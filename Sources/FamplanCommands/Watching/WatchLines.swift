internal import FamplanAPI

/// What somebody who watches has been told, and how it is told.
struct WatchLines {
    /// The last change that was told; nil before anything was.
    private(set) var after: Int?
    private var conflicts: [String: ConflictItem] = [:]
    /// The day of the last line.
    private var day: Day?

    /// The lines of one event; none where there is nothing new in it.
    mutating func lines(for document: Document<WatchEvent>, look: Look) throws -> String {
        var page = Page(look: look)
        let event = document.body
        let now = try Moment(document.now)
        defer { after = event.after }
        if after == nil {
            addTitle(event, zone: document.timeZone, on: &page)
            day = now.day
        }
        let news = try news(of: event, at: now)
        guard !news.isEmpty || event.change != nil else { return page.string }
        if day != now.day {
            page.add(Text(now.day.fullWords, .bold))
            day = now.day
        }
        if let change = event.change {
            let names = Names(event.names ?? [:])
            let line = Text(names[change.actor], .bold) + Text("  \(change.summary)")
            let at = try Moment(change.at)
            let clock = at.day == now.day ? at.clock : at.words
            page.add(Text("\(clock)  ", .dim) + line + Text("\u{A0}· \(change.id)", .dim), indent: 0, hanging: 7)
        }
        for (word, conflict) in news { try add(conflict, word, at: now, on: &page) }
        return page.string
    }

    private func addTitle(_ event: WatchEvent, zone: String, on page: inout Page) {
        let conflicts = event.conflicts ?? []
        page.addTitle("Watching", household: event.household ?? "", zone: zone)
        page.add(
            Text(
                "\(conflicts.isEmpty ? "No conflicts" : ConflictSum(conflicts).words) from today on. Ctrl-C ends it.",
                .dim
            ),
            indent: 0
        )
    }

    /// What became of conflicts. The first that is said of them all is no news; what is over is not resolved by that.
    private mutating func news(of event: WatchEvent, at now: Moment) throws -> [(word: String, conflict: ConflictItem)]
    {
        if let all = event.conflicts {
            let known = conflicts
            conflicts = Dictionary(all.compactMap { item in item.id.map { ($0, item) } }) { first, _ in first }
            guard after != nil else { return [] }
            let gone = try known.filter { try conflicts[$0.key] == nil && Moment($0.value.end).day >= now.day }
            let current: [(word: String, conflict: ConflictItem)] = all.compactMap { item in
                guard let id = item.id, known[id] != item else { return nil }
                return (known[id] == nil ? "found" : "altered", item)
            }
            return current + gone.sorted { $0.key < $1.key }.map { ("gone", $0.value) }
        }
        guard let conflict = event.conflict, let id = conflict.id else { return [] }
        conflicts[id] = event.event == "gone" ? nil : conflict
        return [(event.event, conflict)]
    }

    private func add(_ conflict: ConflictItem, _ word: String, at now: Moment, on page: inout Page) throws {
        var part = Page(look: page.look)
        var conflict = conflict
        // The mark says it, and the word to those who do not know the mark.
        if word == "gone" { conflict.message = "Resolved: \(conflict.message)" }
        if word == "altered" { conflict.message = "Changed: \(conflict.message)" }
        try ConflictLines().add(conflict, on: &part, indent: 7, isGone: word == "gone")
        for (number, line) in part.lines.enumerated() {
            page.add(number == 0 ? Text(now.clock, .dim) + line.dropping(Text("     ")) : line)
        }
    }
}
