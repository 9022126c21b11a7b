import Household
import ICalendar

/// Local days and weeks, in the household's zone.
extension Household {
    /// The local days that an interval touches, and some more before and after; of an empty one the day it is in.
    func localDays(touching interval: Interval, and more: Int = 0) -> [CivilDate] {
        let first = zone.wall(of: interval.start).date
        let last = max(first, zone.wall(of: interval.end.adding(seconds: -1)).date)
        return (first.daysSinceEpoch - more...last.daysSinceEpoch + more).map(CivilDate.init(daysSinceEpoch:))
    }

    /// The local day, from midnight to midnight.
    func day(_ date: CivilDate, count: Int = 1) -> Interval {
        Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: count)))
    }

    /// The local weeks that an interval touches, each whole.
    func weeks(touching interval: Interval) -> [Interval] {
        let starts = localDays(touching: interval).map { $0.startOfWeek(settings.weekStart) }
        return Set(starts).sorted().map { day($0, count: 7) }
    }

    /// The midnight with which the day of a moment begins, or that of so many days later.
    func midnight(at instant: Instant, plus days: Int = 0) -> Instant {
        zone.startOfDay(zone.wall(of: instant).date.adding(days: days))
    }

    /// The moment from which a stream is no more; the end of time where it is not archived.
    func end(of stream: Stream) -> Instant { zone.startOfDay(stream.archived ?? .last) }

    /// The times of windows, over the whole of `interval`.
    func times(of windows: [Window], over interval: Interval) -> IntervalSet {
        let days = localDays(touching: interval, and: 1)
        return IntervalSet(days.flatMap { day in windows.compactMap { $0.interval(on: day, in: zone) } })
    }
}
