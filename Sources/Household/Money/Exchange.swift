/// What one unit of a currency is worth in the household's, as the family states it; for adding up alone.
public struct Exchange: Hashable, Codable, Sendable {
    public var currency: Currency
    public var rate: Amount

    public init(currency: Currency, rate: Amount) {
        self.currency = currency
        self.rate = rate
    }
}
