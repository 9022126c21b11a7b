/// The answer of `GET` ``Route/resources``: what only one entry can use at a time, in the household's order; one alone where
/// one was asked for.
public struct ResourcesReport: Codable, Sendable {
    public var resources: [ResourceItem]

    public init(resources: [ResourceItem]) {
        self.resources = resources
    }
}

/// The car, the quiet room.
public struct ResourceItem: Codable, Sendable {
    public var id: String
    public var name: String
    /// What names it, of all that whoever asks is shown.
    public var usedBy: [ThingName]

    public init(id: String, name: String, usedBy: [ThingName]) {
        self.id = id
        self.name = name
        self.usedBy = usedBy
    }
}
