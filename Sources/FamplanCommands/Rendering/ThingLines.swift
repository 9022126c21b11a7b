internal import FamplanAPI

/// What happened to things, field by field.
struct ThingLines {
    let indent: Int
    /// How many things are shown; the rest is counted.
    let most: Int
    /// Whether what is new, or gone, is told in full, and not in one line.
    let isFull: Bool

    func add(_ things: [ChangedThing], on page: inout Page) {
        for thing in things.prefix(most) {
            if thing.action == "edited" {
                addEdited(thing, on: &page)
            } else {
                addWhole(thing, on: &page)
            }
        }
        if things.count > most {
            page.add(Text("… and \(things.count - most) more", .dim), indent: indent)
        }
    }

    private func addEdited(_ thing: ChangedThing, on page: inout Page) {
        page.add(name(thing, mark: Text("~ ", .yellow)), indent: indent)
        for field in thing.fields {
            let before = Text(field.before ?? "nothing", .dim)
            let line = Text("\(field.field)  ") + before + Text(" → ") + Text(field.after ?? "nothing", .bold)
            page.add(line, indent: indent + 4, hanging: 2)
        }
    }

    /// Everything is new, or gone: the values alone say it.
    private func addWhole(_ thing: ChangedThing, on page: inout Page) {
        let isNew = thing.action == "added"
        let values = thing.fields.filter { $0.field != "id" }.map { "\($0.field) \($0.after ?? $0.before ?? "")" }
        let line =
            name(thing, mark: Text(isNew ? "+ " : "− ", isNew ? .green : .red))
            + Text(values.isEmpty ? "" : ": " + values.joined(separator: ", "), .dim)
        guard !isFull else { return page.add(line, indent: indent, hanging: 4) }
        page.add(Text(String(repeating: " ", count: indent)) + line.truncated(to: page.look.width - indent))
    }

    private func name(_ thing: ChangedThing, mark: Text) -> Text {
        // There is one household, and it is called so.
        mark + Text(thing.noun == thing.id ? "" : "\(thing.noun) ") + Text(thing.id, .bold)
    }
}
