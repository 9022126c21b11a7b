import Household
import ICalendar
import Planning

/// One local day of the household, as the digest shows it.
struct DigestDay {
    let date: CivilDate
    /// From midnight to midnight.
    let interval: Interval
    /// Who has each child, in the household's order.
    let children: [(child: Person, stretches: [CarerStretch])]
    /// What each parent does, in the household's order.
    let adults: [(person: Person, items: [DayItem])]
    /// What is on and names nobody.
    let everybody: [DayItem]
    /// Whether nobody has anything on.
    let isEmpty: Bool

    init(_ date: CivilDate, in plan: Plan, gaps: [KnownConflict]) {
        let schedule = plan.schedule
        let household = schedule.household
        let zone = household.zone
        let day = Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
        let occurrences = schedule.occurrences.filter { $0.interval.overlaps(day) }
        self.date = date
        interval = day
        children = household.people.values.filter { $0.role == .child }.map { child in
            (child, CarerStretch.stretches(of: child.id, over: day, in: plan, gaps: gaps))
        }
        adults = household.people.values.filter { $0.role == .parent }.map { parent in
            (parent, Self.items(of: parent.id, occurrences, schedule, day))
        }
        everybody = occurrences.filter { occurrence in
            let entry = schedule.entry(of: occurrence)
            return entry.people.isEmpty && entry.children.isEmpty
        }.compactMap { DayItem($0, in: schedule, day: day) }
        isEmpty = occurrences.isEmpty
    }

    func items(of person: ID<Person>) -> [DayItem] { adults.first { $0.person.id == person }?.items ?? [] }

    private static func items(
        of person: ID<Person>,
        _ occurrences: [Occurrence],
        _ schedule: Schedule,
        _ day: Interval
    ) -> [DayItem] {
        let own = occurrences.filter { schedule.entry(of: $0).people.contains(person) }
            .compactMap { DayItem($0, in: schedule, day: day) }
        let ways = occurrences.flatMap { DayItem.handovers($0, by: person, in: schedule, day: day) }
        return (own + ways).enumerated().sorted { one, other in
            (one.element.interval.start, one.offset) < (other.element.interval.start, other.offset)
        }.map(\.element)
    }

    /// The hours that a drawing shows, as wall times: from six to ten at night, or all where nobody has a child outside
    /// these.
    func hours(in zone: Zone) -> ClosedRange<Int> {
        let usual = Interval(moment(hour: 6, in: zone), moment(hour: 22, in: zone))
        let gaps = children.flatMap(\.stretches).filter { $0.kind == .gap }
        let isWithin = gaps.allSatisfy { usual.start <= $0.interval.start && $0.interval.end <= usual.end }
        return isWithin ? 6...22 : 0...24
    }

    /// When a clock on the wall shows so many minutes past midnight.
    func moment(hour: Int, minute: Int = 0, in zone: Zone) -> Instant {
        let seconds = hour * 3_600 + minute * 60
        guard seconds < 86_400 else { return interval.end }
        return zone.instant(of: CivilDateTime(date, CivilTime(secondsSinceMidnight: seconds)))
    }
}
