import ICalendar

/// When the daemon makes a backup by itself, and how many it keeps.
struct BackupPlan: Hashable, Sendable {
    /// Of the household's day.
    var time = CivilTime(secondsSinceMidnight: 12_600)
    /// So many of the latest days.
    var daily = 7
    /// Of so many of the latest weeks the last one.
    var weekly = 4
    /// Of so many of the latest months the last one.
    var monthly = 12

    /// Those of which nothing is lost by the plan when they are deleted. The latest is never among them.
    ///
    /// Counted by the backups that there are: time in which none was made takes nothing away.
    func removable(_ dates: some Sequence<CivilDate>) -> Set<CivilDate> {
        let latestFirst = dates.sorted(by: >)
        var kept = Set(latestFirst.prefix(max(daily, 1)))
        kept.formUnion(Self.last(of: latestFirst, in: weekly) { $0.startOfWeek(.monday) })
        kept.formUnion(Self.last(of: latestFirst, in: monthly) { $0.adding(days: 1 - $0.day) })
        return Set(latestFirst).subtracting(kept)
    }

    /// The last of each of the latest stretches that have any.
    private static func last(
        of latestFirst: [CivilDate],
        in count: Int,
        _ stretch: (CivilDate) -> CivilDate
    ) -> [CivilDate] {
        var seen: Set<CivilDate> = []
        return Array(latestFirst.filter { seen.insert(stretch($0)).inserted }.prefix(count))
    }
}
