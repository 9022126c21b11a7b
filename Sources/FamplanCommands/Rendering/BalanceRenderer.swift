package import FamplanAPI

/// Where the time goes: for each sort of it a bar for each person, all bars to one scale.
///
/// In the household's order, never by amount: nobody comes first.
package struct BalanceRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<BalanceReport>, on page: inout Page) throws {
        let report = document.body
        guard !report.people.isEmpty else {
            return page.addNobody()
        }
        page.add(Text("Planned time \(try rangeWords(report.from, report.to))", .bold))
        let groups = groups(of: report, names: Names(report.names))
        let scale = BarScale(groups.flatMap(\.rows), width: page.look.width)
        for group in groups {
            page.addGap()
            page.add(Text(group.title, .bold))
            for row in group.rows { page.add(scale.line(row, group.style)) }
        }
        try GoalLines(report.goals, names: Names(report.names)).add(to: &page)
        page.addGap()
        page.add(Text("Care that several have at once is shared equally among them.", .dim), indent: 0)
        try addActualWords(report, on: &page)
    }

    /// What “really” means, where anything was logged.
    private func addActualWords(_ report: BalanceReport, on page: inout Page) throws {
        guard let to = report.actualTo else { return }
        page.add(Text("Really: what was logged, up to \(try Moment(to).words).", .dim), indent: 0)
        let asPlanned = report.people.compactMap { person -> String? in
            guard let minutes = person.actual?.careAsPlannedMinutes, minutes >= 1 else { return nil }
            let name = Names(report.names)[person.person]
            return "\(name)’s \(amountWords(minutes: Int(minutes.rounded())))"
        }
        guard !asPlanned.isEmpty else { return }
        page.add(
            Text("Days without logged care count in it as planned: \(asPlanned.joined(separator: ", ")).", .dim),
            indent: 0,
            hanging: 2
        )
    }

    private func groups(of report: BalanceReport, names: Names) -> [BalanceGroup] {
        // Who only cares has no work and no own time to show.
        let active = report.people.filter {
            $0.workMinutes + $0.adminMinutes + $0.ownMinutes > 0 || $0.actual?.workMinutes != nil
        }
        let caring = report.people.filter { $0.careMinutes > 0 || $0.actual?.careMinutes != nil || active.contains($0) }
        func rows(
            _ people: [PersonBalance],
            _ minutes: KeyPath<PersonBalance, Double>,
            _ actual: KeyPath<ActualBalance, Double?>? = nil,
            _ planned: KeyPath<PlannedBalance, Double>? = nil
        ) -> [BalanceRow] {
            people.flatMap { person in
                let whole = BalanceRow(label: names[person.person], minutes: person[keyPath: minutes])
                guard let actual, let planned, let logged = person.actual, let real = logged[keyPath: actual] else {
                    return [whole]
                }
                let soFar = BalanceRow(label: "  so far", minutes: logged.planned[keyPath: planned])
                let really = BalanceRow(label: "  really", minutes: real, isActual: true)
                return report.actualTo == report.to ? [whole, really] : [whole, soFar, really]
            }
        }
        let weighed = active.flatMap { person -> [BalanceRow] in
            guard let minutes = person.weightedMinutes else { return [] }
            let planned = BalanceRow(label: names[person.person], minutes: minutes)
            guard report.actualTo == report.to, let really = person.actual?.weightedMinutes else { return [planned] }
            return [planned, BalanceRow(label: "  really", minutes: really, isActual: true)]
        }
        let together = BalanceRow(label: "All of you", minutes: report.togetherMinutes)
        let oneOnOne = report.oneOnOne.map {
            BalanceRow(label: "\(names[$0.person]) and \(names[$0.child])", minutes: $0.minutes)
        }
        let hasChildren = !report.oneOnOne.isEmpty
        let admin =
            active.contains { $0.adminMinutes + ($0.actual?.adminMinutes ?? 0) > 0 }
            ? rows(active, \.adminMinutes, \.adminMinutes, \.adminMinutes) : []
        return [
            BalanceGroup("Care", .green, rows(caring, \.careMinutes, \.careMinutes, \.careMinutes)),
            BalanceGroup("Work", .blue, rows(active, \.workMinutes, \.workMinutes, \.workMinutes)),
            BalanceGroup("Admin", .cyan, admin),
            BalanceGroup("Own time", .magenta, rows(active, \.ownMinutes)),
            BalanceGroup("Weighed together", [], weighed),
            BalanceGroup("Together", .yellow, hasChildren ? [together] : []),
            BalanceGroup("One-on-one", .yellow, oneOnOne),
        ].filter { !$0.rows.isEmpty }
    }
}

/// A sort of time.
private struct BalanceGroup {
    let title: String
    let style: Style
    let rows: [BalanceRow]

    init(_ title: String, _ style: Style, _ rows: [BalanceRow]) {
        self.title = title
        self.style = style
        self.rows = rows
    }
}

private struct BalanceRow {
    let label: String
    let minutes: Double
    /// Whether it was logged, and not planned: its bar is of another sort, so that both can be told apart without colour.
    var isActual = false

    var amount: String { amountWords(minutes: Int(minutes.rounded())) }
}

/// The columns, and how long a bar is: the longest takes the room there is.
private struct BarScale {
    private static let indent = "  "
    private let label: Int
    private let amount: Int
    private let cells: Int
    private let longest: Double

    init(_ rows: [BalanceRow], width: Int) {
        label = min(rows.map { Text($0.label).width }.max() ?? 0, max(width / 3, 12))
        amount = rows.map(\.amount.count).max() ?? 0
        cells = min(max(width - Self.indent.count - label - amount - 4, 4), 72)
        longest = rows.map(\.minutes).max() ?? 0
    }

    func line(_ row: BalanceRow, _ style: Style) -> Text {
        let label = Text(row.label).truncated(to: self.label).padded(to: self.label)
        let space = String(repeating: " ", count: amount - row.amount.count)
        let bar = Text(String(repeating: row.isActual ? "░" : "━", count: length(of: row.minutes)), style)
        return Text(Self.indent) + label + Text("  \(space)\(row.amount)  ") + bar
    }

    /// In cells; at least one for anything at all.
    private func length(of minutes: Double) -> Int {
        guard minutes > 0, longest > 0 else { return 0 }
        return max(Int((minutes / longest * Double(cells)).rounded()), 1)
    }
}

/// `52 h 30 min`: in hours however many, so that amounts can be compared.
func amountWords(minutes: Int) -> String {
    switch (minutes / 60, minutes % 60) {
    case (0, let rest): "\(rest) min"
    case (let hours, 0): "\(hours) h"
    case (let hours, let rest): "\(hours) h \(padded(rest, 2)) min"
    }
}
