import FamplanAPI
import Household
import HouseholdFile
import Phrases

/// The places of the household; the travel times to others are a part of each.
struct PlaceKind: ThingKind {
    var noun: Item.Noun { .place }
    var fixed: Place? { .home }
    func things(of household: Household) -> OrderedDictionary<ID<Place>, Place> { household.places }
    func names(of household: Household) -> KnownNames<Place>? { household.placeNames }
    func item(_ place: Place) -> Item { .place(place) }
    func words(_ place: Place) -> String { "place “\(place.name)”" }

    func report(_ places: [Place], in snapshot: Snapshot) -> PlacesReport {
        let household = snapshot.household
        let items = places.map { place in
            PlaceItem(
                id: place.id.rawValue,
                name: place.name,
                minutesFromHome: place.minutesFromHome,
                travel: household.travels(from: place.id).map { travel in
                    WayItem(place: travel.between.other(than: place.id).rawValue, minutes: travel.minutes)
                },
                usedBy: users(of: place, in: household).map(ThingName.init)
            )
        }
        return PlacesReport(places: items, names: WireFormat(household: household).placeNames)
    }

    func made(
        _ id: ID<Place>,
        _ wanted: ThingRequest,
        over base: Place?,
        in household: Household,
        at present: Present
    ) throws -> Place {
        let own = wanted.fields.filter { $0.key != "travel" }
        return try HouseholdFile.place(id: id, fields: own, over: base, in: household)
    }

    typealias Removal = RemoveThingRequest

    func further(_ id: ID<Place>, _ wanted: ThingRequest, in household: Household) throws -> [Change] {
        guard let words = wanted.fields["travel"] else { return [] }
        guard !words.isEmpty else { return household.travels(from: id).map { Change(removing: .travel($0)) } }
        return try HouseholdFile.ways(from: id, words, in: household).compactMap { way in
            let after = way.minutes.map { Travel(between: way.between, minutes: $0) }
            let before = household.travels[Travel(between: way.between, minutes: 0).id]
            switch (before, after) {
            case (let before?, let after?):
                return before == after ? nil : Change(from: .travel(before), to: .travel(after))
            case (nil, let after?): return Change(adding: .travel(after))
            case (let before?, nil): return Change(removing: .travel(before))
            case (nil, nil): return nil
            }
        }
    }

    func belongings(_ place: Place, in household: Household) -> [Item] {
        household.travels(from: place.id).map(Item.travel)
    }
}

extension Household {
    /// The ways between a place and others that are not the sum through home.
    fileprivate func travels(from place: ID<Place>) -> [Travel] {
        travels.values.filter { $0.between.first == place || $0.between.second == place }
    }
}

extension Travel.Pair {
    fileprivate func other(than place: ID<Place>) -> ID<Place> { first == place ? second : first }
}
