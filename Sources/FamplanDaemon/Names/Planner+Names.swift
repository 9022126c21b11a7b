import FamplanAPI
import Household
import Notifications
import Storage

/// What a command line could name, of what the planner keeps besides the household: for those who plan.
extension Planner {
    /// More than anybody looks through.
    private static let most = 50

    func conflictNames(for viewer: Viewer) throws -> [NameItem] {
        try watchedConflicts(for: viewer).prefix(Self.most).map {
            NameItem(name: $0.id.rawValue, words: $0.conflict.message)
        }
    }

    func feedNames() throws -> [NameItem] {
        try feeds().map { NameItem(name: $0.record.id.rawValue, words: $0.record.name) }
    }

    func swapNames(for viewer: Viewer) throws -> [NameItem] {
        try swaps(all: false, limit: Self.most, for: viewer).swaps.compactMap { swap in
            swap.id.map { NameItem(name: "\($0)", words: "\(swap.asker) asks \(swap.asked)") }
        }
    }

    func messageNames() throws -> [NameItem] {
        try outbox(limit: Self.most).map { NameItem(name: "\($0.id)", words: "") }
    }

    func changeNames(for viewer: Viewer) throws -> [NameItem] {
        let changes = try history(limit: Self.most, id: nil)
        let hidden = try hiddenTimes(in: changes, from: viewer)
        let words = ThingWords(household: household, viewer: viewer, hiddenTimes: hidden)
        return changes.filter { $0.undoneBy == nil }.map { NameItem(name: "\($0.id)", words: words.summary(of: $0)) }
    }

    func timeNames(for viewer: Viewer) throws -> [NameItem] {
        let range = try Reading(snapshot: snapshot(for: viewer)).pastRange(from: nil, to: nil)
        let log = try timeLog(range, person: nil, stream: nil, for: viewer)
        return log.times.filter { $0.activity != "private" }.reversed().prefix(Self.most).map { time in
            NameItem(
                name: "\(time.number)",
                words: "\(time.person), \(time.stream ?? time.activity) \(time.start.prefix(16))"
            )
        }
    }
}
