import Household
import ICalendar

extension Schedule {
    var parents: [Int] { people.indices.filter { people[$0].role == .parent } }

    /// When somebody works: on any stream, or on one. Overlapping work is once.
    func work(of person: Int, on stream: ID<Stream>? = nil) -> IntervalSet {
        let own = timelines[person].occurrences.filter { occurrence in
            let entry = traits[occurrence.traits].entry
            return entry.kind == .work && (stream == nil || entry.stream == stream)
        }
        return IntervalSet(own.map(\.interval))
    }

    /// The times of windows, over the whole of `interval`.
    func times(of windows: [Window], over interval: Interval) -> IntervalSet {
        let days = localDays(touching: interval, and: 1)
        return IntervalSet(
            days.flatMap { day in windows.compactMap { $0.interval(on: day, in: household.zone) } }
        )
    }

    /// The local days that an interval touches, and some more before and after.
    func localDays(touching interval: Interval, and more: Int = 0) -> [CivilDate] {
        let first = household.zone.wall(of: interval.start).date
        let last = household.zone.wall(of: interval.end.adding(seconds: -1)).date
        return (first.daysSinceEpoch - more...last.daysSinceEpoch + more).map(CivilDate.init(daysSinceEpoch:))
    }

    /// The local day, from midnight to midnight.
    func day(_ date: CivilDate, count: Int = 1) -> Interval {
        Interval(household.zone.startOfDay(date), household.zone.startOfDay(date.adding(days: count)))
    }

    /// The local weeks that an interval touches, each whole.
    func weeks(touching interval: Interval) -> [Interval] {
        let starts = localDays(touching: interval).map { $0.startOfWeek(household.settings.weekStart) }
        return Set(starts).sorted().map { day($0, count: 7) }
    }
}
