package import FamplanAPI

/// Hours and money: a line for each stream, person or client; then what the month and the quarter will have brought.
///
/// In the household's order, never by amount: nobody comes first.
package struct IncomeRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<IncomeReport>, on page: inout Page) throws {
        let report = document.body
        guard !report.groups.isEmpty else {
            page.add(Text("There are no income streams."))
            page.addGap()
            return page.addHint("Add one", "famplan stream add fjord --owner maya --kind client --rate 110.00/hour")
        }
        let days = try DayRange(report.from, report.to)
        page.add(Text("Income \(days.words)", .bold))
        page.addGap()
        page.add(table(report))
        addNotes(report, on: &page)
        for forecast in report.forecasts { try add(forecast, on: &page) }
    }

    private func table(_ report: IncomeReport) -> Table {
        var table = Table([
            Table.Column(least: 10), Table.Column(), Table.Column(), Table.Column(least: 10), Table.Column(least: 10),
            Table.Column(least: 8), Table.Column(least: 8),
        ])
        let head = ["", "paid h", "other h", "earned", "expected", "an hour", "target"]
        table.add(head.map { Text($0, .dim) })
        for group in report.groups { table.add(row(group, Text(group.name))) }
        if report.groups.count > 1 { table.add(row(report.total, Text("All", .bold), of: report.currency)) }
        return table
    }

    /// - Parameter currency: into which money is added up, where that can be done; nil: each by itself.
    private func row(_ group: IncomeGroupItem, _ name: Text, of currency: String? = nil) -> [Text] {
        let (actual, planned, expected) = (group.actual, group.planned, group.expected)
        func other(_ figures: IncomeFiguresItem) -> Double { figures.otherMinutes + figures.adminMinutes }
        let isAdded = currency != nil
        return [
            name, hours(actual.billableMinutes, of: planned.billableMinutes), hours(other(actual), of: other(planned)),
            money(actual, isAdded), money(expected, isAdded), words(expected.hourly.map { [$0] } ?? []),
            words(group.target, dim: true),
        ]
    }

    /// `21.5/24`: worked, of what is planned.
    private func hours(_ actual: Double, of planned: Double) -> Text {
        guard actual > 0 || planned > 0 else { return Text() }
        return Text(hourWords(actual)) + Text("/" + hourWords(planned), .dim)
    }

    private func money(_ figures: IncomeFiguresItem, _ isAdded: Bool) -> Text {
        guard isAdded, figures.money.count > 1, let total = figures.total else { return words(figures.money) }
        return words([total])
    }

    private func addNotes(_ report: IncomeReport, on page: inout Page) {
        page.addGap()
        page.add(Text("Hours: worked/planned. Expected: what was logged, and from now on the plan.", .dim), indent: 0)
        let byPlan = report.groups.filter { !$0.byPlan.isEmpty }.map {
            "\($0.name) (\($0.byPlan.joined(separator: ", ")))"
        }
        if !byPlan.isEmpty {
            page.add(Text("Nothing logged, so the plan stands: \(byPlan.joined(separator: ", ")).", .dim), indent: 0)
        }
        if !report.withoutRate.isEmpty {
            let missing = report.withoutRate.joined(separator: ", ")
            let words =
                "Not added up: there is no rate for \(missing) (exchange: { \(report.withoutRate[0]): … } in the household file)."
            page.add(Text(words, .yellow), indent: 0)
        }
        for group in report.groups { addBudget(of: group, on: &page) }
    }

    private func addBudget(of group: IncomeGroupItem, on page: inout Page) {
        guard let budget = group.budget else { return }
        var parts: [Text] = []
        if let all = budget.minutes {
            let part = Text("\(hourWords(budget.usedMinutes)) of \(hourWords(all)) h")
            parts.append(budget.usedMinutes > all ? part + Text(" (over)", .yellow) : part)
        }
        if let all = budget.money {
            parts.append(
                (budget.usedMoney.isEmpty ? Text("nothing") : words(budget.usedMoney)) + Text(" of ") + words([all])
            )
        }
        page.add(Text("Budget of \(group.name): ") + parts.joined(Text(", ")), indent: 0)
    }

    private func add(_ forecast: IncomeForecastItem, on page: inout Page) throws {
        let days = try DayRange(forecast.from, forecast.to)
        page.addGap()
        let all = forecast.all
        page.add(Text("By the end of the \(forecast.period) (\(days.last))", .bold))
        var table = Table([Table.Column(), Table.Column(least: 20)], indent: 2)
        table.add([Text("earned so far", .dim), orNothing(money(all.actual, true))])
        table.add([Text("expected", .dim), orNothing(money(all.expected, true))])
        if !all.target.isEmpty { table.add([Text("target", .dim), words(all.target)]) }
        if !forecast.risks.isEmpty {
            let risks = forecast.risks.map { risk in
                words(risk.money) + Text(" \(risk.name) (\(risk.conflicts.joined(separator: ", ")))")
            }
            table.add([Text("at risk", .yellow), risks.joined(Text("; "))])
        }
        page.add(table)
    }

    private func orNothing(_ text: Text) -> Text { text.isEmpty ? Text("nothing") : text }

    /// `1995.00 EUR + 12000 JPY`; the amount and its currency stay together.
    private func words(_ money: [MoneyItem], dim: Bool = false) -> Text {
        money.map { Text("\($0.amount)\u{A0}\($0.currency)", dim ? .dim : []) }.joined(Text(" + ", .dim))
    }
}

/// `21.5`: hours with at most two decimals, none where there is none.
func hourWords(_ minutes: Double) -> String {
    let hundredths = Int((minutes / 60 * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(padded(rest, 2))"
}

/// Whole days `[from, to)` in words.
private struct DayRange {
    let words: String
    let last: String

    init(_ from: String, _ to: String) throws {
        let range = try Stretch(from + "T00:00:00Z", to + "T00:00:00Z")
        last = range.lastDay.fullWords
        words = range.lastDay <= range.start.day ? "on \(last)" : "from \(range.start.day.fullWords) to \(last)"
    }
}
