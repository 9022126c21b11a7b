import GRDB
public import Household
public import ICalendar
import OrderedCollections

extension Store {
    /// The household as it is now, with the zones that it names.
    ///
    /// Takes a fixed number of queries, however many things there are.
    ///
    /// - Parameters:
    ///   - zones: where zones are looked up first.
    ///   - customZone: makes a zone of the text of an imported file's `VTIMEZONE`; nil if it is none.
    public func household(
        zones: ZoneDatabase,
        customZone: (_ name: String, _ text: String) -> Zone? = { _, _ in nil }
    ) throws(StoreError) -> Household {
        try read("read the household") { db in
            var household = Household(settings: try SettingsRecord.load(db) ?? Settings())
            household.places = keyed(try PlaceRecord.all(db).map(\.place).filter { $0.id != Place.home.id }, by: \.id)
            household.travels = keyed(try TravelRecord.all(db).map(\.travel), by: \.id)
            household.resources = keyed(try ResourceRecord.all(db).map(\.resource), by: \.id)
            household.people = keyed(try PersonRecord.load(db), by: \.id)
            household.streams = keyed(try StreamRecord.load(db), by: \.id)
            household.entries = keyed(try EntryLoader.load(db), by: \.id)
            household.goals = keyed(try GoalRecord.load(db), by: \.id)
            let custom = try CustomZone.all(db)
            household.zones = try household.zoneNames.reduce(into: [:]) { found, name in
                found[name] = try zone(name, zones) { custom[name].flatMap { customZone(name, $0) } }
            }
            return household
        }
    }

    private func keyed<Key: Hashable, Value>(
        _ values: [Value],
        by id: KeyPath<Value, Key>
    ) -> OrderedDictionary<Key, Value> {
        // Ids are unique in every table.
        OrderedDictionary(uniqueKeysWithValues: values.lazy.map { ($0[keyPath: id], $0) })
    }

    private func zone(_ name: String, _ zones: ZoneDatabase, custom: () -> Zone?) throws(ZoneError) -> Zone {
        do throws(ZoneError) {
            return try zones.zone(name)
        } catch {
            guard let zone = custom() else { throw error }
            return zone
        }
    }
}

extension Household {
    /// The zones that the household and its entries name.
    fileprivate var zoneNames: Set<String> {
        var names: Set = [settings.timeZone]
        for entry in entries.values {
            if case .timed(_, let name?, _) = entry.time { names.insert(name) }
        }
        return names
    }
}
