import Household
import ICalendar

/// Goes forward from now until a deadline's work is done, by what is booked on its stream and what could be.
struct DeadlineWalk {
    let standing: DeadlineStanding
    /// Until it is due, in seconds.
    let bookable: Int
    let doneBy: Instant?
    /// The time that is needed besides what is booked.
    let claimed: [Interval]
    let help: CareSwap?

    init(_ standing: DeadlineStanding, owner: Int, _ open: BookableTime, in plan: Plan) {
        self.standing = standing
        let all = Interval(plan.now, max(plan.range.end, standing.interval.end))
        let free = plan.free(owner, for: standing.stream, in: all)
        let pieces = open.pieces(of: free, in: all)
        bookable = IntervalSet(pieces).seconds(in: standing.interval)
        let booked = plan.schedule.work(of: owner, on: standing.stream.id, in: all).intervals
            .compactMap { $0.intersection(all) }
        let done = Self.end(of: standing.deadline.remaining, from: plan.now, booked + pieces)
        doneBy = done
        let until = Interval(plan.now, done ?? standing.interval.end)
        let missing = standing.deadline.remaining - IntervalSet(booked).seconds(in: until)
        claimed = Self.first(missing, of: pieces)
        help = CareSwap(for: standing, owner: owner, free, open, in: plan)
    }

    /// When so much has been worked; nil: never.
    private static func end(of seconds: Int, from now: Instant, _ times: [Interval]) -> Instant? {
        guard seconds > 0 else { return now }
        var left = seconds
        for time in IntervalSet(times).intervals {
            if time.seconds >= left { return time.start.adding(seconds: left) }
            left -= time.seconds
        }
        return nil
    }

    /// The first so many seconds.
    static func first(_ seconds: Int, of times: [Interval]) -> [Interval] {
        var left = seconds
        return times.compactMap { time in
            guard left > 0 else { return nil }
            let part = Interval(time.start, time.start.adding(seconds: min(left, time.seconds)))
            left -= part.seconds
            return part
        }
    }
}

extension CareSwap {
    /// Nil where there is no other parent, or where they could free nothing.
    init?(for standing: DeadlineStanding, owner: Int, _ free: IntervalSet, _ open: BookableTime, in plan: Plan) {
        let schedule = plan.schedule
        guard let other = schedule.parents.first(where: { $0 != owner }) else { return nil }
        let freeable = plan.freeable(of: owner, by: other, for: standing.stream, in: standing.interval)
        let before = IntervalSet(open.pieces(of: free, in: standing.interval))
        let more = IntervalSet(free.intervals + freeable.intervals)
        let after = IntervalSet(open.pieces(of: more, in: standing.interval))
        let gained = after.seconds(in: standing.interval) - before.seconds(in: standing.interval)
        guard gained > 0 else { return nil }
        let taken = after.intersection(freeable).intervals
        let wanted = standing.missing > 0 ? min(standing.missing, gained) : gained
        let moved = plan.care(of: owner, in: DeadlineWalk.first(wanted, of: taken))
        let balance = Ledger(plan, over: standing.interval).balance(over: standing.interval)
        let (own, its) = (schedule.people[owner].id, schedule.people[other].id)
        let (mine, theirs) = (balance.people[own]?.care ?? .zero, balance.people[its]?.care ?? .zero)
        person = its
        freed = gained
        shareBefore = mine.perMille(of: mine + theirs, roundedUp: false)
        shareAfter = max(shareBefore - moved.perMille(of: mine + theirs, roundedUp: false), 0)
    }
}

extension Plan {
    /// The time in which care alone keeps a stream's owner from its work, and nothing keeps the other parent from that care.
    fileprivate func freeable(of owner: Int, by other: Int, for stream: Stream, in interval: Interval) -> IntervalSet {
        let own = schedule.timelines[owner].touching(interval)
        let alone = covers.values.flatMap { $0.overlapping(interval) }.filter {
            $0.reason == .available && $0.carers == [owner]
        }
        let care = IntervalSet(
            own.filter { kind(of: $0) == .care }.map(\.interval) + alone.map(\.interval)
        )
        let kept =
            own.filter { keeps($0) }.map(\.interval)
            + schedule.padded(other, near: interval).filter { keeps($0.element) || kind(of: $0.element) == .care }
            .map(\.interval)
        let possible = care.intersection(IntervalSet(IntervalSet(kept).complement(in: interval)))
        guard !stream.hours.isEmpty else { return possible }
        return possible.intersection(schedule.household.times(of: stream.hours, over: interval))
    }

    private func kind(of occurrence: Occurrence) -> EntryKind { schedule.traits[occurrence.traits].entry.kind }

    /// Whether it keeps its people from anything else.
    private func keeps(_ occurrence: Occurrence) -> Bool {
        schedule.traits[occurrence.traits].isExclusive || kind(of: occurrence) == .family
    }

    /// How much of the care of children who are awake somebody has in some intervals.
    fileprivate func care(of person: Int, in intervals: [Interval]) -> SharedTime {
        covers.values.reduce(.zero) { sum, cover in
            intervals.reduce(sum) { sum, interval in
                cover.overlapping(interval).filter { $0.isAwake && $0.carers.contains(person) }.reduce(sum) {
                    $0
                        + SharedTime(
                            seconds: $1.interval.intersection(interval)?.seconds ?? 0,
                            among: $1.carers.count
                        )
                }
            }
        }
    }
}
