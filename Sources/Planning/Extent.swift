import Household
import ICalendar

/// How far the deadlines and goals of a household look that touch a range.
struct Extent {
    private let household: Household
    private let range: Interval
    private let now: Instant

    init(of household: Household, range: Interval, now: Instant) {
        (self.household, self.range, self.now) = (household, range, now)
    }

    /// From the first to the last moment that they or `reach` look at.
    func hull(with reach: Interval) -> Interval {
        (deadlines + weeks).reduce(reach) { Interval(min($0.start, $1.start), max($0.end, $1.end)) }
    }

    /// Every week of a goal's windows that share a moment with the range, in order.
    var weeks: [Interval] {
        guard let longest = household.goals.values.map(\.aim.weeks).max() else { return [] }
        let touched = household.weeks(touching: range)
        guard let first = touched.first, let last = touched.last else { return [] }
        let more = (longest - 1) * 7
        return household.weeks(
            touching: Interval(
                household.midnight(at: first.start, plus: -more),
                household.midnight(at: last.end, plus: more)
            )
        )
    }

    /// From now to when each deadline is due.
    private var deadlines: [Interval] {
        household.streams.values.flatMap(\.deadlines).map { Interval(now, household.zone.instant(of: $0.due)) }
            .filter { !$0.isEmpty && $0.overlaps(range) }
    }
}

extension Goal.Aim {
    /// How many weeks it is judged over.
    var weeks: Int {
        switch self {
        case .careShare(_, _, let weeks): weeks
        case .together, .oneOnOne, .ownTime: 1
        }
    }
}
