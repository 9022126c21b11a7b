public import Household
public import ICalendar
public import OrderedCollections

/// What was really done in the past part of a range, counted as the ledger counts what is planned, and beside it what was
/// planned for that part.
public struct ActualLedger: Sendable {
    /// What one adult really did. Nil where nothing of the kind was logged: not logged is not nothing done.
    public struct Account: Hashable, Sendable {
        /// Of every child, shared equally among those who logged it at the same moment. A day on which somebody logged no
        /// care counts as it was planned.
        public var care: SharedTime?
        /// How much of the care is of such days.
        public var careAsPlanned = SharedTime.zero
        /// In seconds; what is logged on a stream that is gone is work.
        public var work: Int?
        public var admin: Int?
    }

    /// What of the range is over.
    public let span: Interval
    /// Those who logged something, in the household's order; of those who are gone, nobody.
    public private(set) var people: OrderedDictionary<ID<Person>, Account> = [:]
    /// What was planned for the span.
    public let planned: Balance

    /// Nil where nothing of the range is over, or nobody logged anything in it.
    ///
    /// - Parameter logged: all that shares some time with the range.
    public init?(_ ledger: Ledger, of household: Household, logged: [LoggedTime], over range: Interval, now: Instant) {
        span = Interval(range.start, min(range.end, now))
        let times = Clipped.times(logged, to: span, now: now)
        guard !times.isEmpty else { return nil }
        planned = ledger.balance(over: span)
        let work = Self.work(times, household)
        let care = Self.care(times, ledger, planned, household, span)
        for person in household.people.values where person.isAdult {
            let account = Account(
                care: care[person.id]?.all,
                careAsPlanned: care[person.id]?.planned ?? .zero,
                work: work[person.id]?.paid,
                admin: work[person.id]?.admin
            )
            if account.care != nil || account.work != nil { people[person.id] = account }
        }
        if people.isEmpty { return nil }
    }

    private static func work(_ times: [Clipped], _ household: Household) -> [ID<Person>: (paid: Int, admin: Int)] {
        var work: [ID<Person>: (paid: Int, admin: Int)] = [:]
        for time in times {
            guard case .work(let stream) = time.activity else { continue }
            let isAdmin = household.streams[stream]?.kind == .admin
            work[time.person, default: (0, 0)].paid += isAdmin ? 0 : time.interval.seconds
            work[time.person, default: (0, 0)].admin += isAdmin ? time.interval.seconds : 0
        }
        return work
    }

    /// What each had who logged care at all: what they logged, and what was planned for the other days.
    private static func care(
        _ times: [Clipped],
        _ ledger: Ledger,
        _ planned: Balance,
        _ household: Household,
        _ span: Interval
    ) -> [ID<Person>: (all: SharedTime, planned: SharedTime)] {
        let care = times.filter { !$0.activity.children.isEmpty }
        var days: [ID<Person>: Set<CivilDate>] = [:]
        for time in care {
            // A night that reaches into the span takes the place of what was planned for it, and not of the day.
            let date = time.beginsInside ? household.zone.wall(of: time.interval.start).date : nil
            days[time.person, default: []].formUnion([date].compactMap(\.self))
        }
        let balances = Dictionary(
            uniqueKeysWithValues: Set(days.values.joined()).map { date in
                (date, household.day(date).intersection(span).map(ledger.balance(over:)))
            }
        )
        let shares = shares(of: care)
        let nights = nights(care, besides: days, ledger, household)
        return days.reduce(into: [:]) { accounts, own in
            let (person, dates) = (own.key, own.value)
            let replaced = dates.reduce(SharedTime.zero) { $0 + (balances[$1]??.people[person]?.care ?? .zero) }
            let rest = (planned.people[person]?.care ?? .zero) - replaced - (nights[person] ?? .zero)
            accounts[person] = (rest + (shares[person] ?? .zero), rest)
        }
    }

    /// What was planned for each while they logged care that goes on into a day on which they began none.
    private static func nights(
        _ care: [Clipped],
        besides days: [ID<Person>: Set<CivilDate>],
        _ ledger: Ledger,
        _ household: Household
    ) -> [ID<Person>: SharedTime] {
        care.reduce(into: [:]) { nights, time in
            let zone = household.zone
            let last = zone.wall(of: time.interval.end.adding(seconds: -1)).date
            var date = zone.wall(of: time.interval.start).date
            while date <= last {
                if days[time.person]?.contains(date) == false,
                    let part = household.day(date).intersection(time.interval)
                {
                    nights[time.person, default: .zero] += ledger.balance(over: part).people[time.person]?.care ?? .zero
                }
                date = date.adding(days: 1)
            }
        }
    }

    /// Each child's time, shared among those who logged it at the same moment.
    private static func shares(of care: [Clipped]) -> [ID<Person>: SharedTime] {
        var shares: [ID<Person>: SharedTime] = [:]
        for child in Set(care.flatMap(\.activity.children)) {
            let own = care.filter { $0.activity.children.contains(child) }
            let marks = own.flatMap { [($0.interval.start, $0.person, 1), ($0.interval.end, $0.person, -1)] }
                .sorted { $0.0 < $1.0 }
            var carers: [ID<Person>: Int] = [:]
            var last: Instant?
            for (moment, person, step) in marks {
                if let last, moment > last, !carers.isEmpty {
                    let share = SharedTime(seconds: moment - last, among: carers.count)
                    for carer in carers.keys { shares[carer, default: .zero] += share }
                }
                last = moment
                let count = carers[person, default: 0] + step
                carers[person] = count == 0 ? nil : count
            }
        }
        return shares
    }
}

/// A logged time, and what of it lies in a span.
private struct Clipped {
    let person: ID<Person>
    let activity: Activity
    let interval: Interval
    /// Whether it began in the span.
    let beginsInside: Bool

    static func times(_ logged: [LoggedTime], to span: Interval, now: Instant) -> [Clipped] {
        logged.compactMap { time in
            let interval = time.interval(at: now)
            guard !interval.isEmpty, let inside = interval.intersection(span), !inside.isEmpty else { return nil }
            return Clipped(
                person: time.person,
                activity: time.activity,
                interval: inside,
                beginsInside: inside.start == time.start
            )
        }
    }
}
