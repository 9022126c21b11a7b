import Household
import ICalendar
import Planning
import Testing

/// A small household whose week, from Monday to Sunday, is followed change by change.
struct Follower {
    private var small: SmallHousehold
    private var evaluation: Evaluation

    init(_ small: SmallHousehold) {
        self.small = small
        evaluation = Self.anew(small)
    }

    /// What is found, one line each: `double-booked maya 09:00-10:00 critical`.
    var found: [String] {
        evaluation.conflicts.map { "\($0.kind.rawValue) \(Found($0, in: small.household.zone))" }
    }

    /// What is found after a change; all of it must be as if evaluated anew.
    mutating func found(after change: (inout SmallHousehold) -> Void) -> [String] {
        let before = small.household.entries
        change(&small)
        let now = small.household.entries
        let gone = before.values.filter { now[$0.id] == nil }.map { Change(removing: .entry($0)) }
        let put = now.values.filter { before[$0.id] != $0 }.map { entry in
            before[entry.id].map { Change(from: .entry($0), to: .entry(entry)) } ?? Change(adding: .entry(entry))
        }
        evaluation = evaluation.after(gone + put, in: small.household)
        let anew = Self.anew(small)
        #expect(evaluation.conflicts == anew.conflicts)
        for child in small.household.people.values where child.role == .child {
            let (followed, whole) = (evaluation.plan.cover(of: child.id), anew.plan.cover(of: child.id))
            #expect(followed.map(\.interval) == whole.map(\.interval))
            #expect(followed.map(\.carers) == whole.map(\.carers) && followed.map(\.reason) == whole.map(\.reason))
        }
        #expect(evaluation.plan.schedule.occurrences.map(\.interval) == anew.plan.schedule.occurrences.map(\.interval))
        #expect(Ledger(evaluation.plan).balance == Ledger(anew.plan).balance)
        return found
    }

    private static func anew(_ small: SmallHousehold) -> Evaluation {
        Evaluation(small.plan(from: "2026-11-23", to: "2026-11-30"))
    }
}

extension SmallHousehold {
    /// Takes an entry away.
    mutating func remove(_ id: String) { household.entries[ID(trusted: id)] = nil }
}
