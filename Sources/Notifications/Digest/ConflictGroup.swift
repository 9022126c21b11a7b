import Household

/// Conflicts of one severity, as many of them as are told.
struct ConflictGroup {
    let severity: Severity
    let shown: [KnownConflict]
    /// How many more there are.
    let more: Int

    /// Critical ones are told all; of the others, so many.
    private static let most = 8

    /// The groups of conflicts that are in order, the worst first.
    static func groups(of conflicts: [KnownConflict]) -> [ConflictGroup] {
        Severity.allCases.sorted(by: >).compactMap { severity in
            let own = conflicts.filter { $0.conflict.severity == severity }
            guard !own.isEmpty else { return nil }
            let shown = severity == .critical ? own : Array(own.prefix(most))
            return ConflictGroup(severity: severity, shown: shown, more: own.count - shown.count)
        }
    }

    /// What the group is called.
    var title: String {
        switch severity {
        case .critical: "Critical"
        case .warning: "Warning"
        case .notice: "Notice"
        }
    }

    /// `and 12 more: famplan conflicts --severity warning`; nil where all are shown.
    var remainder: String? {
        more > 0 ? "and \(more) more: famplan conflicts --severity \(severity.rawValue)" : nil
    }
}
