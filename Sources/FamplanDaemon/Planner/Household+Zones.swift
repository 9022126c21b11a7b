import FamplanAPI
import Household
import ICalendar
import Storage

extension Household {
    /// Learns the zones that a draft brings or names for the first time.
    mutating func resolveZones(of draft: Draft, in database: ZoneDatabase) throws {
        for zone in draft.customZones where zones[zone.name] == nil {
            zones[zone.name] = ImportedZones.zone(named: zone.name, in: zone.text)
        }
        for change in draft.changes {
            for name in change.after?.zoneNames ?? [] where zones[name] == nil {
                do {
                    zones[name] = try database.zone(name)
                } catch {
                    throw ErrorBody(.invalid, "cannot \(draft.summary): \(error)")
                }
            }
        }
    }
}

extension Item {
    /// The zones that the thing names.
    var zoneNames: [String] {
        switch self {
        case .settings(let settings): return [settings.timeZone]
        case .entry(let entry):
            if case .timed(_, let name?, _) = entry.time { return [name] }
            return []
        case .place, .travel, .resource, .person, .stream, .goal: return []
        }
    }
}
