internal import FamplanAPI

/// One conflict, and those that are the same thing again and again, as a series makes them.
struct AlikeConflicts {
    /// Which of them are shown in full, in order.
    let shown: [ConflictItem]
    /// `… and 11 more alike until Tue 9 Feb 2027`; nil where all are shown.
    let remainder: String?
    /// The last day that any of them lies on.
    let lastDay: Day

    /// So many of a kind are sooner read than counted.
    private static let mostShown = 2

    /// The worst first; those of one severity in the order in which they come.
    static func groups(of conflicts: [ConflictItem]) throws -> [AlikeConflicts] {
        var positions: [Likeness: Int] = [:]
        var groups: [[ConflictItem]] = []
        for conflict in conflicts.worstFirst {
            let likeness = try Likeness(conflict)
            if let position = positions[likeness] {
                groups[position].append(conflict)
            } else {
                positions[likeness] = groups.count
                groups.append([conflict])
            }
        }
        return try groups.compactMap(AlikeConflicts.init)
    }

    private init?(_ conflicts: [ConflictItem]) throws {
        guard let last = try conflicts.map({ try Stretch($0.start, $0.end).lastDay }).max() else { return nil }
        lastDay = last
        let isFolded = conflicts.count > Self.mostShown
        shown = isFolded ? Array(conflicts.prefix(1)) : conflicts
        remainder = isFolded ? "… and \(conflicts.count - 1) more alike until \(last.fullWords)" : nil
    }
}

/// What conflicts must share to be the same thing again: all but the day, and how much it is.
private struct Likeness: Hashable {
    private let words: [String?]
    private let people: [String]
    private let sentence: [Substring]
    private let entries: Set<String>
    private let accepted: AcceptanceItem?

    init(_ conflict: ConflictItem) throws {
        // By the time of day a way to school and the way back are told apart, and the hours before a call and after it.
        let clock = try Moment(conflict.start).clock
        words = [
            conflict.kind, conflict.severity, conflict.status, conflict.resource, conflict.stream, conflict.deadline,
            conflict.goal, clock,
        ]
        people = conflict.people
        sentence = Self.sentence(conflict.message)
        entries = Set(conflict.occurrences.map(\.entry))
        accepted = conflict.accepted
    }

    /// The words without days, times and numbers: too many hours are not the same as too few.
    private static func sentence(_ message: String) -> [Substring] {
        message.split { " ,;.()".contains($0) }.filter { word in
            !word.contains(where: \.isNumber) && !dayWords.contains(word)
        }
    }

    private static let dayWords = Set((Day.weekdays + Day.months).map { $0[...] })
}

extension [ConflictItem] {
    /// Criticals before warnings before notices, each in the order in which they come.
    var worstFirst: [ConflictItem] {
        enumerated().map { (severity: Severity($1.severity), position: $0, item: $1) }
            .sorted { ($0.severity, $0.position) < ($1.severity, $1.position) }.map(\.item)
    }
}
