import Household
import ICalendar

/// Ids of conflicts: eight letters and digits that can't be mistaken for one another when read aloud or retyped.
///
/// Made from what the conflict is about: the same household gives the same ids, and a conflict that comes back after it
/// was resolved has its id again. What is not resolved keeps its id whatever it is about by then.
enum ConflictID {
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)

    /// The first id for the conflict that is not in use.
    static func make(for conflict: Conflict, isUsed: (ID<Conflict>) -> Bool) -> ID<Conflict> {
        var number = 0
        while true {
            let id = id(of: hash("\(number) \(subject(of: conflict))"))
            if !isUsed(id) { return id }
            number += 1
        }
    }

    private static func subject(of conflict: Conflict) -> String {
        let what =
            switch conflict.kind.identity {
            case .occurrences:
                conflict.occurrences.map { "\($0.entry)@\($0.of.secondsSinceEpoch)" }.joined(separator: " ")
            case .stretch, .span: "\(conflict.interval.start.secondsSinceEpoch)"
            case .subject: ""
            }
        let people = conflict.people.map(\.rawValue).joined(separator: " ")
        return "\(conflict.kind.rawValue) \(people) \(what) \(conflict.subject.map { "\($0)" } ?? "")"
    }

    /// FNV-1a, 64 bits, its halves folded so that all of it counts.
    private static func hash(_ text: String) -> UInt64 {
        let hash = text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return hash ^ (hash >> 32)
    }

    private static func id(of hash: UInt64) -> ID<Conflict> {
        var rest = hash
        let letters = (0..<8).map { _ in
            defer { rest /= UInt64(alphabet.count) }
            return alphabet[Int(rest % UInt64(alphabet.count))]
        }
        return ID(trusted: String(decoding: letters, as: UTF8.self))
    }
}
