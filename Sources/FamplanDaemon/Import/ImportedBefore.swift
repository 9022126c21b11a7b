import Household
import ICalendar

/// What is known of the events of a file from before: what imports said of them last, and what is there now.
struct ImportedBefore {
    /// One entry as it was before.
    enum Match {
        /// It is there; what the file said last may not be known.
        case present(last: Entry?, now: Entry)
        /// Somebody has removed it.
        case removed(last: Entry)

        /// As the file said it, where that is known: the start by which it is found again.
        fileprivate var said: Entry {
            switch self {
            case .present(let last, let now): last ?? now
            case .removed(let last): last
            }
        }

        fileprivate var isPresent: Bool {
            if case .present = self { true } else { false }
        }
    }

    private var known: [String: [Match]] = [:]

    init(household: Household, last: [Entry]) {
        let withUID = household.entries.values.filter { $0.uid != nil && $0.feed == nil }
        var rest = Dictionary(withUID.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for last in last {
            let now = rest[last.id].flatMap { $0.uid == last.uid ? $0 : nil }
            if let now { rest[now.id] = nil }
            let match = now.map { Match.present(last: last, now: $0) } ?? .removed(last: last)
            known[last.uid ?? "", default: []].append(match)
        }
        for now in withUID where rest[now.id] != nil {
            known[now.uid ?? "", default: []].append(.present(last: nil, now: now))
        }
    }

    /// For each of the entries that a file has under one UID, the one that it was: of the same start, or the one that is
    /// left over, which is then another day of the same.
    mutating func matches(of entries: [Entry]) -> [Match?] {
        guard let uid = entries.first?.uid, let all = known.removeValue(forKey: uid) else {
            return entries.map { _ in nil }
        }
        // One that is there is preferred to one that is gone.
        var candidates = all.filter(\.isPresent) + all.filter { !$0.isPresent }
        var matches = entries.map { entry -> Match? in
            guard let index = candidates.firstIndex(where: { $0.said.time.start == entry.time.start }) else {
                return nil
            }
            return candidates.remove(at: index)
        }
        let left = matches.indices.filter { matches[$0] == nil }
        guard candidates.count == 1 || candidates.count == left.count else { return matches }
        for (index, candidate) in zip(left, candidates) { matches[index] = candidate }
        return matches
    }
}
