import Household
import ICalendar

/// Time that both parents have with the children becomes one parent's: for the other's own time, for time one-on-one, or
/// for the share that the family wants.
struct CareForGoals: Proposing {
    /// Blocks of an hour to three, on quarters of an hour; more than some are no suggestion any more.
    private static let shortest = 3_600
    private static let longest = 3 * 3_600
    private static let step = 900
    private static let mostBlocks = 4

    func proposals(in situation: Situation) -> [Proposal] {
        guard case .goal(let id) = situation.conflict.subject, let aim = situation.household.goals[id]?.aim else {
            return []
        }
        let blocks = blocks(in: situation)
        return assignments(for: aim, situation).flatMap { assignment in
            blocks.indices.map { proposal(assignment, Array(blocks[...$0]), situation) }
        }
    }

    /// Who has which children.
    private typealias Assignment = [(parent: ID<Person>, children: [ID<Person>])]

    private func assignments(for aim: Goal.Aim, _ situation: Situation) -> [Assignment] {
        let children = situation.household.people.values.filter { $0.role == .child && !$0.care.isEmpty }.map(\.id)
        func others(than parent: ID<Person>) -> [ID<Person>] { situation.parents.filter { $0 != parent } }
        switch aim {
        case .together: return []
        case .ownTime(let person, _): return others(than: person).map { [($0, children)] }
        // Whether the share is to grow or to shrink, the trial tells.
        case .careShare(let person, _, _): return ([person] + others(than: person)).map { [($0, children)] }
        case .oneOnOne(let person, let child, _):
            let rest = children.filter { $0 != child }
            return rest.isEmpty
                ? [[(person, [child])]] : others(than: person).map { [(person, [child]), ($0, rest)] }
        }
    }

    /// Times ahead in which every child is awake at home, both parents have it, and neither has anything planned.
    private func blocks(in situation: Situation) -> [Interval] {
        let ahead = Interval(max(situation.now, situation.conflict.interval.start), situation.conflict.interval.end)
        let parents = situation.schedule.parents
        let planned = IntervalSet(
            parents.flatMap { situation.schedule.timelines[$0].touching(ahead) }.map(\.interval)
        )
        let needing = situation.plan.covers.filter { !situation.schedule.people[$0.key].care.isEmpty }
        let shared = needing.values.map { cover in
            IntervalSet(
                cover.overlapping(ahead).filter { stretch in
                    stretch.isAwake && stretch.reason == .available && parents.allSatisfy(stretch.carers.contains)
                }.compactMap { $0.interval.intersection(ahead) }
            )
        }
        guard let first = shared.first else { return [] }
        let free = shared.dropFirst().reduce(first) { $0.intersection($1) }.intervals
            .flatMap(planned.complement)
        return Array(free.compactMap(block).sorted { $0.start < $1.start }.prefix(Self.mostBlocks))
    }

    private func block(in free: Interval) -> Interval? {
        let seconds = min(free.seconds, Self.longest) / Self.step * Self.step
        return seconds < Self.shortest ? nil : Interval(free.start, free.start.adding(seconds: seconds))
    }

    private func proposal(_ assignment: Assignment, _ blocks: [Interval], _ situation: Situation) -> Proposal {
        var edits = Edits(situation.household)
        for block in blocks {
            for (parent, children) in assignment {
                edits.add(care(by: parent, for: children, over: block, in: situation))
            }
        }
        let who = assignment.map { "\(situation.name($0.parent)) has \(situation.names($0.children))" }
        let when = situation.words.list(blocks.map(situation.words.span))
        return Proposal(
            way: .give,
            title: "\(situation.words.list(who)), \(when)",
            changes: edits.changes,
            group: "goal \(assignment.map(\.parent.rawValue))",
            people: assignment.flatMap { [$0.parent] + $0.children }
        )
    }
}
