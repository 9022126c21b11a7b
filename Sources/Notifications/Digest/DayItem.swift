import Household
import ICalendar
import Planning

/// Something that an adult does on a day: an occurrence, or bringing or fetching a child.
struct DayItem: Hashable {
    /// What of it lies in the day.
    let interval: Interval
    let title: String
    /// What is said behind the title: `call`, a place, `perhaps`.
    let remarks: [String]
    let isAllDay: Bool
    /// How little it can be interrupted.
    let attention: Attention
    /// Whether it can't wait: work that can't be interrupted, something elsewhere, a child to be brought or fetched.
    let isHard: Bool
}

extension DayItem {
    /// Nil where nothing of the occurrence lies in the day.
    init?(_ occurrence: Occurrence, in schedule: Schedule, day: Interval) {
        guard let interval = occurrence.interval.intersection(day) else { return nil }
        let entry = schedule.entry(of: occurrence)
        let household = schedule.household
        let attention = schedule.attention(of: occurrence)
        var remarks: [String] = []
        if attention == .call, entry.kind != .away { remarks.append("call") }
        let with = entry.kind == .care ? entry.children : []
        if !with.isEmpty { remarks.append("with " + DigestWords.list(with.map { household.name(of: $0) })) }
        if case .place(let id) = schedule.place(of: occurrence) {
            remarks.append(household.place(id)?.name ?? id.rawValue)
        }
        if entry.tentative { remarks.append("perhaps") }
        self.interval = interval
        self.remarks = remarks
        self.attention = attention
        title = entry.title
        isAllDay = entry.time.isAllDay || interval == day
        let isElsewhere = schedule.place(of: occurrence) != .home
        isHard =
            schedule.isBusy(occurrence) && !entry.tentative && entry.kind.isExclusive
            && (attention >= .focus || isElsewhere)
    }

    /// Bringing a child to an occurrence, or fetching it: one item for each that somebody is named for.
    static func handovers(
        _ occurrence: Occurrence,
        by person: ID<Person>,
        in schedule: Schedule,
        day: Interval
    ) -> [DayItem] {
        let entry = schedule.entry(of: occurrence)
        let household = schedule.household
        guard case .place(let id) = schedule.place(of: occurrence), let place = household.place(id) else { return [] }
        let children = (entry.people + entry.children).filter { household.people[$0]?.role == .child }
        guard !children.isEmpty else { return [] }
        let (who, way) = (DigestWords.list(children.map { household.name(of: $0) }), place.minutesFromHome * 60)
        var items: [DayItem] = []
        if entry.dropOff == person, day.contains(occurrence.start) {
            let interval = Interval(occurrence.start.adding(seconds: -way), occurrence.start)
            items.append(DayItem(interval, "Bring \(who) to \(place.name)"))
        }
        if entry.pickUp == person, day.contains(occurrence.end) {
            let interval = Interval(occurrence.end, occurrence.end.adding(seconds: way))
            items.append(DayItem(interval, "Fetch \(who) from \(place.name)"))
        }
        return items
    }

    private init(_ interval: Interval, _ title: String) {
        self.interval = interval
        self.title = title
        (remarks, isAllDay, attention, isHard) = ([], false, .focus, true)
    }

    /// `Sprint review (call)`.
    var words: String { remarks.isEmpty ? title : "\(title) (\(remarks.joined(separator: ", ")))" }
}

extension Household {
    /// A person's name, the id where there is none.
    func name(of person: ID<Person>) -> String { people[person]?.name ?? person.rawValue }
}
