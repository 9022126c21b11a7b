public import Household

/// Hours and what they bring: of a stream, a person, a client, or all.
public struct IncomeFigures: Hashable, Sendable {
    /// Worked for money, in seconds.
    public var billable = 0
    /// Worked for nothing, but for admin, in seconds.
    public var unbillable = 0
    /// Admin, in seconds: of a stream its share of its owner's.
    public var admin = Fraction.zero
    public var money = MoneySum()

    public init() {}

    static func + (left: IncomeFigures, right: IncomeFigures) -> IncomeFigures {
        var sum = left
        sum.billable += right.billable
        sum.unbillable += right.unbillable
        sum.admin += right.admin
        sum.money.add(right.money)
        return sum
    }

    /// What an hour comes to once admin is counted in: in the one currency of the money, or in the household's.
    ///
    /// Nil where there are no hours, no money, or several currencies of which one has no rate.
    public func hourly(_ exchange: ExchangeTable) -> Money? {
        let seconds = Fraction(Int128(billable + unbillable)) + admin
        guard seconds > .zero, let all = money.single ?? money.total(in: exchange), !money.parts.isEmpty else {
            return nil
        }
        return Money(rounding: all.value * Fraction(3600) * seconds.inverse, currency: all.currency)
    }
}

extension MoneySum {
    /// All of it, where it is of one currency.
    fileprivate var single: Money? { parts.count == 1 ? parts.first : nil }
}

/// The three ways to look at income.
public struct IncomeSides<Value: Sendable>: Sendable {
    /// As the plan has it, whatever was logged.
    public var planned: Value
    /// As it was logged, and what time has brought so far.
    public var actual: Value
    /// What was logged and, from now on, what is planned; the plan alone in months of which nothing was logged.
    public var expected: Value

    func map<Other>(_ change: (Value) -> Other) -> IncomeSides<Other> {
        IncomeSides<Other>(planned: change(planned), actual: change(actual), expected: change(expected))
    }
}

extension IncomeSides: Equatable where Value: Equatable {}

extension IncomeSides<IncomeFigures> {
    static var nothing: Self { Self(planned: Value(), actual: Value(), expected: Value()) }

    static func + (left: Self, right: Self) -> Self {
        Self(
            planned: left.planned + right.planned,
            actual: left.actual + right.actual,
            expected: left.expected + right.expected
        )
    }
}
