package import FamplanAPI

/// Shows one document to people. What programs read is the document itself, with `--json`.
package protocol Renderer<Body>: Sendable {
    associatedtype Body: Codable & Sendable

    /// - Throws: ``ClientError`` where the document holds times that can't be read.
    func render(_ document: Document<Body>, on page: inout Page) throws
}

/// Names by id, the id itself where there is none.
struct Names: Sendable {
    private let names: [String: String]

    init(_ names: [String: String]) {
        self.names = names
    }

    init(_ people: [PersonItem], besides others: [String: String] = [:]) {
        names = others.merging(people.map { ($0.id, $0.name) }) { _, person in person }
    }

    subscript(id: String) -> String { names[id] ?? id }

    /// `Maya, Kofi`.
    func list(_ ids: [String]) -> String { ids.map { self[$0] }.joined(separator: ", ") }

    /// `Ama`, `Ama for Noah`.
    func people(of item: AgendaItem) -> String {
        guard !item.for.isEmpty else { return list(item.people) }
        return list(item.people) + (item.people.isEmpty ? "for " : " for ") + list(item.for)
    }
}

extension Style {
    /// The colour of a kind of entry, the same in every list and drawing.
    static func of(kind: String) -> Style {
        switch kind {
        case "work": .blue
        case "care": .green
        case "school": .cyan
        case "appointment": .magenta
        case "away": .yellow
        default: []
        }
    }
}

extension Page {
    /// Of a household without people.
    mutating func addNobody() {
        add(Text("Nobody lives here yet."))
        addGap()
        addHint("Set up a household by answering questions", "famplan init")
        addHint("Or from its file", "famplan apply FILE")
    }

    /// What would be useful to do next. The command stays in one piece, to be copied.
    mutating func addHint(_ purpose: String, _ command: String) {
        let line = Text("\(purpose): \(command)", .dim)
        guard line.width > look.width else { return add(line) }
        add(Text("\(purpose):", .dim))
        add(Text("  \(command)", .dim))
    }
}

/// `1 conflict`, `2 conflicts`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// `from Mon 23 Nov to Sun 6 Dec`, `on Tue 24 Nov`: the range is half-open, its last day is meant.
func rangeWords(_ from: String, _ to: String) throws -> String {
    let range = try Stretch(from, to)
    guard range.start.second == 0, range.end.second == 0 else {
        return "from \(range.start.words) to \(range.end.words)"
    }
    if range.lastDay <= range.start.day { return "on \(range.start.day.words)" }
    return "from \(range.start.day.words) to \(range.lastDay.words)"
}

/// The heading of a day: its name, the year where it is not this one, and whether it is today.
func dayHeading(_ day: Day, now: Moment) -> Text {
    let words = day.parts.year == now.day.parts.year ? day.words : day.fullWords
    return Text(words, .bold) + (day == now.day ? Text(" · today", [.bold, .cyan]) : Text())
}

/// What closes a gap.
func careCommand(for child: String, _ gap: Stretch) -> String {
    "famplan add care --who WHO --for \(child) --start \(gap.start.wall) --duration \(gap.seconds / 60)m"
}
