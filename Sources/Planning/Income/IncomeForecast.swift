public import Household
public import ICalendar

/// What a month or a quarter will have brought at its end, and what of that is not sure.
public struct IncomeForecast: Sendable {
    public let days: Range<CivilDate>
    public let total: IncomeGroup<Void>
    /// The streams whose planned work stands in an open conflict, with what would not come in without that work.
    public let risks: [IncomeRisk]

    public var atRisk: MoneySum { risks.reduce(into: MoneySum()) { $0.add($1.money) } }
}

/// What would not come in if planned work that stands in open conflicts came to nothing.
public struct IncomeRisk: Sendable {
    public let stream: Stream
    public let money: MoneySum
    /// The conflicts, in the order in which they were given.
    public let conflicts: [ID<Conflict>]
}

extension IncomeLedger {
    /// The quarter of the year that a day is in.
    public static func quarter(of date: CivilDate) -> Range<CivilDate> {
        let first = date.month(plus: -((date.month - 1) % 3))
        return first..<first.month(plus: 3)
    }

    /// The month that a day is in.
    public static func month(of date: CivilDate) -> Range<CivilDate> { date.month()..<date.month(plus: 1) }

    /// - Parameter conflicts: those of the days; what is accepted, resolved or a notice is no risk.
    public func forecast(on days: Range<CivilDate>, conflicts: [KnownConflict]) -> IncomeForecast {
        let open = conflicts.filter { $0.status == .open && $0.conflict.severity > .notice }
        let risks = accounts.compactMap { risk(of: $0, on: days, open) }
        return IncomeForecast(days: days, total: income(on: days).total, risks: risks)
    }

    private func risk(of account: StreamAccount, on days: Range<CivilDate>, _ open: [KnownConflict]) -> IncomeRisk? {
        let ahead = ahead(on: account.stream.id)
        let own = open.compactMap { known -> (id: ID<Conflict>, occurrences: Set<OccurrenceID>)? in
            let touched = Set(ahead.filter { known.conflict.touches($0) }.compactMap(\.occurrence))
            return touched.isEmpty ? nil : (known.id, touched)
        }
        guard !own.isEmpty else { return nil }
        let lost = without(Set(own.flatMap(\.occurrences)))
        guard let other = lost.accounts.first(where: { $0.stream.id == account.stream.id }) else { return nil }
        let left = other.figures(on: days).expected.money
        let money = MoneySum(
            account.figures(on: days).expected.money.parts
                .map { Money(units: $0.units - left[$0.currency].units, currency: $0.currency) }
                .filter { $0.units > 0 }
        )
        return money.parts.isEmpty ? nil : IncomeRisk(stream: account.stream, money: money, conflicts: own.map(\.id))
    }
}

extension Conflict {
    /// Whether it is about that work: it names the occurrence, or the deadline that the work is for.
    fileprivate func touches(_ work: WorkedTime) -> Bool {
        if case .deadline(_, of: work.stream) = subject { return work.interval.start < interval.end }
        return work.occurrence.map(occurrences.contains) ?? false
    }
}
