/// What names one thing of the household, and says how its change is to be made.
public protocol NamesThing: Codable, Sendable {
    /// The thing's.
    var id: String { get }
    var options: ChangeOptions { get }
}

/// `POST` of what adds or changes a place, a resource or a goal.
public struct ThingRequest: NamesThing {
    public var id: String
    /// By the keys of the household file; an empty list takes a field away. Of a place also `travel`: `office-park=50`, `school=`.
    public var fields: EntryFields
    public var options: ChangeOptions

    public init(id: String, fields: EntryFields, options: ChangeOptions) {
        self.id = id
        self.fields = fields
        self.options = options
    }
}

/// `POST` of what takes a place, a resource or a goal out of the household.
public struct RemoveThingRequest: NamesThing {
    public var id: String
    public var options: ChangeOptions

    public init(id: String, options: ChangeOptions) {
        self.id = id
        self.options = options
    }
}

/// A thing of the household by its noun and id: `entry`, `noah-school`.
public struct ThingName: Codable, Sendable, Hashable {
    public var noun: String
    public var id: String

    public init(noun: String, id: String) {
        self.noun = noun
        self.id = id
    }
}

/// Where the things of one kind are: `GET` all of them or one, `POST` to add, to change and to take out.
public struct ThingRoutes: Sendable {
    /// The query item that names one.
    public let noun: String
    public let all: Route
    public let edit: Route
    public let remove: Route

    public static let people = Self(noun: "person", all: .people, edit: .editPerson, remove: .removePerson)
    public static let streams = Self(noun: "stream", all: .streams, edit: .editStream, remove: .removeStream)
    public static let places = Self(noun: "place", all: .places, edit: .editPlace, remove: .removePlace)
    public static let resources = Self(
        noun: "resource",
        all: .resources,
        edit: .editResource,
        remove: .removeResource
    )
    public static let goals = Self(noun: "goal", all: .goals, edit: .editGoal, remove: .removeGoal)
}
