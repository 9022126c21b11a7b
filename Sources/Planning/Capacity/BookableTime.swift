import Household
import ICalendar

/// The time in which a parent could still book work: neither at night nor in protected time, and within the limits that they
/// set themselves.
struct BookableTime {
    private let plan: Plan
    private let owner: Int
    private let limits: WorkLimits
    /// When they work: as planned, and what was taken since.
    private var work: IntervalSet

    /// Nobody gets into their work in less. In seconds.
    private static let shortest = 900

    init(of owner: Int, in plan: Plan) {
        (self.plan, self.owner) = (plan, owner)
        limits = plan.schedule.people[owner].work
        work = plan.schedule.work[owner]
    }

    /// Counts time as booked from now on.
    mutating func take(_ intervals: [Interval]) { work = IntervalSet(work.intervals + intervals) }

    /// What of some free time could be booked, the earliest first, in order.
    func pieces(of free: IntervalSet, in interval: Interval) -> [Interval] {
        let household = plan.schedule.household
        let protected = household.times(of: household.settings.protected.map(\.window), over: interval)
        let open = free.intersection(household.times(of: [Self.waking], over: interval))
            .intersection(IntervalSet(protected.complement(in: interval)))
            .intersection(IntervalSet(work.complement(in: interval)))
        var chosen: [Interval] = []
        for day in household.localDays(touching: interval).map({ household.day($0) }) {
            chosen += pieces(of: open, on: day, after: chosen)
        }
        return chosen
    }

    private func pieces(of open: IntervalSet, on day: Interval, after chosen: [Interval]) -> [Interval] {
        let allowed = allowed(on: day, after: chosen.last?.end)
        var left = budget(on: day, after: chosen)
        var pieces: [Interval] = []
        for piece in open.touching(allowed).compactMap({ $0.intersection(allowed) }) {
            let part = Interval(piece.start, piece.start.adding(seconds: min(piece.seconds, left)))
            guard part.seconds >= Self.shortest else { continue }
            pieces.append(part)
            left -= part.seconds
        }
        return pieces
    }

    /// The part of a day that leaves the nights before and after it long enough.
    private func allowed(on day: Interval, after chosen: Instant?) -> Interval {
        guard let rest = limits.rest else { return day }
        let before = work.intervals.last { $0.start < day.start }?.end
        let last = [before, chosen].compactMap(\.self).max()
        let next = work.intervals.first { $0.start >= day.end }?.start
        let start = max(day.start, last.map { $0.adding(seconds: rest) } ?? day.start)
        let end = min(day.end, next.map { $0.adding(seconds: -rest) } ?? day.end)
        return Interval(min(start, day.end), max(end, min(start, day.end)))
    }

    /// How much more they want to work that day, by the day and by its week.
    private func budget(on day: Interval, after chosen: [Interval]) -> Int {
        let household = plan.schedule.household
        var left = limits.perDay.map { $0 - work.seconds(in: day) } ?? day.seconds
        if let perWeek = limits.perWeek, let week = household.weeks(touching: day).first {
            let more = IntervalSet(chosen).seconds(in: week)
            left = min(left, perWeek - work.seconds(in: week) - more)
        }
        return max(left, 0)
    }

    /// As in the balance: the night is from 23:00 to 06:00.
    private static let waking = Window(
        days: Set(Weekday.allCases),
        from: CivilTime(secondsSinceMidnight: 6 * 3_600),
        to: CivilTime(secondsSinceMidnight: 23 * 3_600)
    )
}
