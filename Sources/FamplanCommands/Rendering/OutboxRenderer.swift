package import FamplanAPI

/// Messages on their way to people, the newest first.
package struct OutboxRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<OutboxList>, on page: inout Page) throws {
        let rows = document.body.rows
        guard !rows.isEmpty else { return page.add(Text("Nobody has been told anything yet.")) }
        let names = Names(document.body.names)
        for row in rows { try add(row, names, on: &page) }
        page.addGap()
        if let row = rows.first(where: { $0.state == "dead" }) ?? rows.first(where: { $0.isPending && $0.attempts > 0 })
        {
            page.addHint("Try one again", "famplan outbox retry \(row.id)")
        } else if let row = rows.first(where: \.isPending) {
            page.addHint("See what became of it", "famplan outbox")
            page.addHint("Do not send it", "famplan outbox drop \(row.id)")
        }
    }

    private func add(_ row: OutboxItem, _ names: Names, on page: inout Page) throws {
        let channel = row.channel + (row.address.map { " \($0)" } ?? "")
        var line = Text(String(row.id), [.bold, .yellow]).padded(to: 4) + Text("  ") + row.stateWords
        line += Text("  \(try Moment(row.createdAt).words)  ", .dim)
        line += Text(names[row.person], .bold) + Text(" by \(channel): \(row.title)")
        page.add(line, indent: 0, hanging: 6)
        if let words = try words(row) { page.add(Text(words, .dim), indent: 6) }
    }

    /// Why it is not there yet, or never will be.
    private func words(_ row: OutboxItem) throws -> String? {
        guard row.isPending else { return row.error }
        if !row.isConfigured { return "waits: the daemon's configuration has no channel “\(row.channel)”" }
        guard row.attempts > 0, let next = row.nextTry else { return nil }
        let tries = row.attempts == 1 ? "tried once" : "tried \(row.attempts) times"
        return "\(tries), again on \(try Moment(next).words)" + (row.error.map { ": \($0)" } ?? "")
    }
}

extension OutboxItem {
    fileprivate var isPending: Bool { state == "pending" }

    fileprivate var stateWords: Text {
        let style: Style =
            switch state {
            case "sent": .green
            case "dead": .red
            case "pending": .yellow
            default: .dim
            }
        return Text(state, style).padded(to: 7)
    }
}
