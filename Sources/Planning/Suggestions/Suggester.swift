public import Household
import ICalendar

/// Finds ways out of a conflict: proposes changes, tries each on the plan, and keeps the best that work.
///
/// The same plan always gives the same suggestions in the same order.
public struct Suggester: Sendable {
    private let evaluation: Evaluation
    private let ways: [any Proposing]

    /// - Parameter evaluation: of the household as it is, over a range in which the conflicts lie.
    public init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
        ways = [
            HandoverNames(), Shortenings(), Moves(), Bookings(), CareToParents(), CareForGoals(), Swaps(),
            CarersAsked(), Releases(),
        ]
    }

    /// More are not read.
    private static let most = 3
    /// More are not tried: what was proposed first is the more likely to work.
    private static let mostTries = 80
    /// A trial of weeks takes longer than one of a day.
    private static let mostOnward = 2
    /// Of proposals that differ in their time alone.
    private static let mostTriesOfAGroup = 10

    /// At most three ways out of a conflict that the evaluation has found, the best first; none where nothing helps, or
    /// where it is over.
    public func suggestions(for conflict: Conflict) -> [Suggestion] {
        let situation = Situation(evaluation, conflict)
        guard conflict.interval.end > situation.now else { return [] }
        let ranked = trials(in: situation).sorted { $0.rank < $1.rank }
        return withOneOnward(chosen(from: ranked), in: situation).map { trial in
            Suggestion(
                way: trial.proposal.way,
                title: trial.proposal.title,
                changes: trial.proposal.changes,
                cost: Costing(trial, in: situation).cost
            )
        }
    }

    /// The proposals that work; of those that differ in time alone, the first.
    private func trials(in situation: Situation) -> [Trial] {
        var trials: [Trial] = []
        var seen: Set<[Change]> = []
        var tries: [String: Int] = [:]
        var left = Self.mostTries
        for proposal in ways.flatMap({ $0.proposals(in: situation) }) {
            guard left > 0 else { break }
            guard tries[proposal.group, default: 0] < Self.mostTriesOfAGroup else { continue }
            // What a feed says is not ours to change.
            guard !proposal.changes.isEmpty, !proposal.changes.contains(where: \.isOfFeed),
                seen.insert(proposal.changes).inserted
            else { continue }
            left -= 1
            tries[proposal.group, default: 0] += 1
            guard let trial = Trial(proposal, in: situation) else { continue }
            trials.append(trial)
            tries[proposal.group] = Self.mostTriesOfAGroup
        }
        return trials
    }

    /// The best ones, of different sorts as far as there are such.
    private func chosen(from ranked: [Trial]) -> [Trial] {
        var seen: Set<WayOut> = []
        let positions = ranked.indices.filter { seen.insert(ranked[$0].proposal.way).inserted }
        let others = ranked.indices.filter { !positions.contains($0) }
        return (positions + others).prefix(Self.most).sorted().map { ranked[$0] }
    }

    /// With the best that can be done to a whole series as well, after what does it once.
    private func withOneOnward(_ chosen: [Trial], in situation: Situation) -> [Trial] {
        let onward = Onward(situation)
        for (index, trial) in chosen.prefix(Self.mostOnward).enumerated() {
            guard let further = onward.trial(after: trial) else { continue }
            return Array((chosen[...index] + [further] + chosen[(index + 1)...]).prefix(Self.most))
        }
        return chosen
    }
}

/// One sort of way out: what could be tried. Not everything that is proposed works.
protocol Proposing: Sendable {
    /// In the order in which they are to be tried.
    func proposals(in situation: Situation) -> [Proposal]
}

/// Changes that may be a way out.
struct Proposal {
    let way: WayOut
    var title: String
    let changes: [Change]
    /// Those that differ in time alone share it: the first that works is enough.
    let group: String
    /// By how much something is moved, in seconds.
    var moved = 0
    /// How much of what was planned does not happen, in seconds of one person.
    var lost = 0
    /// Whose time is planned otherwise.
    let people: [ID<Person>]
}
