public import Household
public import ICalendar

/// A plan and everything that is wrong with it, which follow a change by looking again only where it can matter.
public struct Evaluation: Sendable {
    public private(set) var plan: Plan
    /// In order of start, then the worst first.
    public private(set) var conflicts: [Conflict]
    private let rules: RuleSet

    /// Looks at all of the plan.
    public init(_ plan: Plan, rules: RuleSet = .standard) {
        self.plan = plan
        self.rules = rules
        conflicts = rules.conflicts(in: plan)
    }

    /// The evaluation after some changes: the same as that of the whole plan thought through anew.
    ///
    /// A change of an entry costs what there is on the days on which it was, or is now; a change of anything else costs
    /// as much as looking at everything.
    ///
    /// - Parameter household: the household with these changes, and no others.
    public func after(_ changes: [Change], in household: Household) -> Evaluation {
        guard let effect = effect(of: changes, in: household) else {
            return Evaluation(Plan(household, range: plan.range, now: plan.now), rules: rules)
        }
        var next = self
        next.plan = effect.plan
        next.conflicts.removeAll(where: effect.isLookedAtAgain)
        next.conflicts.merge(effect.found.listed)
        return next
    }

    /// What changes of entries do, nil where anything else is changed.
    func effect(of changes: [Change], in household: Household) -> Effect? {
        guard let entries = Self.entries(of: changes) else { return nil }
        let (next, affected) = plan.after(entries, in: household)
        // What touches two of the spans is found from both.
        let found = Set(affected.flatMap { rules.conflicts(in: next, touching: $0) })
        return Effect(plan: next, affected: affected, found: found)
    }

    /// The evaluation some time later, in the same range: of what is found, only deadlines depend on the moment.
    public func at(_ now: Instant) -> Evaluation {
        guard now != plan.now else { return self }
        guard now > plan.now else {
            return Evaluation(Plan(plan.schedule.household, range: plan.range, now: now), rules: rules)
        }
        var next = self
        next.plan.now = now
        next.conflicts.removeAll { $0.kind == DeadlineAtRisk.kind }
        let deadlines = rules.rules.filter { type(of: $0).kind == DeadlineAtRisk.kind }
        next.conflicts.merge(RuleSet(deadlines).conflicts(in: next.plan))
        return next
    }

    /// The entries that are changed, nil where anything else is.
    private static func entries(of changes: [Change]) -> Set<ID<Entry>>? {
        var entries: Set<ID<Entry>> = []
        for change in changes {
            guard case .entry(let entry) = change.item else { return nil }
            entries.insert(entry.id)
        }
        return entries
    }
}

/// What some changes do to a plan: all that is found in the times in which anything could have changed.
struct Effect {
    let plan: Plan
    let affected: [Interval]
    let found: Set<Conflict>

    /// Whether it was looked at again, so that it holds no longer unless it is among the found.
    func isLookedAtAgain(_ conflict: Conflict) -> Bool { affected.contains { $0.touches(conflict.interval) } }
}
