import Household
import ICalendar

/// A conflict within its plan: what is involved in it and can still be changed.
struct Situation {
    let evaluation: Evaluation
    let conflict: Conflict
    /// What has to do with the conflict and has not begun yet, in order of start.
    let involved: [Occurrence]
    let words: Wording

    init(_ evaluation: Evaluation, _ conflict: Conflict) {
        self.evaluation = evaluation
        self.conflict = conflict
        words = Wording(evaluation.plan)
        involved = Self.involved(in: conflict, evaluation.plan).filter { $0.start >= evaluation.plan.now }
    }

    var plan: Plan { evaluation.plan }
    var schedule: Schedule { evaluation.plan.schedule }
    var household: Household { evaluation.plan.schedule.household }
    var now: Instant { evaluation.plan.now }

    /// What of an interval is still to come, from a whole minute on.
    func ahead(of interval: Interval) -> Interval {
        guard interval.start < now else { return interval }
        let minute = Instant(secondsSinceEpoch: (now.secondsSinceEpoch + 59) / 60 * 60)
        return Interval(min(minute, interval.end), interval.end)
    }

    func entry(of occurrence: Occurrence) -> Entry { schedule.entry(of: occurrence) }

    func traits(of occurrence: Occurrence) -> Traits { schedule.traits[occurrence.traits] }

    func name(_ person: ID<Person>) -> String { household.people[person]?.name ?? person.rawValue }

    func names(_ people: [ID<Person>]) -> String { words.list(people.map(name)) }

    var parents: [ID<Person>] { schedule.parents.map { schedule.people[$0].id } }

    /// A person's timeline.
    func timeline(of person: ID<Person>) -> Timeline? {
        household.people.index(forKey: person).map { schedule.timelines[$0] }
    }

    /// Those who are there, by their ids.
    func members(of occurrence: Occurrence) -> [ID<Person>] {
        traits(of: occurrence).members.map { schedule.people[$0].id }
    }

    /// An id that no entry has.
    func freeID(_ text: String) -> ID<Entry> {
        let base = ID<Entry>(text) ?? ID(trusted: "entry")
        guard household.entries[base] != nil else { return base }
        var number = 2
        while household.entries[ID(trusted: "\(base)-\(number)")] != nil { number += 1 }
        return ID(trusted: "\(base)-\(number)")
    }

    private static func involved(in conflict: Conflict, _ plan: Plan) -> [Occurrence] {
        let named = Set(conflict.occurrences)
        if !named.isEmpty { return plan.schedule.occurrences.filter { named.contains(plan.schedule.id(of: $0)) } }
        // Days, weeks and deadlines name no occurrences: it is the work in them.
        guard let person = conflict.people.first,
            let index = plan.schedule.household.people.index(forKey: person)
        else { return [] }
        return plan.schedule.timelines[index].touching(conflict.interval).filter { occurrence in
            let entry = plan.schedule.entry(of: occurrence)
            guard entry.kind == .work, occurrence.interval.overlaps(conflict.interval) else { return false }
            if case .stream(let stream) = conflict.subject { return entry.stream == stream }
            return true
        }
    }
}
