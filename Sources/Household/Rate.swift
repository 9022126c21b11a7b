public import ICalendar

/// What a stream pays from a day on.
public struct Rate: Hashable, Codable, Sendable {
    public enum Unit: String, Codable, Sendable, CaseIterable {
        case hour, day, month, project
    }

    /// The first day on which it holds; nil: always.
    public var from: CivilDate?
    public var amount: Amount
    /// Nil: the stream's.
    public var currency: Currency?
    public var per: Unit

    public init(from: CivilDate? = nil, amount: Amount, currency: Currency? = nil, per: Unit) {
        self.from = from
        self.amount = amount
        self.currency = currency
        self.per = per
    }
}

/// What comes in each month from a day on, whether or not somebody works: subscriptions, licences, rent.
public struct Revenue: Hashable, Codable, Sendable {
    /// The first day on which it holds; nil: always.
    public var from: CivilDate?
    /// A month.
    public var amount: Amount
    /// Nil: the stream's.
    public var currency: Currency?

    public init(from: CivilDate? = nil, amount: Amount, currency: Currency? = nil) {
        self.from = from
        self.amount = amount
        self.currency = currency
    }
}

/// What a stream is to take at most, over all its life.
public struct Budget: Hashable, Codable, Sendable {
    /// In seconds.
    public var hours: Int?
    /// In the stream's currency.
    public var amount: Amount?

    public init(hours: Int? = nil, amount: Amount? = nil) {
        self.hours = hours
        self.amount = amount
    }
}
