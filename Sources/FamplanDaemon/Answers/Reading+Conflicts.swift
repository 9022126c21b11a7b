import FamplanAPI
import Household
import ICalendar
import Storage

extension Reading {
    /// What is wrong in a range, and what was, in order of start.
    func conflicts(
        _ range: Interval,
        current: [KnownConflict],
        past: [PastConflict],
        _ filter: ConflictFilter
    ) -> Conflicts {
        let wire = WireFormat(household: snapshot.household)
        let open = current.filter { filter.matches($0, in: snapshot.household) }.map {
            ($0.conflict.interval.start, wire.conflict($0))
        }
        let resolved = past.filter { filter.matches($0.known, in: snapshot.household) }.map {
            ($0.known.conflict.interval.start, wire.conflict($0.known, lastSeenAt: $0.lastSeenAt))
        }
        // Whatever was in order stays in it: only those that are resolved are put between.
        let all = (open + resolved).enumerated().sorted { one, other in
            (one.element.0, one.offset) < (other.element.0, other.offset)
        }
        return Conflicts(
            from: wire.time(range.start),
            to: wire.time(range.end),
            since: filter.since.map(wire.time),
            conflicts: all.map(\.element.1)
        )
    }

    /// What `since` means: a moment that is over.
    func pastMoment(_ text: String) throws -> Instant {
        let zone = snapshot.household.zone
        let wall = try RangeWords(snapshot.household, now: snapshot.now).moment(text, option: "since")
        let instant = zone.instant(of: wall)
        guard instant <= snapshot.now else {
            throw ErrorBody(.invalid, "since: “\(text)” is \(wall), still to come (try yesterday, or a date)")
        }
        return instant
    }
}
