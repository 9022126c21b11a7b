public import Household
public import ICalendar

/// What is found now, held against what was known: which conflicts are the same, which are new, which are gone.
///
/// A stretch that overlaps one known before, of the same kind and person, is the same conflict, changed; among several
/// that overlap, the longest is. Any other conflict is the same where kind, people, occurrences and subject are; a day or week, where it begins when the other does.
public struct Reconciliation: Sendable {
    /// What is found, each with its id, in the order in which it was found.
    public private(set) var current: [KnownConflict] = []
    /// Those of `current` that were not open before.
    public private(set) var created: [KnownConflict] = []
    /// Those of `current` that were known and have changed since.
    public private(set) var updated: [KnownConflict] = []
    /// What was open and is not found any more.
    public private(set) var resolved: [KnownConflict] = []

    /// - Parameters:
    ///   - known: every open conflict that `plan` could find again.
    ///   - found: what it found.
    ///   - mint: gives an id that was never used.
    public init(
        known: [KnownConflict],
        found: [Conflict],
        in plan: Plan,
        now: Instant,
        mint: () -> ID<Conflict>
    ) {
        let candidates = known.filter { plan.lists($0.conflict.interval) }
        let matches = Self.match(candidates, with: found)
        for (position, conflict) in found.enumerated() {
            if let match = matches[position] {
                keep(candidates[match], as: conflict, in: plan)
            } else {
                let new = KnownConflict(id: mint(), conflict: conflict, foundAt: now)
                current.append(new)
                created.append(new)
            }
        }
        let kept = Set(matches.values)
        for (position, gone) in candidates.enumerated() where !kept.contains(position) {
            var gone = gone
            gone.status = .resolved
            gone.resolvedAt = now
            resolved.append(gone)
        }
    }

    private mutating func keep(_ known: KnownConflict, as conflict: Conflict, in plan: Plan) {
        var known = known
        let hasChanged = known.conflict != conflict
        known.conflict = conflict
        current.append(known)
        // A stretch cut off by how far the plan looks has not changed: somebody only looked less far.
        let isCut = conflict.interval.start <= plan.reach.start || conflict.interval.end >= plan.reach.end
        if hasChanged, !isCut { updated.append(known) }
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
    fileprivate var isStretch: Bool { kind.identity == .stretch }
}
