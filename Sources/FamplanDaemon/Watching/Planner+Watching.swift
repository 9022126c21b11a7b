import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// What is told to those who watch.
extension Planner {
    /// As many changes as are told at once; of more, the latest.
    private static let mostChanges = 200
    private static let mostThings = 50

    /// How things are when somebody begins to watch, and what was changed after the change that they know already.
    func beginWatching(_ actor: Actor, after known: Int?) throws -> (watched: Watched, events: [WatchEvent]) {
        let viewer = actor.viewer(in: household)
        let shown = try watchedConflicts(for: viewer)
        let last = try store.lastChange()?.id ?? 0
        var watched = Watched(
            // Of another database's changes nothing is known.
            after: min(known ?? last, last),
            identities: Watched.identities(in: household)
        )
        watched.conflicts = Dictionary(uniqueKeysWithValues: shown.map { ($0.id, wire.conflict($0)) })
        let begin = WatchEvent(
            event: "begin",
            after: watched.after,
            household: household.settings.name,
            conflicts: shown.map { wire.conflict($0) },
            names: WireFormat(household: household.seen(by: viewer)).names
        )
        return (watched, [begin] + (try changes(for: viewer, telling: &watched)))
    }

    /// What has happened since; nil where whoever watches has to come again.
    func news(for actor: Actor, telling watched: inout Watched) throws -> [WatchEvent]? {
        guard Watched.identities(in: household) == watched.identities else { return nil }
        let viewer = actor.viewer(in: household)
        let changes = try changes(for: viewer, telling: &watched)
        return changes + (try conflictNews(for: viewer, telling: &watched))
    }

    private var wire: WireFormat { WireFormat(household: household) }

    /// The history is for those who plan.
    private func changes(for viewer: Viewer, telling watched: inout Watched) throws -> [WatchEvent] {
        let last = try store.lastChange()?.id ?? 0
        let before = watched.after
        watched.after = last
        guard viewer.plans, last > before else { return [] }
        let new = try store.history(limit: min(last - before, Self.mostChanges)).filter { $0.id > before }
        let names = WireFormat(household: household.seen(by: viewer)).names
        return try historyItems(new, for: viewer).reversed().map { item in
            var item = item
            // An import can be of thousands; the history has them all.
            item.things = Array(item.things.prefix(Self.mostThings))
            return WatchEvent(event: "change", after: item.id, change: item, names: names)
        }
    }

    private func conflictNews(for viewer: Viewer, telling watched: inout Watched) throws -> [WatchEvent] {
        let shown = try watchedConflicts(for: viewer)
        var events: [WatchEvent] = []
        func tell(_ event: String, _ conflict: ConflictItem) {
            events.append(WatchEvent(event: event, after: watched.after, conflict: conflict))
        }
        let told = watched.conflicts
        watched.conflicts = Dictionary(uniqueKeysWithValues: shown.map { ($0.id, wire.conflict($0)) })
        for known in shown {
            let item = wire.conflict(known)
            if told[known.id] == nil { tell("found", item) } else if told[known.id] != item { tell("altered", item) }
        }
        // One that is over, or that they are not shown any more, is not resolved by that.
        for (id, item) in told.sorted(by: { $0.key < $1.key }) where unresolved[id] == nil {
            let resolved = try store.conflict(id).map { wire.conflict(inWordsForAll($0)) }
            tell("gone", resolved ?? item)
        }
        return events
    }

    /// What is wrong from today on and shown to somebody, in order of start.
    func watchedConflicts(for viewer: Viewer) throws -> [KnownConflict] {
        let plan = try evaluated().plan
        let current = unresolved.values.filter { known in
            known.conflict.interval.start < plan.range.end && known.conflict.interval.end >= plan.range.start
        }
        .sorted { ($0.conflict.interval.start, $0.id) < ($1.conflict.interval.start, $1.id) }
        return plan.seen(Array(current), by: viewer)
    }
}
