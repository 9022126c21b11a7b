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

    func matches(_ known: KnownConflict) -> Bool {
        let conflict = known.conflict
        if let since, known.foundAt < since { return false }
        if let kind, conflict.kind != kind { return false }
        if let severity, conflict.severity != severity { return false }
        return who.map(conflict.people.contains) ?? true
    }

    private static func value<Value: RawRepresentable & CaseIterable>(_ text: String, _ option: String) throws -> Value
    where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ErrorBody(.invalid, "\(option): “\(text)” is not one of \(known)")
    }
}
