package import FamplanAPI

/// Ways out of a conflict, the best first.
package struct SuggestionsRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Suggestions>, on page: inout Page) throws {
        let body = document.body
        let lines = ConflictLines()
        try lines.add(body.conflict, on: &page)
        let id = body.conflict.id ?? ""
        guard let first = body.suggestions.first else {
            page.addGap()
            page.add(Text("Nothing was found that mends this without breaking something as bad."), indent: 0)
            return addHint(for: body.conflict, id, on: &page)
        }
        for suggestion in body.suggestions { try add(suggestion, names: Names(body.names), on: &page) }
        page.addGap()
        let number = body.suggestions.count == 1 ? "\(first.number)" : "N"
        page.addHint("Take \(body.suggestions.count == 1 ? "it" : "one")", "famplan suggest \(id) --take \(number)")
    }

    /// A child whom nobody has is nothing to live with.
    private func addHint(for conflict: ConflictItem, _ id: String, on page: inout Page) {
        if conflict.severity == "critical" {
            page.addHint("See the day", "famplan week \(conflict.start.prefix(10))")
        } else {
            page.addHint("Live with it", "famplan accept \(id) --reason WHY")
        }
    }

    private func add(_ suggestion: SuggestionItem, names: Names, on page: inout Page) throws {
        page.addGap()
        page.add(Text("\(suggestion.number)  ", [.bold, .cyan]) + Text(suggestion.title, .bold), indent: 0, hanging: 3)
        try ConflictLines().add(resolved: suggestion.resolved, created: suggestion.created, on: &page, indent: 3)
        let cost = CostWords(suggestion.cost, names: names).words
        if !cost.isEmpty { page.add(Text(cost, .dim), indent: 3, hanging: 2) }
    }
}

/// What a way out takes, in one line.
struct CostWords {
    let words: String

    init(_ cost: SuggestionCost, names: Names) {
        var parts: [String] = []
        if !cost.people.isEmpty { parts.append("concerns \(names.list(cost.people))") }
        if cost.movedMinutes > 0 { parts.append("moved by \(Self.length(cost.movedMinutes))") }
        parts += cost.deadlines.map { "\($0.title): \(Self.shift($0.bookedMinutes)) booked" }
        parts += cost.balance.compactMap { shift in
            let shifts = [("care", shift.careMinutes), ("work", shift.workMinutes), ("own time", shift.ownMinutes)]
            let told = shifts.filter { $1 != 0 }.map { "\(Self.shift($1)) \($0)" }
            return told.isEmpty ? nil : "\(names[shift.person]): \(told.joined(separator: ", "))"
        }
        words = parts.joined(separator: "\u{A0}· ")
    }

    /// `1 h 30 min more`, `20 min less`.
    private static func shift(_ minutes: Int) -> String {
        "\(length(abs(minutes))) \(minutes > 0 ? "more" : "less")"
    }

    private static func length(_ minutes: Int) -> String {
        let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
        let parts = [(days, days == 1 ? "day" : "days"), (hours, "h"), (rest, "min")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0)\u{A0}\($0.1)" }.joined(separator: "\u{A0}")
    }
}
