import ICalendar

/// Currencies, rates and budgets.
extension Checker {
    mutating func checkMoney(of settings: Settings) {
        currency(settings.currency, "currency")
        for (index, exchange) in settings.exchange.enumerated() {
            let key = "exchange.\(exchange.currency)"
            currency(exchange.currency.code, key)
            require(
                exchange.currency.code != settings.currency,
                key,
                "is the household's own currency (it needs no rate)"
            )
            require(exchange.rate.units > 0, key, "“\(exchange.rate)” is no rate: it must be more than 0")
            require(
                !settings.exchange[..<index].contains { $0.currency == exchange.currency },
                key,
                "“\(exchange.currency)” is named twice"
            )
        }
    }

    mutating func checkMoney(of stream: Stream) {
        if let currency = stream.currency { self.currency(currency.code, "currency") }
        dates(stream.rates.map(\.from), "rates")
        dates(stream.revenue.map(\.from), "revenue")
        for (index, rate) in stream.rates.enumerated() {
            if let currency = rate.currency { self.currency(currency.code, "rates[\(index)].currency") }
        }
        for (index, revenue) in stream.revenue.enumerated() {
            if let currency = revenue.currency { self.currency(currency.code, "revenue[\(index)].currency") }
        }
        if let hours = stream.budget.hours { seconds(hours, in: 1...(100_000 * Span.hour), "budget.hours") }
    }

    /// Each begins after the one before; the first may hold always.
    private mutating func dates(_ dates: [CivilDate?], _ key: String) {
        for (index, pair) in zip(dates, dates.dropFirst()).enumerated() {
            let name = "\(key)[\(index + 1)].from"
            guard let date = pair.1 else {
                note(name, "is needed (the first day on which it holds: 2026-03-01)")
                continue
            }
            guard let before = pair.0, date <= before else { continue }
            note(name, "\(date) is not after \(before), from which the one before it holds")
        }
    }

    private mutating func currency(_ code: String, _ key: String) {
        require(
            Currency(code) != nil,
            key,
            "“\(code)” is not a currency (three capital letters: EUR, GBP, CHF)"
        )
    }
}
