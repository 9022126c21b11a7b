import FamplanAPI
import Household
import ICalendar

/// Which conflicts are asked for.
struct ConflictFilter {
    private let kind: ConflictKind?
    private let severity: Severity?
    private let who: ID<Person>?
    /// When it was seen first, at the earliest.
    let since: Instant?

    init(kind: String?, severity: String?, who: ID<Person>?, since: Instant?) throws {
        self.kind = try kind.map { try Self.value($0, "kind") }
        self.severity = try severity.map { try Self.value($0, "severity") }
        self.who = who
        self.since = since
    }

    func matches(_ known: KnownConflict, in household: Household) -> Bool {
        let conflict = known.conflict
        if let since, known.foundAt < since { return false }
        if let kind, conflict.kind != kind { return false }
        if let severity, conflict.severity != severity { return false }
        return who.map { conflict.people.contains($0) || household.alsoNamed(in: conflict).contains($0) } ?? true
    }

    private static func value<Value: RawRepresentable & CaseIterable>(_ text: String, _ option: String) throws -> Value
    where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ErrorBody(.invalid, "\(option): “\(text)” is not one of \(known)")
    }
}

extension Household {
    /// Those whom a conflict names though it is found at somebody else: who was to bring or fetch, the children of a duty.
    fileprivate func alsoNamed(in conflict: Conflict) -> Set<ID<Person>> {
        let involved = conflict.occurrences.compactMap { occurrence -> Entry? in
            guard let entry = entries[occurrence.entry] else { return nil }
            let zone = zone(of: entry)
            let override = entry.overrides.first { zone.instant(of: $0.of) == occurrence.of }
            guard case .changed(let fields)? = override?.change else { return entry }
            return entry.applying(fields)
        }
        switch conflict.kind {
        case .handover:
            return Set(involved.compactMap { conflict.subject == .bringing ? $0.dropOff : $0.pickUp })
        case .careClash: return Set(involved.flatMap(\.children))
        default: return []
        }
    }
}
