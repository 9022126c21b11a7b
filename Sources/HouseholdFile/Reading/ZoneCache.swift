import Household
import ICalendar

/// The zones that one reading has asked for, each looked up once.
final class ZoneCache {
    private let database: ZoneDatabase
    private var known: [String: Result<Zone, ZoneError>] = [:]

    /// - Parameter household: what it knows already, the zones of imported calendars too, needs no looking up.
    init(_ database: ZoneDatabase, knowing household: Household) {
        self.database = database
        known = household.zones.mapValues { .success($0) }
    }

    func zone(_ name: String) throws(ZoneError) -> Zone {
        if let result = known[name] { return try result.get() }
        let result = Result { () throws(ZoneError) in try database.zone(name) }
        known[name] = result
        return try result.get()
    }

    /// A zone's name, for the reader of a key.
    func name(_ text: String) throws(Complaint) -> String {
        do {
            _ = try zone(text)
            return text
        } catch {
            throw Complaint(error.description)
        }
    }

    /// The zones that the household names, by those names; what is none is left out.
    func zones(of household: Household) -> [String: Zone] {
        var zones: [String: Zone] = [:]
        func add(_ name: String) {
            if zones[name] == nil { zones[name] = (try? zone(name)) ?? household.zones[name] }
        }
        add(household.settings.timeZone)
        for entry in household.entries.values {
            if case .timed(_, let name?, _) = entry.time { add(name) }
        }
        return zones
    }
}
