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
        page.add(table(report, isNarrow: page.look.width < 76))
        addNotes(report, on: &page)
        for forecast in report.forecasts { try add(forecast, on: &page) }
    }

    /// - Parameter isNarrow: there is no room for what an hour comes to and for targets.
    private func table(_ report: IncomeReport, isNarrow: Bool) -> Table {
        let currency = Self.onlyCurrency(of: report)
        let unit = currency.map { ", \($0)" } ?? ""
        var table = Table([
            Table.Column(least: 10), Table.Column(), Table.Column(), Table.Column(least: 11, isNumber: true),
            Table.Column(least: 11, isNumber: true), Table.Column(least: 9, isNumber: true),
            Table.Column(least: 11, isNumber: true),
        ])
        let head = ["", "paid h", "other h", "earned\(unit)", "expected", "an hour", "target"]
        var rows = [head.map { Text($0, .dim) }] + report.groups.map { row($0, Text($0.name), in: currency) }
        if report.groups.count > 1 { rows.append(row(report.total, Text("All", .bold), isAdded: true, in: currency)) }
        for row in rows { table.add(isNarrow ? row.dropLast(2) + [Text(), Text()] : row) }
        return table
    }

    /// The currency of all the money in the table; nil: there are several.
    private static func onlyCurrency(of report: IncomeReport) -> String? {
        let money = (report.groups + [report.total]).flatMap { group in
            [group.planned, group.actual, group.expected].flatMap { $0.money + ($0.hourly.map { [$0] } ?? []) }
                + group.target
        }
        let currencies = Set(money.map(\.currency))
        return currencies.count == 1 ? currencies.first : nil
    }

    /// - Parameters:
    ///   - isAdded: whether money is added up where that can be done; else each currency by itself.
    ///   - currency: what goes without saying.
    private func row(_ group: IncomeGroupItem, _ name: Text, isAdded: Bool = false, in currency: String?) -> [Text] {
        let (actual, planned, expected) = (group.actual, group.planned, group.expected)
        func other(_ figures: IncomeFiguresItem) -> Double { figures.otherMinutes + figures.adminMinutes }
        return [
            name, hours(actual.billableMinutes, of: planned.billableMinutes), hours(other(actual), of: other(planned)),
            words(money(actual, isAdded), without: currency), words(money(expected, isAdded), without: currency),
            words(expected.hourly.map { [$0] } ?? [], without: currency),
            words(group.target, dim: true, without: currency),
        ]
    }

    /// `21.5/24`: worked, of what is planned.
    private func hours(_ actual: Double, of planned: Double) -> Text {
        guard actual > 0 || planned > 0 else { return Text() }
        return Text(hourWords(actual)) + Text("/" + hourWords(planned), .dim)
    }

    private func money(_ figures: IncomeFiguresItem, _ isAdded: Bool) -> [MoneyItem] {
        guard isAdded, figures.money.count > 1, let total = figures.total else { return figures.money }
        return [total]
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
        table.add([Text("earned so far", .dim), orNothing(words(money(all.actual, true)))])
        table.add([Text("expected", .dim), orNothing(words(money(all.expected, true)))])
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
    ///
    /// - Parameter currency: the one that goes without saying.
    private func words(_ money: [MoneyItem], dim: Bool = false, without currency: String? = nil) -> Text {
        money.map { item in
            let unit = item.currency == currency ? "" : "\u{A0}\(item.currency)"
            return Text(item.amount + unit, dim ? .dim : [])
        }.joined(Text(" + ", .dim))
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
