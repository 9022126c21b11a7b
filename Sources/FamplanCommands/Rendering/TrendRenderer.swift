package import FamplanAPI

/// How a family's weeks went, one small bar each: what was logged in weeks that are over, else what is planned.
package struct TrendRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<BalanceReport>, on page: inout Page) throws {
        let report = document.body
        let weeks = report.weeks ?? []
        guard !report.people.isEmpty, !weeks.isEmpty else {
            return page.addNobody()
        }
        page.add(Text("\(counted(weeks.count, "week")) \(try rangeWords(report.from, report.to))", .bold))
        let names = Names(report.names)
        for kind in Trend.Kind.allCases {
            let trends = report.people.map { Trend(of: $0.person, kind, in: weeks) }.filter { $0.most > 0 }
            guard !trends.isEmpty else { continue }
            page.addGap()
            page.add(Text(kind.title, .bold))
            var table = Table([Table.Column(least: 6), Table.Column(), Table.Column(least: 12)], indent: 2)
            let most = trends.map(\.most).max() ?? 0
            for trend in trends { table.add(trend.row(names[trend.person], scale: most, kind.style)) }
            page.add(table)
        }
        page.addGap()
        let isLogged = weeks.contains { $0.people.contains { $0.actual != nil } }
        let words =
            isLogged
            ? "One bar is one week: what was logged where it is over and something was, else what is planned."
            : "One bar is one week, as planned: nothing was logged."
        page.add(Text(words, .dim), indent: 0)
    }
}

/// One sort of one person's time, week by week.
private struct Trend {
    enum Kind: CaseIterable {
        case care, work, admin

        var title: String {
            switch self {
            case .care: "Care"
            case .work: "Work"
            case .admin: "Admin"
            }
        }

        var style: Style {
            switch self {
            case .care: .green
            case .work: .blue
            case .admin: .cyan
            }
        }

        /// What was logged, and what was planned.
        func minutes(_ person: PersonBalance) -> (actual: Double?, planned: Double) {
            switch self {
            case .care: (person.actual?.careMinutes, person.careMinutes)
            case .work: (person.actual?.workMinutes, person.workMinutes)
            case .admin: (person.actual?.adminMinutes, person.adminMinutes)
            }
        }
    }

    private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    let person: String
    private let minutes: [Double]

    init(of person: String, _ kind: Kind, in weeks: [BalanceWeek]) {
        self.person = person
        minutes = weeks.map { week in
            guard let own = week.people.first(where: { $0.person == person }) else { return 0 }
            let (actual, planned) = kind.minutes(own)
            return (week.actualTo == week.to ? actual : nil) ?? planned
        }
    }

    var most: Double { minutes.max() ?? 0 }

    func row(_ name: String, scale: Double, _ style: Style) -> [Text] {
        let mean = minutes.reduce(0, +) / Double(minutes.count)
        let last = minutes.last ?? 0
        return [
            Text(name), Text(String(minutes.map { bar($0, scale) }), style),
            Text("last \(amount(last)), mean \(amount(mean))"),
        ]
    }

    private func bar(_ minutes: Double, _ scale: Double) -> Character {
        guard minutes > 0, scale > 0 else { return "⋅" }
        return Self.bars[min(Int(minutes / scale * 8), 7)]
    }

    private func amount(_ minutes: Double) -> String { amountWords(minutes: Int(minutes.rounded())) }
}
