import Household
import ICalendar

/// Currencies, rates and budgets as the file has them.
extension Pairs {
    mutating func add(_ exchange: [Exchange]) {
        var pairs = Pairs()
        for exchange in exchange { pairs.add(exchange.currency.code, .word(exchange.rate.description)) }
        add("exchange", map: pairs)
    }

    mutating func addMoney(of stream: Stream) {
        add("billable", stream.billable, unless: stream.kind.isBillable, Tree.flag)
        add("currency", stream.currency.map { .word($0.code) })
        add(stream.rates.count > 1 ? "rates" : "rate", oneOrMore: stream.rates.map { Pairs($0) })
        add("revenue", oneOrMore: stream.revenue.map { Pairs($0) })
        var budget = Pairs()
        budget.add("hours", stream.budget.hours.map(Tree.span))
        budget.add("amount", stream.budget.amount.map { .word($0.description) })
        add("budget", map: budget)
        add("target", stream.target.map { .word($0.description) })
    }

    private init(_ rate: Rate) {
        self.init()
        add(from: rate.from, rate.amount, rate.currency)
        add("per", .word(rate.per.rawValue))
    }

    private init(_ revenue: Revenue) {
        self.init()
        add(from: revenue.from, revenue.amount, revenue.currency)
    }

    private mutating func add(from: CivilDate?, _ amount: Amount, _ currency: Currency?) {
        add("from", from.map { .word($0.description) })
        add("amount", .word(amount.description))
        add("currency", currency.map { .word($0.code) })
    }

    /// A list of mappings; one alone without the list.
    private mutating func add(_ key: String, oneOrMore elements: [Pairs]) {
        if elements.count == 1 {
            add(key, map: elements[0])
        } else {
            add(key, list: elements.map { .map($0.pairs) })
        }
    }
}
