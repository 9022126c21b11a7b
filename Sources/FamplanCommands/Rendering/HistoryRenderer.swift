package import FamplanAPI

/// Who changed what, when, before and after.
package struct HistoryRenderer: Renderer {
    /// Whether all of a change is shown, and not its outline.
    let isFull: Bool

    package init(isFull: Bool = false) {
        self.isFull = isFull
    }

    package func render(_ document: Document<History>, on page: inout Page) throws {
        let changes = document.body.changes
        guard let newest = changes.first else {
            page.add(Text("Nothing has been changed yet."))
            page.addGap()
            return page.addHint("Set up a household by answering questions", "famplan init")
        }
        let now = try Moment(document.now)
        for change in changes {
            page.addGap()
            page.add(try heading(change, now: now), indent: 0, hanging: 6)
            ThingLines(indent: 6, most: isFull ? .max : 12, isFull: isFull).add(change.things, on: &page)
        }
        let takable = changes.first { $0.undoneBy == nil && $0.undoes == nil } ?? newest
        page.addGap()
        page.addHint("Take one back", "famplan undo \(takable.id)")
    }

    private func heading(_ change: HistoryItem, now: Moment) throws -> Text {
        let at = try Moment(change.at)
        let day = at.day.parts.year == now.day.parts.year ? at.day.words : at.day.fullWords
        var line = Text(String(change.id), [.bold, .yellow]).padded(to: 4) + Text("  \(day) \(at.clock)  ", .dim)
        line += Text(change.actor, .bold) + Text("  \(change.summary)")
        if let undone = change.undoneBy { line += Text(" (taken back by \(undone))", .dim) }
        if let undoes = change.undoes { line += Text(" (takes back \(undoes))", .dim) }
        return line
    }
}
