import Household
import ICalendar

/// What of a plan somebody is shown.
struct Sight {
    private let schedule: Schedule
    private let viewer: Viewer
    /// As an index into the schedule's people; nil for whoever is shown everything.
    private let person: Int?
    /// For each child that a carer looks after, when the carer has it.
    private var times: [Int: IntervalSet] = [:]

    init(of viewer: Viewer, _ plan: Plan) {
        self.viewer = viewer
        schedule = plan.schedule
        switch viewer {
        case .administrator, .parents: person = nil
        case .child(let child): person = schedule.household.people.index(forKey: child)
        case .carer(let carer):
            let own = schedule.household.people.index(forKey: carer)
            person = own
            for child in schedule.household.children(of: carer) {
                guard let index = schedule.household.people.index(forKey: child), let cover = plan.covers[index] else {
                    continue
                }
                let having = cover.overlapping(plan.extent).filter { own.map($0.carers.contains) ?? false }
                times[index] = IntervalSet(having.map(\.interval))
            }
        }
    }

    /// Those in which they are, bring or fetch; a carer's children's that they have at that time, or take over.
    func shows(_ occurrence: Occurrence) -> Bool {
        guard let person else { return viewer.plans }
        if isOwn(occurrence, person) { return true }
        return schedule.traits[occurrence.traits].members.contains { has($0, in: occurrence.interval) }
    }

    /// Those that are about them, or about something that they are in; a carer's children's at the times when they have them.
    func shows(_ conflict: Conflict, own: Set<OccurrenceID>) -> Bool {
        guard let person else { return viewer.plans }
        if conflict.people.contains(schedule.people[person].id) { return true }
        if conflict.occurrences.contains(where: own.contains) { return true }
        return conflict.people.contains { id in
            schedule.household.people.index(forKey: id).map { has($0, in: conflict.interval) } ?? false
        }
    }

    /// The occurrences in which they are, bring or fetch.
    var own: Set<OccurrenceID> {
        guard let person else { return [] }
        return Set(schedule.occurrences.filter { isOwn($0, person) }.map(schedule.id))
    }

    private func isOwn(_ occurrence: Occurrence, _ person: Int) -> Bool {
        let traits = schedule.traits[occurrence.traits]
        if traits.members.contains(person) { return true }
        let id = schedule.people[person].id
        return traits.entry.dropOff == id || traits.entry.pickUp == id
    }

    private func has(_ child: Int, in interval: Interval) -> Bool {
        times[child].map { !$0.touching(interval).isEmpty } ?? false
    }
}
