public import Household
public import ICalendar

/// What can still be done: for each deadline, and for each parent's days.
public struct Capacity: Sendable {
    /// In the order in which they are due.
    public let deadlines: [DeadlineCapacity]
    /// Each parent, in the household's order.
    public let people: [PersonCapacity]

    /// Of the deadlines that are still to come, as far as the plan's range goes, and the days of `days`.
    public init(_ plan: Plan, days: Range<CivilDate>) {
        var bookable = Dictionary(
            uniqueKeysWithValues: plan.schedule.parents.map { ($0, BookableTime(of: $0, in: plan)) }
        )
        people = plan.schedule.parents.compactMap { parent in
            bookable[parent].map { PersonCapacity(of: parent, $0, days: days, in: plan) }
        }
        let standings = DeadlineReport(plan).standings.sorted {
            ($0.interval.end, $0.deadline.id) < ($1.interval.end, $1.deadline.id)
        }
        var deadlines: [DeadlineCapacity] = []
        for standing in standings {
            guard let owner = plan.schedule.household.people.index(forKey: standing.stream.owner),
                let open = bookable[owner]
            else { continue }
            let walk = DeadlineWalk(standing, owner: owner, open, in: plan)
            bookable[owner]?.take(walk.claimed)
            deadlines.append(DeadlineCapacity(walk))
        }
        self.deadlines = deadlines
    }
}

/// How much of a deadline's work can be done, and by when.
public struct DeadlineCapacity: Sendable {
    public let standing: DeadlineStanding
    /// What could still be booked until it is due, in seconds, after what is due earlier has had its part.
    public let bookable: Int
    /// When all is done if all that can be booked is, from now on; nil: not within what was looked at.
    public let doneBy: Instant?
    /// What the other parent could do about it; nil where there is no other, or nothing to be freed.
    public let help: CareSwap?

    init(_ walk: DeadlineWalk) {
        standing = walk.standing
        bookable = walk.bookable
        doneBy = walk.doneBy
        help = walk.help
    }
}

/// One parent takes over care, so that the other can work.
public struct CareSwap: Hashable, Sendable {
    /// Who takes over.
    public let person: ID<Person>
    /// How much more could be booked then, in seconds.
    public let freed: Int
    /// The owner's share of the parents' care from now until the deadline, in tenths of a per cent: as it is, and if just so
    /// much is taken over as is missing, or all where nothing is.
    public let shareBefore: Int
    public let shareAfter: Int
}

/// What one parent has booked, and could still book.
public struct PersonCapacity: Sendable {
    public let person: ID<Person>
    public let days: [Day]

    public struct Day: Hashable, Sendable {
        public let date: CivilDate
        /// Work, on whatever stream, of the whole day; in seconds.
        public let booked: Int
        /// In seconds, from now on.
        public let bookable: Int
        /// How long they want to work a day at most.
        public let limit: Int?
    }

    init(of parent: Int, _ bookable: BookableTime, days: Range<CivilDate>, in plan: Plan) {
        let household = plan.schedule.household
        person = plan.schedule.people[parent].id
        let all = Interval(household.zone.startOfDay(days.lowerBound), household.zone.startOfDay(days.upperBound))
        let ahead = Interval(min(max(plan.now, all.start), all.end), all.end)
        let own = household.streams.values.filter { $0.owner == plan.schedule.people[parent].id }
        let free = own.flatMap { stream in
            plan.free(parent, for: stream, in: ahead).intervals.compactMap { free in
                let living = Interval(ahead.start, max(ahead.start, min(ahead.end, household.end(of: stream))))
                return free.intersection(living)
            }
        }
        let pieces = IntervalSet(bookable.pieces(of: IntervalSet(free), in: ahead))
        let work = plan.schedule.work[parent]
        let limit = plan.schedule.people[parent].work.perDay
        self.days = household.localDays(touching: all).map { date in
            let day = household.day(date)
            return Day(
                date: date,
                booked: work.seconds(in: day),
                bookable: pieces.seconds(in: day),
                limit: limit
            )
        }
    }
}
