public import Household
public import ICalendar

/// What a plan's time is spent on, for each adult: care, work, admin, own time; and who has whom.
public struct Ledger: Sendable {
    private let plan: Plan
    private let span: Interval
    /// For each parent, as an index into the schedule's people.
    private let accounts: [Int: ParentTime]

    /// Of the plan's reach.
    public init(_ plan: Plan) { self.init(plan, over: plan.reach) }

    /// Of an interval that the plan has thought through.
    init(_ plan: Plan, over interval: Interval) {
        precondition(
            plan.extent.start <= interval.start && interval.end <= plan.extent.end,
            "the plan has thought the interval through"
        )
        self.plan = plan
        span = interval
        accounts = Dictionary(
            uniqueKeysWithValues: plan.schedule.parents.map { ($0, ParentTime(of: $0, in: plan, over: interval)) }
        )
    }

    /// The balance of the plan's range.
    public var balance: Balance { balance(over: plan.range) }

    /// The balance of an interval within that of the ledger.
    public func balance(over interval: Interval) -> Balance {
        precondition(span.start <= interval.start && interval.end <= span.end, "the ledger has the interval")
        let dayTime = plan.schedule.dayTime(of: interval)
        var care = CareSweep(of: plan)
        care.add(interval)
        var balance = Balance(together: care.together)
        for (index, person) in plan.schedule.people.enumerated() where person.isAdult {
            var account = Balance.Account(care: care.shares[index] ?? .zero)
            accounts[index]?.add(interval, dayTime: dayTime, to: &account)
            balance.people[person.id] = account
        }
        for parent in plan.schedule.parents {
            for child in plan.covers.keys.sorted() {
                let people = plan.schedule.people
                let pair = Balance.Pair(parent: people[parent].id, child: people[child].id)
                balance.oneOnOne[pair] = care.oneOnOne[CareSweep.Pair(parent: parent, child: child)] ?? 0
            }
        }
        return balance
    }
}

/// When one parent works, and when they have no time of their own.
private struct ParentTime: Sendable {
    private let work: IntervalSet
    /// Without what is `admin` alone.
    private let paid: IntervalSet
    /// Away, ways included, or with an occurrence, or with a child who is awake.
    private let taken: IntervalSet

    init(of parent: Int, in plan: Plan, over interval: Interval) {
        let schedule = plan.schedule
        work = schedule.work[parent]
        paid = IntervalSet(
            schedule.timelines[parent].touching(interval).filter { occurrence in
                let entry = schedule.traits[occurrence.traits].entry
                let kind = entry.stream.flatMap { schedule.household.streams[$0]?.kind }
                return entry.kind == .work && kind != .admin
            }.map(\.interval)
        )
        let children = plan.covers.values.flatMap { $0.overlapping(interval) }
            .filter { $0.isAwake && $0.carers.contains(parent) }
        taken = IntervalSet(schedule.padded(parent, near: interval).map(\.interval) + children.map(\.interval))
    }

    func add(_ interval: Interval, dayTime: [Interval], to account: inout Balance.Account) {
        account.work = paid.seconds(in: interval)
        account.admin = work.seconds(in: interval) - account.work
        account.own = dayTime.reduce(0) { $0 + $1.seconds - taken.seconds(in: $1) }
    }
}

extension Schedule {
    /// What of an interval lies between 06:00 and 23:00.
    fileprivate func dayTime(of interval: Interval) -> [Interval] {
        let hours = Window(
            days: Set(Weekday.allCases),
            from: CivilTime(secondsSinceMidnight: 6 * 3_600),
            to: CivilTime(secondsSinceMidnight: 23 * 3_600)
        )
        return household.times(of: [hours], over: interval).intersection(IntervalSet([interval])).intervals
    }
}
