public import Household
public import ICalendar

/// What a swap would do to the parents' time: to the weeks that it touches first, and to the deadlines ahead.
public struct SwapEffect: Sendable {
    /// Each parent, in the household's order.
    public let parents: [Shift]
    /// The deadlines for which it makes a difference.
    public let deadlines: [DeadlineShift]
    /// The local weeks that are counted, of a series the first alone.
    public let weeks: [Interval]

    /// What one parent has in these weeks, before and after. In seconds.
    public struct Shift: Hashable, Sendable {
        public let person: ID<Person>
        public let before: Balance.Account
        public let after: Balance.Account
        /// Tenths of a per cent of all parents' care; nil where there is none.
        public let shareBefore: Int?
        public let shareAfter: Int?
    }

    public struct DeadlineShift: Hashable, Sendable {
        public let before: DeadlineStanding
        public let after: DeadlineStanding
    }

    /// - Parameter after: the household with the changes of the swap.
    public init(of swap: Swap, from before: Household, to after: Household, now: Instant) {
        let starts = swap.sides.map(\.terms.start)
        weeks = Set(starts.flatMap { before.weeks(touching: Interval($0, $0)) }).sorted { $0.start < $1.start }
        let pairs = weeks.enumerated().map { number, week in
            // With the first go the deadlines ahead of it, unless that is too much to think through.
            let isNear = number == 0 && week.start - now < Self.farthest
            let range = isNear ? Interval(min(week.start, now), week.end) : week
            return (Plan(before, range: range, now: now), Plan(after, range: range, now: now), week)
        }
        parents = Self.shifts(pairs, in: before)
        deadlines = pairs.first.map { Self.deadlines($0.0, $0.1) } ?? []
    }

    /// Ten weeks, in seconds.
    private static let farthest = 70 * 86_400

    private static func shifts(_ pairs: [(Plan, Plan, Interval)], in household: Household) -> [Shift] {
        let old = pairs.map { Ledger($0.0, over: $0.2).balance(over: $0.2) }
        let new = pairs.map { Ledger($0.1, over: $0.2).balance(over: $0.2) }
        let parents = household.people.values.filter { $0.role == .parent }.map(\.id)
        let (before, after) = (parents.map { sum($0, old) }, parents.map { sum($0, new) })
        let (all, later) = (before.map(\.care).reduce(.zero, +), after.map(\.care).reduce(.zero, +))
        return parents.enumerated().map { index, person in
            Shift(
                person: person,
                before: before[index],
                after: after[index],
                shareBefore: all > .zero ? before[index].care.perMille(of: all, roundedUp: false) : nil,
                shareAfter: later > .zero ? after[index].care.perMille(of: later, roundedUp: false) : nil
            )
        }
    }

    private static func sum(_ person: ID<Person>, _ balances: [Balance]) -> Balance.Account {
        balances.compactMap { $0.people[person] }.reduce(Balance.Account()) { sum, week in
            Balance.Account(
                care: sum.care + week.care,
                work: sum.work + week.work,
                admin: sum.admin + week.admin,
                own: sum.own + week.own
            )
        }
    }

    private static func deadlines(_ before: Plan, _ after: Plan) -> [DeadlineShift] {
        let later = DeadlineReport(after).standings
        return DeadlineReport(before).standings.compactMap { old in
            let new = later.first { ($0.stream.id, $0.deadline.id) == (old.stream.id, old.deadline.id) }
            guard let new, (new.booked, new.free) != (old.booked, old.free) else { return nil }
            return DeadlineShift(before: old, after: new)
        }
    }
}
