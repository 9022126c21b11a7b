/// The answer of `GET` ``Route/income``: hours and money of whole days `[from, to)`, planned and actual.
///
/// Money is text, exact, with the decimals of its currency. Minutes are rounded to a hundredth.
public struct IncomeReport: Codable, Sendable {
    /// The first day: `2026-11-01`.
    public var from: String
    /// The day after the last.
    public var to: String
    /// The household's currency.
    public var currency: String
    /// What other currencies are worth in it, as the family states it.
    public var exchange: [ExchangeItem]
    /// The currencies that something came in, or is to come in, and that have no such rate: what has some of them is not
    /// added up.
    public var withoutRate: [String]
    /// `stream`, `person` or `client`.
    public var by: String
    /// In the household's order.
    public var groups: [IncomeGroupItem]
    public var total: IncomeGroupItem
    /// This month and this quarter, whatever was asked for.
    public var forecasts: [IncomeForecastItem]

    public init(
        from: String,
        to: String,
        currency: String,
        exchange: [ExchangeItem],
        withoutRate: [String],
        by: String,
        groups: [IncomeGroupItem],
        total: IncomeGroupItem,
        forecasts: [IncomeForecastItem]
    ) {
        self.from = from
        self.to = to
        self.currency = currency
        self.exchange = exchange
        self.withoutRate = withoutRate
        self.by = by
        self.groups = groups
        self.total = total
        self.forecasts = forecasts
    }
}

/// An amount of money.
public struct MoneyItem: Codable, Sendable, Hashable {
    /// `1234.50`: with the decimals of its currency.
    public var amount: String
    /// ISO 4217.
    public var currency: String

    public init(amount: String, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}

/// What one unit of a currency is worth in the household's.
public struct ExchangeItem: Codable, Sendable, Hashable {
    public var currency: String
    public var rate: String

    public init(currency: String, rate: String) {
        self.currency = currency
        self.rate = rate
    }
}

/// A stream, a person, a client, or all.
public struct IncomeGroupItem: Codable, Sendable {
    /// The id of the stream or the person, the client's name; nil: of no client, or all.
    public var id: String?
    public var name: String
    /// As the plan has it, whatever was logged.
    public var planned: IncomeFiguresItem
    /// As it was logged, and what time has brought so far.
    public var actual: IncomeFiguresItem
    /// What was logged and, from now on, what is planned; the plan alone in the months of `byPlan`.
    public var expected: IncomeFiguresItem
    /// The money that the family wants, for so many days.
    public var target: [MoneyItem]
    /// The months in which nothing was logged on the stream, so that the plan stands for it: `2026-11`.
    public var byPlan: [String]
    /// A stream's; nil where it has none.
    public var budget: BudgetItem?

    public init(
        id: String?,
        name: String,
        planned: IncomeFiguresItem,
        actual: IncomeFiguresItem,
        expected: IncomeFiguresItem,
        target: [MoneyItem],
        byPlan: [String] = [],
        budget: BudgetItem? = nil
    ) {
        self.id = id
        self.name = name
        self.planned = planned
        self.actual = actual
        self.expected = expected
        self.target = target
        self.byPlan = byPlan
        self.budget = budget
    }
}

/// Hours, and what they bring.
public struct IncomeFiguresItem: Codable, Sendable, Hashable {
    /// Worked for money.
    public var billableMinutes: Double
    /// Worked for nothing, but for admin.
    public var otherMinutes: Double
    /// Admin; of a stream or client its share of the owner's, by hours.
    public var adminMinutes: Double
    /// Each currency by itself.
    public var money: [MoneyItem]
    /// All of it in the household's currency; nil where one has no rate.
    public var total: MoneyItem?
    /// What an hour comes to, admin counted in; nil where that makes no sense.
    public var hourly: MoneyItem?

    public init(
        billableMinutes: Double,
        otherMinutes: Double,
        adminMinutes: Double,
        money: [MoneyItem],
        total: MoneyItem?,
        hourly: MoneyItem?
    ) {
        self.billableMinutes = billableMinutes
        self.otherMinutes = otherMinutes
        self.adminMinutes = adminMinutes
        self.money = money
        self.total = total
        self.hourly = hourly
    }
}

/// What a stream may take in all, and what it took up to now.
public struct BudgetItem: Codable, Sendable, Hashable {
    public var minutes: Double?
    public var usedMinutes: Double
    public var money: MoneyItem?
    public var usedMoney: [MoneyItem]

    public init(minutes: Double?, usedMinutes: Double, money: MoneyItem?, usedMoney: [MoneyItem]) {
        self.minutes = minutes
        self.usedMinutes = usedMinutes
        self.money = money
        self.usedMoney = usedMoney
    }
}

/// What a month or a quarter will have brought at its end.
public struct IncomeForecastItem: Codable, Sendable {
    /// `month` or `quarter`.
    public var period: String
    public var from: String
    /// The day after the last.
    public var to: String
    public var all: IncomeGroupItem
    /// What would not come in if planned work that stands in open conflicts came to nothing.
    public var atRisk: [MoneyItem]
    public var risks: [IncomeRiskItem]

    public init(
        period: String,
        from: String,
        to: String,
        all: IncomeGroupItem,
        atRisk: [MoneyItem],
        risks: [IncomeRiskItem]
    ) {
        self.period = period
        self.from = from
        self.to = to
        self.all = all
        self.atRisk = atRisk
        self.risks = risks
    }
}

/// A stream whose planned work stands in open conflicts.
public struct IncomeRiskItem: Codable, Sendable {
    public var stream: String
    public var name: String
    public var money: [MoneyItem]
    /// The conflicts' ids.
    public var conflicts: [String]

    public init(stream: String, name: String, money: [MoneyItem], conflicts: [String]) {
        self.stream = stream
        self.name = name
        self.money = money
        self.conflicts = conflicts
    }
}
