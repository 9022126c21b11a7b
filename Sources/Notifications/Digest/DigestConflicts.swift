import Household
import ICalendar
import Planning

/// What concerns one person of what is wrong, from a day on.
struct DigestConflicts {
    /// Found less than a day ago; the worst first, then in order of time.
    let new: [KnownConflict]
    /// Open for longer, in the same order.
    let older: [KnownConflict]
    /// How many are known and lived with.
    let accepted: ConflictSum
    /// When nobody has a child on the day and the six after it, in order.
    let gaps: [Gap]
    /// The day and the six after it.
    private let week: Interval
    private let day: Interval

    /// A time in which nobody has these children.
    struct Gap: Hashable {
        let interval: Interval
        var children: [ID<Person>]
    }

    init(
        _ known: [KnownConflict],
        for person: ID<Person>,
        on date: CivilDate,
        in household: Household,
        now: Instant
    ) {
        let zone = household.zone
        day = Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
        let week = Interval(day.start, zone.startOfDay(date.adding(days: 7)))
        self.week = week
        let start = day.start
        let own = known.filter { known in
            max(known.conflict.interval.end, known.conflict.interval.start.adding(seconds: 1)) > start
                && known.status != .resolved
                && known.conflict.concerns(person, in: household)
        }
        let open = own.filter { $0.status == .open }.sorted(by: Self.isToldBefore)
        let yesterday = zone.instant(of: zone.wall(of: now).adding(seconds: -86_400))
        new = open.filter { $0.foundAt > yesterday }
        older = open.filter { $0.foundAt <= yesterday }
        accepted = own.filter { $0.status == .accepted }.sum
        gaps = Self.gaps(among: open.filter { $0.conflict.interval.overlaps(week) }).map { gap in
            let children = household.people.keys.filter(gap.children.contains)
            return Gap(interval: gap.interval, children: Array(children))
        }
    }

    /// What is told of those that are new: even small ones, however far off.
    var newTold: ConflictList { ConflictList(new) }

    /// What is told, again, of the others: of small ones only what is near.
    var olderTold: ConflictList { ConflictList(older, until: week.end) }

    /// All that are told one by one.
    var told: [KnownConflict] { (newTold.groups + olderTold.groups).flatMap(\.conflicts) }

    /// All that are open.
    var open: [KnownConflict] { new + older }

    /// When today nobody has some child, all children together.
    var gapsToday: [Interval] {
        var found: [Interval] = []
        for gap in gaps.compactMap({ $0.interval.intersection(day) }) {
            if let last = found.last, gap.start <= last.end {
                found[found.count - 1].end = max(last.end, gap.end)
            } else {
                found.append(gap)
            }
        }
        return found
    }

    private static func gaps(among open: [KnownConflict]) -> [Gap] {
        var gaps: [Gap] = []
        let found = open.map(\.conflict).filter { $0.kind == .coverageGap }
        for conflict in found.sorted(by: Conflict.isListedBefore) {
            if let same = gaps.firstIndex(where: { $0.interval == conflict.interval }) {
                gaps[same].children += conflict.people
            } else {
                gaps.append(Gap(interval: conflict.interval, children: conflict.people))
            }
        }
        return gaps
    }

    private static func isToldBefore(_ one: KnownConflict, _ other: KnownConflict) -> Bool {
        if one.conflict.severity != other.conflict.severity {
            return one.conflict.severity > other.conflict.severity
        }
        if one.conflict != other.conflict { return Conflict.isListedBefore(one.conflict, other.conflict) }
        return one.id < other.id
    }
}

extension Conflict {
    /// Whether somebody is told of it: it names them, a child or nobody, or it is critical, whomever it names.
    func concerns(_ person: ID<Person>, in household: Household) -> Bool {
        severity == .critical || people.isEmpty
            || people.contains { $0 == person || household.people[$0]?.role == .child }
    }
}
