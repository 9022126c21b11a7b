public import Household
public import ICalendar
import Planning

extension Message {
    /// Something that the person can do about the message with one tap.
    public struct Action: Hashable, Codable, Sendable {
        public var kind: Kind
        public var conflict: ID<Conflict>
        /// How bad the conflict is as it is told.
        public var severity: Severity
        /// For a button; without names of children: `Accept coverage gap, Tue 24 Nov 15:30`.
        public var label: String
        /// Of no use from then on.
        public var expires: Instant
        /// Where it is done. Only a message that is being sent has it: it is a secret, and never kept.
        public internal(set) var url: String?

        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// Living with a conflict.
            case accept
        }

        enum CodingKeys: CodingKey {
            case kind, conflict, severity, label, expires
        }

        public init(kind: Kind, conflict: ID<Conflict>, severity: Severity, label: String, expires: Instant) {
            self.kind = kind
            self.conflict = conflict
            self.severity = severity
            self.label = label
            self.expires = expires
        }

        /// What a link says that stands beside what it is about.
        var words: String { "Live with it" }

        /// No link works for longer, in seconds: fourteen days.
        static let longestLife = 14 * 86_400
    }
}

extension [Message.Action] {
    /// That a person can live with conflicts as they are now, the worst first; nothing of those that are over.
    static func accepting(
        _ conflicts: [KnownConflict],
        at now: Instant,
        in zone: Zone,
        _ dates: DateLanguage = .english
    ) -> [Message.Action] {
        let ahead = conflicts.filter { $0.conflict.interval.end > now }
        var used: Set<String> = []
        return Severity.allCases.reversed().flatMap { severity in
            ahead.filter { $0.conflict.severity == severity }
        }.map { known in
            let label = known.conflict.acceptLabel(in: zone, dates)
            return Message.Action(
                kind: .accept,
                conflict: known.id,
                severity: known.conflict.severity,
                // Two children with nobody at the same time: the buttons must differ.
                label: used.insert(label).inserted ? label : "\(label) (\(known.id))",
                expires: Swift.min(
                    known.conflict.interval.end,
                    now.adding(seconds: Message.Action.longestLife)
                )
            )
        }
    }
}

extension Conflict {
    fileprivate func acceptLabel(in zone: Zone, _ dates: DateLanguage) -> String {
        let (start, end) = (zone.wall(of: interval.start), zone.wall(of: interval.end))
        let when =
            switch kind.identity {
            case .subject: "by \(dates.dayAndTime(end))"
            case .span: dates.day(start.date)
            case .occurrences, .stretch: dates.dayAndTime(start)
            }
        return "Accept \(kind.words), \(when)"
    }
}

extension ConflictKind {
    /// `coverage gap`.
    var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
