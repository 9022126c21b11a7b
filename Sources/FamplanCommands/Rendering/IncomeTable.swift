internal import FamplanAPI

/// Income for spreadsheets: a row for each group, each way to look at it and each currency.
struct IncomeTable {
    let report: IncomeReport

    init(_ report: IncomeReport) { self.report = report }

    /// Hours and what an hour comes to stand in a group's first row alone, so that a column can be added up.
    var csv: String {
        var csv = CSV([
            report.by, "name", "from", "to", "basis", "currency", "money", "target", "billable_minutes",
            "other_minutes",
            "admin_minutes", "hourly", "hourly_currency",
        ])
        for group in report.groups {
            for (basis, figures) in [
                ("planned", group.planned), ("actual", group.actual), ("expected", group.expected),
            ] {
                add(group, basis, figures, to: &csv)
            }
        }
        return csv.text
    }

    private func add(_ group: IncomeGroupItem, _ basis: String, _ figures: IncomeFiguresItem, to csv: inout CSV) {
        var currencies = figures.money.map(\.currency)
        for target in group.target where !currencies.contains(target.currency) { currencies.append(target.currency) }
        if currencies.isEmpty { currencies = [report.currency] }
        for (index, currency) in currencies.enumerated() {
            let first = index == 0
            func number(_ value: Double) -> CSV.Cell { first ? .value(Self.number(value)) : .nothing }
            csv.add([
                group.id.map(CSV.Cell.text) ?? .nothing, .text(group.name), .value(report.from), .value(report.to),
                .value(basis), .value(currency), amount(of: currency, in: figures.money) ?? .value("0"),
                amount(of: currency, in: group.target) ?? .nothing, number(figures.billableMinutes),
                number(figures.otherMinutes), number(figures.adminMinutes),
                first ? figures.hourly.map { .value($0.amount) } ?? .nothing : .nothing,
                first ? figures.hourly.map { .value($0.currency) } ?? .nothing : .nothing,
            ])
        }
    }

    private func amount(of currency: String, in money: [MoneyItem]) -> CSV.Cell? {
        money.first { $0.currency == currency }.map { .value($0.amount) }
    }

    /// Without `.0`.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }
}
