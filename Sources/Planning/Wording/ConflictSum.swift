public import Household

/// How many things are wrong, and how many are no more than worth a notice.
public struct ConflictSum: Hashable, Sendable {
    public let conflicts: Int
    public let notices: Int

    public init(_ severities: some Sequence<Severity>) {
        var (conflicts, notices) = (0, 0)
        for severity in severities {
            if severity == .notice { notices += 1 } else { conflicts += 1 }
        }
        self.conflicts = conflicts
        self.notices = notices
    }

    public var count: Int { conflicts + notices }

    /// `2 conflicts, 3 notices`; with a quality, `2 new conflicts, 3 new notices`. Of what there is none, nothing is said,
    /// unless there is neither.
    ///
    /// - Parameter joint: what stands between the two.
    public func words(_ quality: String? = nil, joint: String = ", ") -> String {
        let parts = [(conflicts, "conflict"), (notices, "notice")].filter { $0.0 > 0 }
        return (parts.isEmpty ? [(0, "conflict")] : parts).map { number, noun in
            "\(number) \(quality.map { "\($0) " } ?? "")\(noun)\(number == 1 ? "" : "s")"
        }.joined(separator: joint)
    }
}

extension Sequence<KnownConflict> {
    public var sum: ConflictSum { ConflictSum(map(\.conflict.severity)) }
}
