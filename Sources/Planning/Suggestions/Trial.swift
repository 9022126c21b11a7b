import Household
import ICalendar

/// A proposal that works: what is found wrong once it is made, held against what was.
struct Trial {
    var proposal: Proposal
    let after: Plan
    /// Where anything could have changed.
    let affected: [Interval]
    let created: [Conflict]
    let resolved: [Conflict]

    /// Nil where the conflict stays, or where something comes that is as bad, or where a child would be without anybody.
    init?(_ proposal: Proposal, in situation: Situation) {
        var household = situation.household
        for change in proposal.changes { household.apply(change) }
        guard household.problems(after: proposal.changes).isEmpty,
            let effect = situation.evaluation.effect(of: proposal.changes, in: household)
        else { return nil }
        let before = situation.evaluation.conflicts.filter(effect.isLookedAtAgain)
        let difference = Difference(from: before, to: effect.found.listed, in: effect.plan)
        guard difference.resolved.contains(situation.conflict) || Self.isOver(situation, effect),
            difference.created.allSatisfy({ $0.severity < situation.conflict.severity }),
            !Self.leavesAlone(effect, situation)
        else { return nil }
        self.proposal = proposal
        after = effect.plan
        affected = effect.affected
        (created, resolved) = (difference.created, difference.resolved)
    }

    /// What comes first takes least of the family.
    var rank: Rank {
        Rank(
            numbers: [
                created.filter { $0.severity == .warning }.count, created.count, proposal.lost > 0 ? 1 : 0,
                WayOut.allCases.firstIndex(of: proposal.way) ?? 0, proposal.lost, proposal.moved, -resolved.count,
                proposal.people.count,
            ],
            title: proposal.title
        )
    }

    /// Whether a conflict that is under way ends now: what is over can't be mended.
    private static func isOver(_ situation: Situation, _ effect: Effect) -> Bool {
        let conflict = situation.conflict
        guard conflict.interval.start < situation.now, conflict.kind.identity == .stretch else { return false }
        return !effect.found.contains { now in
            now.kind == conflict.kind && now.people == conflict.people
                && now.interval.end > situation.now.adding(seconds: 60) && now.interval.overlaps(conflict.interval)
        }
    }

    /// Whether a child is without anybody at a time at which it was not, whatever the household says of such gaps.
    private static func leavesAlone(_ effect: Effect, _ situation: Situation) -> Bool {
        effect.affected.contains { span in
            let before = CoverageGap().conflicts(in: situation.plan, touching: span)
            return CoverageGap().conflicts(in: effect.plan, touching: span).contains { gap in
                !before.contains { known in
                    known.people == gap.people && known.interval.start <= gap.interval.start
                        && gap.interval.end <= known.interval.end
                }
            }
        }
    }
}

/// Compared number by number, and at last by title.
struct Rank: Comparable {
    let numbers: [Int]
    let title: String

    static func < (lhs: Rank, rhs: Rank) -> Bool {
        lhs.numbers == rhs.numbers ? lhs.title < rhs.title : lhs.numbers.lexicographicallyPrecedes(rhs.numbers)
    }
}

/// What came and what is gone between two lists of findings; what only got worse came, too.
struct Difference {
    let created: [Conflict]
    let resolved: [Conflict]

    init(from before: [Conflict], to after: [Conflict], in plan: Plan) {
        let known = before.enumerated().map { number, conflict in
            KnownConflict(id: ID(trusted: "\(number)"), conflict: conflict, foundAt: plan.now)
        }
        let byID = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.conflict) })
        let reconciliation = Reconciliation(known: known, found: after, in: plan, now: plan.now) { _ in
            ID(trusted: "new")
        }
        let worse = reconciliation.updated.filter { now in
            byID[now.id].map { now.conflict.isWorse(than: $0, besidesLength: false) && !now.conflict.isPart(of: $0) }
                ?? false
        }
        created = (reconciliation.created + worse).map(\.conflict)
        resolved = reconciliation.resolved.map(\.conflict)
    }
}

extension Conflict {
    /// What is left of a stretch, as grave as it was at most: whoever joined it made it shorter.
    fileprivate func isPart(of other: Conflict) -> Bool {
        kind.identity == .stretch && severity <= other.severity && other.interval.start <= interval.start
            && interval.end <= other.interval.end
    }
}
