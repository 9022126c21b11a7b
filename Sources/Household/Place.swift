/// Where an entry happens.
public struct Place: Hashable, Codable, Sendable {
    public var id: ID<Place>
    public var name: String
    /// The one-way travel time, in minutes.
    public var minutesFromHome: Int

    public init(id: ID<Place>, name: String, minutesFromHome: Int) {
        self.id = id
        self.name = name
        self.minutesFromHome = minutesFromHome
    }

    /// Exists in every household and needs no line in the file.
    public static let home = Place(id: ID(trusted: "home"), name: "Home", minutesFromHome: 0)
}

/// The travel time between two places where the sum through home is wrong.
public struct Travel: Hashable, Codable, Sendable {
    /// The two places, in the order of their ids: the way back takes as long.
    public var between: Pair
    public var minutes: Int

    public struct Pair: Hashable, Codable, Sendable {
        public let first: ID<Place>
        public let second: ID<Place>

        public init(_ one: ID<Place>, _ other: ID<Place>) {
            (first, second) = one < other ? (one, other) : (other, one)
        }
    }

    public init(between: Pair, minutes: Int) {
        self.between = between
        self.minutes = minutes
    }

    /// Made of the two places' ids.
    public var id: ID<Travel> { ID(trusted: "\(between.first)/\(between.second)") }
}

/// Something that only one entry can use at a time: the quiet room, the car.
public struct Resource: Hashable, Codable, Sendable {
    public var id: ID<Resource>
    public var name: String

    public init(id: ID<Resource>, name: String) {
        self.id = id
        self.name = name
    }
}
