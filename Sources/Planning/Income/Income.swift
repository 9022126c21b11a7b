public import Household
public import ICalendar

/// What some days bring: by stream, by person, by client, and in all.
public struct Income: Sendable {
    public let days: Range<CivilDate>
    /// In the household's order, those of which there is something to say.
    public let streams: [StreamIncome]
    public let people: [IncomeGroup<ID<Person>>]
    /// By the names that the streams give; those without a client last, under nil.
    public let clients: [IncomeGroup<String?>]
    public let total: IncomeGroup<Void>
}

/// What one stream brings.
public struct StreamIncome: Sendable {
    public let stream: Stream
    public let figures: IncomeSides<IncomeFigures>
    public let target: MoneySum
    /// The months in which the plan stands for what nobody logged; each by its first day.
    public let monthsByPlan: [CivilDate]
    /// What was worked in all, in seconds, and what it brought, up to now; nil where there is no budget.
    public let used: (hours: Int, money: MoneySum)?
}

/// What several streams bring together.
public struct IncomeGroup<Key: Sendable>: Sendable {
    public let key: Key
    public let figures: IncomeSides<IncomeFigures>
    public let target: MoneySum

    public init(key: Key, figures: IncomeSides<IncomeFigures>, target: MoneySum) {
        (self.key, self.figures, self.target) = (key, figures, target)
    }
}

extension IncomeLedger {
    /// The income of some days.
    public func income(on days: Range<CivilDate>) -> Income {
        let owned = accounts.map { OwnedFigures($0, on: days) }
        let people = owners.compactMap { owner -> (ID<Person>, [OwnedFigures])? in
            let own = owned.filter { $0.account.stream.owner == owner }
            return own.isEmpty ? nil : (owner, own)
        }
        let shared = people.flatMap { $0.1.sharingAdmin() }
        let byStream = Dictionary(uniqueKeysWithValues: shared.map { ($0.account.stream.id, $0) })
        let streams = accounts.compactMap { byStream[$0.stream.id] }
        return Income(
            days: days,
            streams: streams.filter(\.isWorthSaying).map { stream($0, on: days) },
            people: people.map { $0.1.group($0.0) },
            clients: Self.clients(of: streams),
            total: owned.group(())
        )
    }

    private static func clients(of streams: [OwnedFigures]) -> [IncomeGroup<String?>] {
        let paid = streams.filter { $0.account.stream.kind != .admin && $0.isWorthSaying }
        var names: [String?] = []
        for name in paid.map(\.account.stream.client) where name != nil && !names.contains(name) { names.append(name) }
        return (names + [nil]).compactMap { name in
            let own = paid.filter { $0.account.stream.client == name }
            return own.isEmpty ? nil : own.group(name)
        }
    }

    private func stream(_ owned: OwnedFigures, on days: Range<CivilDate>) -> StreamIncome {
        StreamIncome(
            stream: owned.account.stream,
            figures: owned.figures,
            target: owned.target,
            monthsByPlan: owned.account.monthsByPlan(on: days),
            used: owned.account.used
        )
    }
}

/// One stream's figures on the way to those of its owner.
private struct OwnedFigures {
    let account: StreamAccount
    var figures: IncomeSides<IncomeFigures>
    let target: MoneySum

    init(_ account: StreamAccount, on days: Range<CivilDate>) {
        self.account = account
        figures = account.figures(on: days)
        target = account.target(on: days)
    }

    /// An archived stream without anything in the days asked for is left out.
    var isWorthSaying: Bool {
        figures != .nothing || !target.parts.isEmpty || account.stream.archived == nil
    }
}

extension [OwnedFigures] {
    fileprivate func group<Key>(_ key: Key) -> IncomeGroup<Key> {
        var target = MoneySum()
        for own in self { target.add(own.target) }
        return IncomeGroup(key: key, figures: reduce(.nothing) { $0 + $1.figures }, target: target)
    }

    /// One owner's streams, their admin hours shared out over the others in proportion to the hours of these.
    fileprivate func sharingAdmin() -> [OwnedFigures] {
        var shared = self
        for side in [\IncomeSides<IncomeFigures>.planned, \.actual, \.expected] {
            let admin = reduce(Fraction.zero) { $0 + $1.figures[keyPath: side].admin }
            let hours = reduce(0) { $0 + $1.figures[keyPath: side].hours }
            guard hours > 0, admin > .zero else { continue }
            for index in shared.indices where shared[index].account.stream.kind != .admin {
                let own = Int128(shared[index].figures[keyPath: side].hours)
                shared[index].figures[keyPath: side].admin = admin * Fraction(own, Int128(hours))
            }
        }
        return shared
    }
}

extension IncomeFigures {
    fileprivate var hours: Int { billable + unbillable }
}
