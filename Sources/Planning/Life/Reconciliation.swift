public import Household
public import ICalendar

/// What is found now, held against what was known: which conflicts are the same, which are new, which are gone.
///
/// A stretch that overlaps one known before, of the same kind and person, is the same conflict, changed; among several
/// that overlap, the longest is. Any other conflict is the same where kind, people, occurrences and subject are; a day or week, where it begins when the other does.
public struct Reconciliation: Sendable {
    /// What is found, each with its id, in the order in which it was found.
    public private(set) var current: [KnownConflict] = []
    /// Those of `current` that were not known before.
    public private(set) var created: [KnownConflict] = []
    /// Those of `current` that were known and have changed since.
    public private(set) var updated: [KnownConflict] = []
    /// Those of `updated` that had been accepted and are open again: they got worse, or their time is over.
    public private(set) var reopened: [KnownConflict] = []
    /// What was known and is not found any more.
    public private(set) var resolved: [KnownConflict] = []

    /// - Parameters:
    ///   - known: every open conflict that `plan` could find again.
    ///   - found: what it found.
    ///   - mint: gives a new conflict an id that no known one has.
    public init(
        known: [KnownConflict],
        found: [Conflict],
        in plan: Plan,
        now: Instant,
        mint: (Conflict) -> ID<Conflict>
    ) {
        let candidates = known.filter { plan.lists($0.conflict.interval(at: now)) }
        let matches = Self.match(candidates, with: found)
        for (position, conflict) in found.enumerated() {
            if let match = matches[position] {
                keep(candidates[match], as: conflict, in: plan, now: now)
            } else {
                let new = KnownConflict(id: mint(conflict), conflict: conflict, foundAt: now)
                current.append(new)
                created.append(new)
            }
        }
        let kept = Set(matches.values)
        for (position, gone) in candidates.enumerated() where !kept.contains(position) {
            var gone = gone
            gone.resolvedAt = now
            resolved.append(gone)
        }
    }

    private mutating func keep(_ known: KnownConflict, as conflict: Conflict, in plan: Plan, now: Instant) {
        var kept = known
        kept.conflict = conflict
        // A stretch cut off by how far the plan looks has not changed: somebody only looked less far, or further.
        let isCut =
            conflict.isStretch
            && (conflict.interval.start <= plan.reach.start || conflict.interval.end >= plan.reach.end)
        let isOver = known.acceptance?.until.map { $0 <= now } ?? false
        if isOver || conflict.isWorse(than: known.conflict, besidesLength: isCut) { kept.acceptance = nil }
        let isReopened = known.acceptance != nil && kept.acceptance == nil
        current.append(kept)
        if isReopened { reopened.append(kept) }
        if isReopened || known.conflict != conflict && !isCut { updated.append(kept) }
    }

    /// For positions in `found`, the position in `known` that it is.
    private static func match(_ known: [KnownConflict], with found: [Conflict]) -> [Int: Int] {
        var matches: [Int: Int] = [:]
        var exact: [Identity: Int] = [:]
        var stretches: [Identity: [Int]] = [:]
        for (position, conflict) in found.enumerated() {
            let identity = Identity(conflict)
            if conflict.isStretch {
                stretches[identity, default: []].append(position)
            } else {
                exact[identity] = position
            }
        }
        let longestFirst = known.indices.sorted {
            known[$0].conflict.interval.seconds > known[$1].conflict.interval.seconds
        }
        for position in longestFirst {
            let conflict = known[position].conflict
            let identity = Identity(conflict)
            if !conflict.isStretch {
                if let same = exact[identity] { matches[same] = matches[same] ?? position }
                continue
            }
            let overlapping = (stretches[identity] ?? []).filter {
                matches[$0] == nil && found[$0].interval.overlaps(conflict.interval)
            }
            let longest = overlapping.max { found[$0].interval.seconds < found[$1].interval.seconds }
            if let longest { matches[longest] = position }
        }
        return matches
    }

    /// What two findings must share to be one conflict; for stretches, together with overlap.
    private struct Identity: Hashable {
        let kind: ConflictKind
        let people: [ID<Person>]
        var subject: ConflictSubject?
        var occurrences: [OccurrenceID] = []
        var start: Instant?

        init(_ conflict: Conflict) {
            kind = conflict.kind
            people = conflict.people
            switch conflict.kind.identity {
            case .stretch: break
            case .subject: subject = conflict.subject
            case .span: (subject, start) = (conflict.subject, conflict.interval.start)
            case .occurrences: (subject, occurrences) = (conflict.subject, conflict.occurrences)
            }
        }
    }
}

extension Conflict {
    /// Its interval as it would be found now: that of a deadline begins with the moment of looking.
    fileprivate func interval(at now: Instant) -> Interval {
        guard kind.identity == .subject, now < interval.end else { return interval }
        return Interval(max(interval.start, now), interval.end)
    }

    fileprivate var isStretch: Bool { kind.identity == .stretch }

    /// Whether somebody who accepted `other` should look again: it is graver, longer, or another entry joined.
    func isWorse(than other: Conflict, besidesLength: Bool) -> Bool {
        if severity > other.severity { return true }
        if !Set(occurrences.map(\.entry)).isSubset(of: other.occurrences.map(\.entry)) { return true }
        // A deadline's interval begins now; what matters of it is its severity.
        guard !besidesLength, kind.identity != .subject else { return false }
        return interval.start < other.interval.start || interval.end > other.interval.end
    }
}
