import Household
import ICalendar

/// A section's conflicts by severity, the worst first, as many of them as are told.
struct ConflictList {
    struct Group {
        let severity: Severity
        let conflicts: [KnownConflict]

        /// What the group is called.
        var title: String {
            switch severity {
            case .critical: "Critical"
            case .warning: "Warning"
            case .notice: "Notice"
            }
        }
    }

    let groups: [Group]
    /// How many are not told.
    private let more: Int

    /// Critical ones are told all; of each other severity, so many.
    private static let most = 8

    /// - Parameters:
    ///   - conflicts: in the order in which they are told.
    ///   - end: only critical ones are told that begin at or after this; nil: all are.
    init(_ conflicts: [KnownConflict], until end: Instant? = nil) {
        groups = Severity.allCases.sorted(by: >).compactMap { severity in
            let own = conflicts.filter { $0.conflict.severity == severity }
            let near = own.filter { known in end.map { known.conflict.interval.start < $0 } ?? true }
            let told = severity == .critical ? own : Array(near.prefix(Self.most))
            return told.isEmpty ? nil : Group(severity: severity, conflicts: told)
        }
        more = conflicts.count - groups.reduce(0) { $0 + $1.conflicts.count }
    }

    var isEmpty: Bool { groups.isEmpty && more == 0 }

    /// `12 more, none of them critical: famplan conflicts --to +8w`; nil where all are told.
    var remainder: String? {
        more > 0 ? "\(more) more, none of them critical: famplan conflicts --to +8w" : nil
    }
}
