/// The answer of `GET` ``Route/places``: home, and the places in the household's order; one alone where one was asked for.
public struct PlacesReport: Codable, Sendable {
    public var places: [PlaceItem]
    /// Names by id of the places, for showing them.
    public var names: [String: String]

    public init(places: [PlaceItem], names: [String: String]) {
        self.places = places
        self.names = names
    }
}

/// Where entries happen.
public struct PlaceItem: Codable, Sendable {
    public var id: String
    public var name: String
    /// One way.
    public var minutesFromHome: Int
    /// The ways to other places that are not the sum through home.
    public var travel: [WayItem]
    /// What names it, of all that whoever asks is shown.
    public var usedBy: [ThingName]

    public init(id: String, name: String, minutesFromHome: Int, travel: [WayItem], usedBy: [ThingName]) {
        self.id = id
        self.name = name
        self.minutesFromHome = minutesFromHome
        self.travel = travel
        self.usedBy = usedBy
    }
}

/// How long it takes to another place, and back.
public struct WayItem: Codable, Sendable, Hashable {
    public var place: String
    public var minutes: Int

    public init(place: String, minutes: Int) {
        self.place = place
        self.minutes = minutes
    }
}
