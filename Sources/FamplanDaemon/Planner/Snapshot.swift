import Household
import ICalendar
import Planning

/// The household at one moment, as somebody is shown it: what a reading answer is made from, away from the planner.
///
/// Whatever is read from here is fit for the viewer. The household as it is goes no further than this: it is judged, and
/// what comes of that is shown.
struct Snapshot: Sendable {
    /// As it is shown.
    let household: Household
    let now: Instant
    let viewer: Viewer
    private let truth: Household

    init(household truth: Household, now: Instant, for viewer: Viewer = .administrator) {
        self.truth = truth
        self.now = now
        self.viewer = viewer
        household = truth.seen(by: viewer)
    }

    var zone: Zone { household.zone }
    var today: CivilDate { zone.wall(of: now).date }

    /// What the viewer is shown of what happens.
    func schedule(over range: Interval) -> Schedule {
        // Who has a child when says what a carer is shown.
        viewer.plans ? Schedule(truth, over: range).seen(by: viewer) : plan(over: range).schedule
    }

    /// What the viewer is shown of the plan.
    func plan(over range: Interval) -> Plan { Plan(truth, range: range, now: now).seen(by: viewer) }

    /// The children whose cover the viewer is shown, in the household's order.
    var children: [Person] {
        let all = household.people.values.filter { $0.role == .child }
        switch viewer {
        case .administrator, .parents: return all
        case .carer(let carer):
            let own = truth.children(of: carer)
            return all.filter { own.contains($0.id) }
        case .child(let child): return all.filter { $0.id == child }
        }
    }

    /// Those of whom the viewer is shown where they are.
    var people: [Person] {
        switch viewer {
        case .administrator, .parents: Array(household.people.values)
        case .carer(let own), .child(let own): [household.people[own]].compactMap(\.self)
        }
    }
}
