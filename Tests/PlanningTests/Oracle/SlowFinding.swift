import Household
import ICalendar

/// Names an occurrence: its entry and original start.
struct SlowName: Hashable, CustomStringConvertible {
    var entry: String
    var of: Int

    var description: String { "\(entry)@\(of)" }
}

/// A conflict, as the oracle finds it.
struct SlowFinding: Hashable, CustomStringConvertible {
    /// As conflicts.md names it: `coverage-gap`.
    var kind: String
    /// The id of the person, or of the resource; the ids of a goal's parent and child together; of everybody's, nothing.
    var who: String
    /// `notice`, `warning` or `critical`.
    var severity: String
    var start: Int
    var end: Int
    /// Those of a pair, or the one of a handover, in order of their original starts; none for a stretch.
    var occurrences: [SlowName] = []
    /// What tells findings of the same person and time apart: the id of a stream, of a deadline or of a goal,
    /// `bringing` or `fetching`.
    var subject = ""

    var description: String {
        let names = occurrences.map(\.description).joined(separator: " ")
        return "\(severity) \(kind) \(who) \(utc(start))–\(utc(end)) \(subject) \(names)"
    }

    private func utc(_ instant: Int) -> String { SlowZone("UTC").wall(instant).description }
}

extension SlowOccurrence {
    var name: SlowName { SlowName(entry: entry, of: of) }
}

extension SlowWorld {
    /// The names of two occurrences, in order of their original starts, then of their ids.
    func names(_ one: SlowOccurrence, _ other: SlowOccurrence) -> [SlowName] {
        [one.name, other.name].sorted { ($0.of, $0.entry) < ($1.of, $1.entry) }
    }

    /// The person's id.
    func id(_ person: Int) -> String { register.people[person].id.rawValue }
}
