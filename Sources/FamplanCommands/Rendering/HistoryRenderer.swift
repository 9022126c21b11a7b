package import FamplanAPI

/// Who changed what, when, before and after.
package struct HistoryRenderer: Renderer {
    /// How many things of one change are shown; the rest is counted.
    let most: Int

    package init(most: Int = 12) {
        self.most = most
    }

    package func render(_ document: Document<History>, on page: inout Page) throws {
        let changes = document.body.changes
        guard let newest = changes.first else {
            page.add(Text("Nothing has been changed yet."))
            page.addGap()
            return page.addHint("Begin with a household file", "famplan apply FILE")
        }
        let now = try Moment(document.now)
        for change in changes {
            page.addGap()
            page.add(try heading(change, now: now), indent: 0, hanging: 6)
            ThingLines.add(change.things, on: &page, indent: 6, most: most)
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

/// What happened to things, field by field.
enum ThingLines {
    static func add(_ things: [ChangedThing], on page: inout Page, indent: Int, most: Int) {
        for thing in things.prefix(most) { add(thing, on: &page, indent: indent) }
        if things.count > most {
            page.add(Text("… and \(things.count - most) more", .dim), indent: indent)
        }
    }

    private static func add(_ thing: ChangedThing, on page: inout Page, indent: Int) {
        let (mark, style): (String, Style) =
            switch thing.action {
            case "added": ("+", .green)
            case "removed": ("−", .red)
            default: ("~", .yellow)
            }
        let name = Text("\(mark) ", style) + Text("\(thing.noun) ") + Text(thing.id, .bold)
        guard thing.action == "edited" else {
            // Everything is new, or gone: values alone say it.
            let values = thing.fields.map { "\($0.field) \($0.after ?? $0.before ?? "")" }.joined(separator: ", ")
            page.add(name + Text(values.isEmpty ? "" : ": \(values)", .dim), indent: indent, hanging: 4)
            return
        }
        page.add(name, indent: indent)
        for field in thing.fields {
            let before = Text(field.before ?? "nothing", .dim)
            let line = Text("\(field.field)  ") + before + Text(" → ") + Text(field.after ?? "nothing", .bold)
            page.add(line, indent: indent + 4, hanging: 2)
        }
    }
}
