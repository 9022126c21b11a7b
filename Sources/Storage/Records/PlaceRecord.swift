import GRDB
import Household

/// A row of `place`. Home has one, so that entries can name it.
struct PlaceRecord: Record {
    static let table = Table("place", columns: ["id", "name", "minutes_from_home"])

    let place: Place

    init(_ place: Place) { self.place = place }

    init(from row: inout RowReader) throws(UnreadableRow) {
        place = Place(id: try row.next(), name: try row.next(), minutesFromHome: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(place.id, place.name, place.minutesFromHome) }
}

/// A row of `travel`.
struct TravelRecord: Record {
    static let table = Table("travel", key: 2, columns: ["first_place", "second_place", "minutes"])

    let travel: Travel

    init(_ travel: Travel) { self.travel = travel }

    init(from row: inout RowReader) throws(UnreadableRow) {
        travel = Travel(between: Travel.Pair(try row.next(), try row.next()), minutes: try row.next())
    }

    var columns: [DatabaseValue] { key + Storage.columns(travel.minutes) }
    var key: [DatabaseValue] { Storage.columns(travel.between.first, travel.between.second) }
}

/// A row of `resource`.
struct ResourceRecord: Record {
    static let table = Table("resource", columns: ["id", "name"])

    let resource: Resource

    init(_ resource: Resource) { self.resource = resource }

    init(from row: inout RowReader) throws(UnreadableRow) {
        resource = Resource(id: try row.next(), name: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(resource.id, resource.name) }
}
