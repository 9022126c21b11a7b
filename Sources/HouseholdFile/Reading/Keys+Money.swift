import Household
import ICalendar

/// What a stream's keys say of money.
struct StreamMoney {
    var billable: Bool?
    var currency: Currency?
    var rates: [Rate]
    var revenue: [Revenue]
    var budget: Budget
    var target: Amount?
}

extension Keys {
    /// `exchange: { USD: 0.92 }`: what a unit of another currency is worth in the household's.
    mutating func exchange() -> [Exchange] {
        mapping("exchange", of: "currency") { keys in
            keys.names.compactMap { name in
                guard let currency = Currency(name) else {
                    _ = keys.tree(name)
                    keys.note(name, "“\(Words.shortened(name))” is not a currency (three capital letters: USD)")
                    return nil
                }
                return keys.value(name, Words.amount).map { Exchange(currency: currency, rate: $0) }
            }
        } ?? []
    }

    mutating func money() -> StreamMoney {
        let money = StreamMoney(
            billable: value("billable", Words.flag),
            currency: value("currency", Words.currency),
            rates: rates(),
            revenue: oneOrMore("revenue") { $0.revenue() } ?? [],
            budget: mapping("budget") { $0.budget() } ?? Budget(),
            target: value("target", Words.amount)
        )
        return money
    }

    /// `rate` is the same as `rates` with one.
    private mutating func rates() -> [Rate] {
        let rates = oneOrMore("rates") { $0.rate() }
        let single = oneOrMore("rate") { $0.rate() }
        if has("rate"), has("rates") { note("rate", "“rates” says what it pays already (give one of the two)") }
        return rates ?? single ?? []
    }

    private mutating func rate() -> Rate? {
        let from = value("from", Words.date)
        let amount = needed("amount", "95.00", Words.amount)
        let currency = value("currency", Words.currency)
        let per: Rate.Unit? = needed("per", "hour, day, month or project", Words.word)
        guard let amount, let per else { return nil }
        return Rate(from: from, amount: amount, currency: currency, per: per)
    }

    private mutating func revenue() -> Revenue? {
        let from = value("from", Words.date)
        let amount = needed("amount", "what comes in each month: 420.00", Words.amount)
        let currency = value("currency", Words.currency)
        return amount.map { Revenue(from: from, amount: $0, currency: currency) }
    }

    private mutating func budget() -> Budget? {
        Budget(hours: value("hours", Words.duration), amount: value("amount", Words.amount))
    }
}
