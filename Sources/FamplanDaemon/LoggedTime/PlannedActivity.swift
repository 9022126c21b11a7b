import FamplanAPI
import Household
import ICalendar
import Planning

/// What somebody begins to do: an activity, and the planned occurrence that it is part of.
struct PlannedActivity {
    let activity: Activity
    var occurrence: OccurrenceID?
    var isPrivate = false
}

/// What is planned for a person around a moment, as far as it can be logged: work on a stream of theirs, and care. What is
/// private to others is not there for whoever logs.
struct PlannedActivities {
    let household: Household
    let person: Person
    let moment: Instant
    private let schedule: Schedule
    private let occurrences: [Occurrence]

    /// How far from the moment an occurrence can be that an entry's name means, in seconds.
    private static let reach = 36 * 3_600

    init(_ household: Household, of person: Person, at moment: Instant, for viewer: Viewer) {
        self.household = household
        self.person = person
        self.moment = moment
        let range = Interval(moment.adding(seconds: -Self.reach), moment.adding(seconds: Self.reach))
        let schedule = Schedule(household, over: range)
        self.schedule = schedule
        occurrences = schedule.occurrences.filter { occurrence in
            let entry = schedule.entry(of: occurrence)
            return entry.people.contains(person.id) && Self.activity(entry) != nil
                && !(household.entries[entry.id] ?? entry).isHidden(from: viewer)
        }
    }

    /// What is under way: work before care, and of two what began last.
    var underWay: PlannedActivity? {
        let current = occurrences.filter { $0.interval.contains(moment) }.reversed()
        return (current.first { schedule.entry(of: $0).kind == .work } ?? current.first).flatMap(planned)
    }

    /// What comes next, in words; nil where nothing does within a day and a half.
    var nextWords: String? {
        guard let next = occurrences.first(where: { $0.start > moment }) else { return nil }
        let wall = household.zone.wall(of: next.start)
        return "“\(schedule.entry(of: next).title)” \(wall.date.dayAndMonth) \(wall.time)"
    }

    /// The occurrence under way of this activity, if there is one.
    func underWay(_ activity: Activity) -> PlannedActivity? {
        occurrences.last { occurrence in
            occurrence.interval.contains(moment) && Self.activity(schedule.entry(of: occurrence)) == activity
        }.flatMap(planned)
    }

    /// The occurrence of an entry that is under way, else the nearest.
    func nearest(of entry: Entry) -> PlannedActivity? {
        occurrences.filter { schedule.entry(of: $0).id == entry.id }
            .min { distance($0.interval) < distance($1.interval) }.flatMap(planned)
    }

    /// What one begins with an occurrence of an entry.
    static func planned(_ entry: Entry, of start: Instant) -> PlannedActivity? {
        activity(entry).map {
            PlannedActivity(
                activity: $0,
                occurrence: OccurrenceID(entry: entry.id, of: start),
                isPrivate: entry.isPrivate
            )
        }
    }

    /// What working through an entry is; nil where it is neither work on a stream nor care.
    static func activity(_ entry: Entry) -> Activity? {
        switch entry.kind {
        case .work: entry.stream.map { .work(stream: $0) }
        case .care: entry.children.isEmpty ? nil : .care(children: entry.children)
        case .school, .appointment, .away, .family: nil
        }
    }

    private func planned(_ occurrence: Occurrence) -> PlannedActivity? {
        Self.planned(schedule.entry(of: occurrence), of: occurrence.of)
    }

    func distance(_ interval: Interval) -> Int {
        if interval.contains(moment) { return 0 }
        return interval.start > moment ? interval.start - moment : moment - interval.end
    }
}
