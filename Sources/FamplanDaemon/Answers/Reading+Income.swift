import FamplanAPI
import Household
import ICalendar
import Planning

/// By what income is listed.
enum IncomeGrouping: String, CaseIterable {
    case stream, person, client
}

extension Reading {
    /// What some days bring, and what this month and this quarter will have brought.
    func income(
        _ ledger: IncomeLedger,
        on days: Range<CivilDate>,
        by grouping: IncomeGrouping,
        conflicts: [KnownConflict]
    ) -> IncomeReport {
        let income = ledger.income(on: days)
        let wire = IncomeWire(ledger.exchange)
        let today = snapshot.today
        let forecasts = [
            ("month", IncomeLedger.month(of: today)), ("quarter", IncomeLedger.quarter(of: today)),
        ].map { wire.forecast($0, ledger.forecast(on: $1, conflicts: conflicts)) }
        let settings = snapshot.household.settings
        return IncomeReport(
            from: days.lowerBound.description,
            to: days.upperBound.description,
            currency: settings.currency,
            exchange: settings.exchange.map { ExchangeItem(currency: $0.currency.code, rate: $0.rate.description) },
            withoutRate: wire.withoutRate(income),
            by: grouping.rawValue,
            groups: groups(of: income, by: grouping, wire),
            total: wire.group(nil, "All", income.total),
            forecasts: forecasts
        )
    }

    private func groups(of income: Income, by grouping: IncomeGrouping, _ wire: IncomeWire) -> [IncomeGroupItem] {
        switch grouping {
        case .stream: income.streams.map(wire.stream)
        case .person:
            income.people.map { group in
                wire.group(group.key.rawValue, snapshot.household.people[group.key]?.name ?? group.key.rawValue, group)
            }
        case .client: income.clients.map { wire.group($0.key, $0.key ?? "No client", $0) }
        }
    }
}

/// Turns income into the wire's words.
private struct IncomeWire {
    let exchange: ExchangeTable

    init(_ exchange: ExchangeTable) { self.exchange = exchange }

    func stream(_ income: StreamIncome) -> IncomeGroupItem {
        let stream = income.stream
        var item = group(
            stream.id.rawValue,
            stream.name,
            IncomeGroup(key: stream.id, figures: income.figures, target: income.target)
        )
        item.byPlan = income.monthsByPlan.map { String($0.description.prefix(7)) }
        item.budget = income.used.map { used in
            BudgetItem(
                minutes: stream.budget.hours.map { minutes(Fraction(Int128($0))) },
                usedMinutes: minutes(Fraction(Int128(used.hours))),
                money: stream.budget.amount.map {
                    money(Money(rounding: $0.value, currency: stream.currency ?? exchange.currency))
                },
                usedMoney: money(used.money)
            )
        }
        return item
    }

    func group<Key>(_ id: String?, _ name: String, _ group: IncomeGroup<Key>) -> IncomeGroupItem {
        IncomeGroupItem(
            id: id,
            name: name,
            planned: figures(group.figures.planned),
            actual: figures(group.figures.actual),
            expected: figures(group.figures.expected),
            target: money(group.target)
        )
    }

    func forecast(_ period: String, _ forecast: IncomeForecast) -> IncomeForecastItem {
        IncomeForecastItem(
            period: period,
            from: forecast.days.lowerBound.description,
            to: forecast.days.upperBound.description,
            all: group(nil, "All", forecast.total),
            atRisk: money(forecast.atRisk),
            risks: forecast.risks.map { risk in
                IncomeRiskItem(
                    stream: risk.stream.id.rawValue,
                    name: risk.stream.name,
                    money: money(risk.money),
                    conflicts: risk.conflicts.map(\.rawValue)
                )
            }
        )
    }

    func withoutRate(_ income: Income) -> [String] {
        let figures = income.total.figures
        let sums = [figures.planned.money, figures.actual.money, figures.expected.money, income.total.target]
        return exchange.missing(sums.reduce(into: []) { $0.formUnion($1.currencies) }).map(\.code)
    }

    private func figures(_ figures: IncomeFigures) -> IncomeFiguresItem {
        IncomeFiguresItem(
            billableMinutes: minutes(Fraction(Int128(figures.billable))),
            otherMinutes: minutes(Fraction(Int128(figures.unbillable))),
            adminMinutes: minutes(figures.admin),
            money: money(figures.money),
            total: figures.money.total(in: exchange).map(money),
            hourly: figures.hourly(exchange).map(money)
        )
    }

    private func money(_ sum: MoneySum) -> [MoneyItem] { sum.parts.map(money) }

    private func money(_ money: Money) -> MoneyItem {
        MoneyItem(amount: money.amount, currency: money.currency.code)
    }

    /// To a hundredth of a minute.
    private func minutes(_ seconds: Fraction) -> Double {
        Double((seconds * Fraction(100, 60)).rounded) / 100
    }
}
