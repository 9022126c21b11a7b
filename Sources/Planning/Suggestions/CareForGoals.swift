import Household
import ICalendar

/// Time that both parents have with the children becomes one parent's: for the other's own time, for time one-on-one, or
/// for the share that the family wants.
struct CareForGoals: Proposing {
    /// Blocks of an hour to three, on quarters of an hour; more than some are no suggestion any more.
    private static let shortest = 3_600
    private static let longest = 3 * 3_600
    private static let step = 900
    private static let mostBlocks = 5

    func proposals(in situation: Situation) -> [Proposal] {
        guard case .goal(let id) = situation.conflict.subject, let aim = situation.household.goals[id]?.aim else {
            return []
        }
        let blocks = blocks(in: situation, missing: missing(of: id, situation))
        // One alone where that is enough; else several together.
        let choices = blocks.map { [$0] } + blocks.indices.dropFirst().map { Array(blocks[...$0]) }
        return assignments(for: aim, situation).flatMap { assignment in
            choices.map { proposal(assignment, $0, situation) }
        }
    }

    /// How much is missing, in seconds; nil for a share.
    private func missing(of goal: ID<Goal>, _ situation: Situation) -> Int? {
        let standings = GoalReport(situation.plan, touching: situation.conflict.interval).standings
        let standing = standings.first { $0.goal.id == goal && $0.window == situation.conflict.interval }
        guard let standing, case .seconds(let had) = standing.amount else { return nil }
        switch standing.goal.aim {
        case .together(let least), .oneOnOne(_, _, let least), .ownTime(_, let least): return least - had
        case .careShare: return nil
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
    private func blocks(in situation: Situation, missing: Int?) -> [Interval] {
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
        let most = min(
            Self.longest,
            max(Self.shortest, ((missing ?? .max / 2) + Self.step - 1) / Self.step * Self.step)
        )
        return Array(
            free.compactMap { block(in: $0, atMost: most) }.sorted { $0.start < $1.start }.prefix(Self.mostBlocks)
        )
    }

    private func block(in free: Interval, atMost most: Int) -> Interval? {
        let seconds = min(free.seconds, most) / Self.step * Self.step
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
