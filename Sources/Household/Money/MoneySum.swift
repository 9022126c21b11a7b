/// Money of several currencies, each added up by itself. Currencies are never added without a rate that somebody stated.
public struct MoneySum: Hashable, Sendable {
    private var units: [Currency: Int128] = [:]

    public init(_ parts: some Sequence<Money> = []) {
        for part in parts { add(part) }
    }

    public mutating func add(_ money: Money) { units[money.currency, default: 0] += money.units }

    public mutating func add(_ sum: MoneySum) {
        for part in sum.parts { add(part) }
    }

    /// What there is of each currency that something came in, in the order of their codes.
    public var parts: [Money] {
        units.sorted { $0.key < $1.key }.map { Money(units: $0.value, currency: $0.key) }
    }

    public var currencies: Set<Currency> { Set(units.keys) }

    /// How much there is of one currency.
    public subscript(currency: Currency) -> Money { Money(units: units[currency] ?? 0, currency: currency) }

    /// All of it in one currency, each part rounded once; nil where something has no rate.
    public func total(in exchange: ExchangeTable) -> Money? {
        var total: Int128 = 0
        for part in parts {
            guard let money = exchange.convert(part) else { return nil }
            total += money.units
        }
        return Money(units: total, currency: exchange.currency)
    }
}

/// What a unit of other currencies is worth in the household's own, as the family states it.
public struct ExchangeTable: Sendable {
    public let currency: Currency
    private let rates: [Currency: Amount]

    public init(_ settings: Settings) {
        currency = Currency(trusted: settings.currency)
        rates = Dictionary(settings.exchange.map { ($0.currency, $0.rate) }) { first, _ in first }
    }

    /// Nil where the currency has no rate.
    public func convert(_ money: Money) -> Money? {
        if money.currency == currency { return money }
        guard let rate = rates[money.currency] else { return nil }
        return Money(rounding: money.value * rate.value, currency: currency)
    }

    /// Those of `currencies` that have no rate, in the order of their codes.
    public func missing(_ currencies: Set<Currency>) -> [Currency] {
        currencies.filter { $0 != currency && rates[$0] == nil }.sorted()
    }
}
