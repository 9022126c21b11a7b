package import FamplanAPI

/// A document that lists things of one kind, and how each is told of.
package protocol ThingsShown: Codable, Sendable {
    static var words: ThingsWords { get }
    var shown: [ShownThing] { get }
    /// The id of one with which something can be done.
    var example: String? { get }
}

extension ThingsShown {
    package var example: String? { shown.first?.id }
}

/// What is said around a list of things.
package struct ThingsWords: Sendable {
    /// `There are no resources.`
    let none: String
    /// How narrow each cell of a line may be, the id left out; nil: as wide as it is.
    let columns: [Int?]
    /// A command that begins with them.
    let begin: (purpose: String, command: String)
    /// The command that shows all of one, and one that changes it, before the id and after it.
    let show: String
    let edit: (purpose: String, command: String, options: String)
}

/// One thing in words.
package struct ShownThing: Sendable {
    let id: String
    /// What stands above all that is said of it.
    let title: Text
    /// Its line, after the id.
    let cells: [Text]
    /// All that is said of it.
    let fields: [(label: String, value: Text)]
}

/// The things of one kind: a line each, or all that is said of them.
package struct ThingsRenderer<Body: ThingsShown>: Renderer {
    let isFull: Bool

    package init(isFull: Bool = false) { self.isFull = isFull }

    package func render(_ document: Document<Body>, on page: inout Page) throws {
        let (things, words) = (document.body.shown, Body.words)
        guard !things.isEmpty else {
            page.add(Text(words.none))
            page.addGap()
            return page.addHint(words.begin.purpose, words.begin.command)
        }
        if isFull { things.forEach { addFull($0, on: &page) } } else { page.add(list(things)) }
        page.addGap()
        guard let example = document.body.example else { return page.addHint(words.begin.purpose, words.begin.command) }
        if isFull {
            page.addHint(words.edit.purpose, "\(words.edit.command) \(example) \(words.edit.options)")
        } else {
            page.addHint("All of one", "\(words.show) \(example)")
        }
    }

    private func list(_ things: [ShownThing]) -> Table {
        var table = Table([Table.Column()] + Body.words.columns.map { Table.Column(least: $0) })
        for thing in things { table.add([Text(thing.id, .bold)] + thing.cells) }
        return table
    }

    private func addFull(_ thing: ShownThing, on page: inout Page) {
        page.addGap()
        page.add(thing.title)
        var table = Table([Table.Column(), Table.Column(least: 30)], indent: 2)
        for field in thing.fields { table.add([Text(field.label, .dim), field.value]) }
        page.add(table)
    }
}

extension [ThingName] {
    /// `entry noah-school, stream northwind`; nil where nothing is named.
    var words: Text? {
        isEmpty ? nil : Text(map { "\($0.noun) \($0.id)" }.joined(separator: ", "))
    }
}
