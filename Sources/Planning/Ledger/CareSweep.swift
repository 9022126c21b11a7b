import Household
import ICalendar

/// Goes once through time, all children side by side, and counts who has whom.
struct CareSweep {
    struct Pair: Hashable {
        let parent: Int
        let child: Int
    }

    /// For each adult who has care at all, as an index into the schedule's people.
    private(set) var shares: [Int: SharedTime] = [:]
    /// Seconds.
    private(set) var together = 0
    private(set) var oneOnOne: [Pair: Int] = [:]
    private let plan: Plan
    private let parents: [Int]

    private typealias Present = (child: Int, stretch: Cover.Stretch)

    init(of plan: Plan) {
        self.plan = plan
        parents = plan.schedule.parents
    }

    /// Counts an interval within the plan's reach.
    mutating func add(_ interval: Interval) {
        let covers = plan.covers.map { (child: $0.key, stretches: $0.value.overlapping(interval)) }
        var positions = covers.map(\.stretches.startIndex)
        var start = interval.start
        while start < interval.end {
            var end = interval.end
            for (number, cover) in covers.enumerated() {
                while cover.stretches[positions[number]].interval.end <= start { positions[number] += 1 }
                end = min(end, cover.stretches[positions[number]].interval.end)
            }
            add(zip(covers, positions).map { ($0.child, $0.stretches[$1]) }, seconds: end - start)
            start = end
        }
    }

    /// A time in which nothing changes: what each of the children has.
    private mutating func add(_ present: [Present], seconds: Int) {
        for (child, stretch) in present where stretch.isAwake && !stretch.carers.isEmpty {
            let share = SharedTime(seconds: seconds, among: stretch.carers.count)
            for carer in stretch.carers { shares[carer, default: .zero] += share }
            if let parent = onlyParent(of: stretch), isAlone(parent, with: child, present) {
                oneOnOne[Pair(parent: parent, child: child), default: 0] += seconds
            }
        }
        if areTogether(present) { together += seconds }
    }

    private func onlyParent(of stretch: Cover.Stretch) -> Int? {
        let own = stretch.carers.filter(parents.contains)
        return own.count == 1 ? own.first : nil
    }

    /// Whether the parent has no other child, awake or not.
    private func isAlone(_ parent: Int, with child: Int, _ present: [Present]) -> Bool {
        !present.contains { $0.child != child && $0.stretch.carers.contains(parent) }
    }

    private func areTogether(_ present: [Present]) -> Bool {
        guard parents.count == 2, !present.isEmpty else { return false }
        return present.allSatisfy { _, stretch in
            stretch.isAwake && (stretch.reason == .together || stretch.reason == .available)
                && parents.allSatisfy(stretch.carers.contains)
        }
    }
}

extension Cover.Stretch {
    /// A child counts as awake at a level of `present` or more.
    var isAwake: Bool { level.map { $0 >= .present } ?? false }
}
