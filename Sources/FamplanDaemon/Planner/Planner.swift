import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// The one who owns the household: everything that changes it or its conflicts goes through here, one at a time.
///
/// Holds in memory what the database holds, so that reading and judging need no query. Runs on a queue of its own,
/// because it waits for the disk.
actor Planner {
    private let queue = QueueExecutor(label: "famplan.planner")
    let files = FileQueue()
    let store: Store
    let zones: ZoneDatabase
    let clock: @Sendable () -> Instant
    /// How far ahead conflicts are looked for.
    var horizonDays: Int
    /// Who is told what happens.
    nonisolated let watchers = Watchers()
    private(set) var household: Household { didSet { watchers.ring() } }
    /// Every conflict that is open or accepted, whenever it is.
    private(set) var unresolved: [ID<Conflict>: KnownConflict] { didSet { watchers.ring() } }
    /// What is wrong over the horizon in the household as it is; nil before it was looked at.
    private var evaluation: Evaluation?
    /// For how long that is as good as looking again: what is found changes by time alone only with the day, a
    /// deadline drawing near and an acceptance running out. In seconds.
    private static let evaluationLasts = 600

    /// The feeds, once they have been read.
    var followed: [FollowedFeed]?
    /// What was suggested last.
    var shown = ShownSuggestions()
    /// The conflicts that were written down as seen today.
    private var seen: (day: Instant?, conflicts: Set<ID<Conflict>>) = (nil, [])

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(
        store: Store,
        household: Household,
        zones: ZoneDatabase,
        horizonDays: Int,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        self.store = store
        self.zones = zones
        self.clock = clock
        self.horizonDays = horizonDays
        self.household = household
        let known = try store.conflicts(unresolvedOnly: true)
        unresolved = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
    }

    /// The household as it is shown to somebody.
    func snapshot(for viewer: Viewer) -> Snapshot { Snapshot(household: household, now: clock(), for: viewer) }

    /// The local day, in the household's zone.
    var today: CivilDate { household.zone.wall(of: clock()).date }

    /// From today's midnight on, as far as the horizon is.
    var horizon: Interval { horizon(of: household) }

    private func horizon(of household: Household) -> Interval {
        let zone = household.zone
        let today = zone.wall(of: clock()).date
        return Interval(zone.startOfDay(today), zone.startOfDay(today.adding(days: horizonDays)))
    }

    /// Takes what the database holds for what is so, and forgets what was worked out from the one before.
    func readAgain() throws {
        let known = try store.conflicts(unresolvedOnly: true)
        household = try store.household(zones: zones, customZone: ImportedZones.zone)
        followed = nil
        unresolved = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
        evaluation = nil
        shown = ShownSuggestions()
        seen = (nil, [])
    }

    // MARK: Conflicts

    /// What is wrong in a range, each with its id; what was never seen before gets one.
    func conflicts(in range: Interval) throws -> (plan: Plan, conflicts: [KnownConflict]) {
        let evaluation = Evaluation(Plan(household, range: range, now: clock()))
        let reconciliation = reconcile(evaluation, with: unresolved)
        try keep(reconciliation)
        return (evaluation.plan, reconciliation.current)
    }

    /// Brings the conflicts of the horizon up to date with the clock.
    func judgeHorizon() throws { _ = try lookAgain() }

    /// What is wrong over the horizon, as it was found some minutes ago at most.
    func evaluated() throws -> Evaluation {
        guard let evaluation, evaluation.plan.range == horizon,
            clock() - evaluation.plan.now < Self.evaluationLasts
        else { return try lookAgain() }
        return evaluation
    }

    private func lookAgain() throws -> Evaluation {
        let (range, now) = (horizon, clock())
        let known = evaluation.flatMap { $0.plan.range == range ? $0 : nil }
        let found = known?.at(now) ?? Evaluation(Plan(household, range: range, now: now))
        evaluation = found
        try keep(reconcile(found, with: unresolved))
        return found
    }

    /// Changes what is said of conflicts that are not resolved: of all, or of none.
    ///
    /// - Returns: each once, in the order in which they were named.
    func change(_ ids: [String], _ change: (inout KnownConflict) throws -> Void) throws -> [KnownConflict] {
        var named: Set<ID<Conflict>> = []
        let changed = try ids.map { try conflict($0) }.filter { named.insert($0.id).inserted }.map { known in
            var known = known
            try change(&known)
            return known
        }
        try store.record(conflicts: changed, seenAt: clock())
        for known in changed { unresolved[known.id] = known }
        return changed
    }

    /// Accepts a conflict by a token that is used with it.
    ///
    /// - Returns: when the token was used before; nothing is changed then. Nil: it was not.
    func accept(_ known: KnownConflict, spending token: SpentToken) throws -> Instant? {
        if let before = try store.accept(known, spending: token) { return before }
        unresolved[known.id] = known
        return nil
    }

    /// The conflict of that id that is not resolved, or an error that says what became of it.
    func conflict(_ id: String) throws -> KnownConflict {
        guard let id = ID<Conflict>(id), let known = unresolved[id] else { throw try noSuchConflict(id) }
        return known
    }

    private func noSuchConflict(_ text: String) throws -> ErrorBody {
        if let id = ID<Conflict>(text), let known = try store.conflict(id) {
            return ErrorBody(.notFound, "conflict \(id) is resolved: \(inWordsForAll(known).conflict.message)")
        }
        let nearest = Spelling.nearest(to: text, among: unresolved.keys.map(\.rawValue))
        return ErrorBody(
            .notFound,
            "no conflict “\(text)”"
                + (nearest.map { " (did you mean “\($0)”?)" } ?? " (`famplan conflicts` shows their ids)")
        )
    }

    private func reconcile(
        _ evaluation: Evaluation,
        with known: [ID<Conflict>: KnownConflict]
    ) -> Reconciliation {
        var minted: Set<ID<Conflict>> = []
        return Reconciliation(
            known: Array(known.values),
            found: evaluation.conflicts,
            in: evaluation.plan,
            now: clock()
        ) { conflict in
            let id = ConflictID.make(for: conflict) { minted.contains($0) || known[$0] != nil }
            minted.insert(id)
            return id
        }
    }

    /// One after the other: what lies in the ranges of two is one conflict.
    private func reconcile(_ evaluations: [Evaluation]) -> [Reconciliation] {
        var known = unresolved
        return evaluations.map { evaluation in
            let reconciliation = reconcile(evaluation, with: known)
            known.learn(reconciliation)
            return reconciliation
        }
    }

    /// Writes down what is new, changed or gone, and once a day that the rest is still there.
    ///
    /// Where nothing can be written just now, it is at the next look: looking goes on.
    private func keep(_ reconciliation: Reconciliation) throws {
        do {
            try write(reconciliation)
        } catch let error as StoreError where [.full, .readOnly, .busy].contains(error.kind) {
            return
        }
    }

    private func write(_ reconciliation: Reconciliation) throws {
        let now = clock()
        let changed = reconciliation.created + reconciliation.updated + reconciliation.resolved
        if !changed.isEmpty {
            try store.record(conflicts: changed, seenAt: now)
            unresolved.learn(reconciliation)
        }
        let midnight = household.zone.startOfDay(today)
        if seen.day != midnight { seen = (midnight, []) }
        let new = Set(reconciliation.current.map(\.id)).subtracting(seen.conflicts)
        guard !new.isEmpty else { return }
        try store.record(seen: Array(new), at: now, unlessSince: midnight)
        seen.conflicts.formUnion(new)
    }

    // MARK: Changes

    /// Makes a change, or says what it would do: the same path, rolled back.
    func make(_ draft: Draft, by actor: Actor, options: ChangeOptions) throws -> ChangeAnswer {
        try checkPrivacy(of: draft, by: actor)
        try checkFeeds(of: draft)
        let after = try checked(draft, by: actor)
        let next = try evaluated(after: draft.changes, in: after)
        let weeks = self.weeks(of: draft, in: after)
        for week in weeks { _ = try conflicts(in: week) }
        let reconciliations = reconcile(
            [next] + weeks.map { Evaluation(Plan(after, range: $0, now: next.plan.now)) }
        )
        let created = reconciliations.flatMap { $0.created + $0.reopened }
        let answer = Answer(draft: draft, before: household, after: after, options: options)
        if options.strict, !created.isEmpty {
            throw answer.refusal(created)
        }
        let change = try write(draft, reconciliations, by: actor, options: options)
        if !options.dryRun {
            household = after
            evaluation = next
            for reconciliation in reconciliations { unresolved.learn(reconciliation) }
        }
        return answer.document(
            change: change,
            created: created,
            resolved: reconciliations.flatMap(\.resolved)
        )
    }

    /// What would be wrong over the horizon.
    private func evaluated(after changes: [Change], in household: Household) throws -> Evaluation {
        let now = try evaluated()
        let range = horizon(of: household)
        guard range == now.plan.range else { return Evaluation(Plan(household, range: range, now: now.plan.now)) }
        return now.after(changes, in: household)
    }

    /// Gives the change's number; nil where there was nothing to change, which leaves no trace in the history.
    private func write(
        _ draft: Draft,
        _ reconciliations: [Reconciliation],
        by actor: Actor,
        options: ChangeOptions
    ) throws -> Int? {
        guard !draft.changes.isEmpty else {
            guard !options.dryRun else { return nil }
            if let applied = draft.applied { try store.record(applied: applied) }
            if !draft.imported.isEmpty { try store.record(imported: draft.imported) }
            return nil
        }
        let commit = Commit(
            changes: draft.changes,
            actor: actor.name,
            summary: draft.summary,
            at: clock(),
            undoes: draft.undoes,
            conflicts: reconciliations.flatMap { $0.created + $0.updated + $0.resolved },
            calendarObjects: draft.calendarObjects,
            customZones: draft.customZones,
            imported: draft.imported,
            applied: draft.applied,
            swap: draft.swap
        )
        let change = try store.commit(commit, dryRun: options.dryRun)
        return options.dryRun ? nil : change
    }

    /// The household as it would be, or what is wrong with it.
    private func checked(_ draft: Draft, by actor: Actor) throws -> Household {
        var after = household
        for change in draft.changes { after.apply(change) }
        try after.resolveZones(of: draft, in: zones)
        let problems = after.problems(after: draft.changes)
        if let first = problems.first {
            throw ErrorBody(
                .invalid,
                "cannot \(draft.summary): \(words(first, in: after, for: actor))",
                details: problems.dropFirst().map { words($0, in: after, for: actor) }
            )
        }
        return after
    }

    /// Where a change is judged besides the horizon: the weeks in which something changes elsewhere. A series that has
    /// begun already is judged from today on, and where a single occurrence of it is still to come.
    private func weeks(of draft: Draft, in after: Household) -> [Interval] {
        guard draft.changes.count <= 8 else { return [] }
        let horizon = self.horizon
        let starts = draft.changes.compactMap { change -> Instant? in
            guard case .entry(let entry) = change.item else { return nil }
            let first = after.zone(of: entry).instant(of: entry.time.start)
            return entry.repetition.isRepeating && first < horizon.start ? nil : first
        }
        var ranges = [horizon]
        for start in starts + draft.moments.filter({ $0 >= horizon.start }) {
            let date = after.zone.wall(of: start).date
            let week = Interval(after.zone.startOfDay(date), after.zone.startOfDay(date.adding(days: 7)))
            if !ranges.contains(where: { $0.overlaps(week) }) { ranges.append(week) }
        }
        return Array(ranges.dropFirst())
    }
}

extension [ID<Conflict>: KnownConflict] {
    /// Takes over what was found, and forgets what is gone.
    fileprivate mutating func learn(_ reconciliation: Reconciliation) {
        for known in reconciliation.created + reconciliation.updated { self[known.id] = known }
        for known in reconciliation.resolved { self[known.id] = nil }
    }
}
