/// One thing of the household, of whichever kind: what a change is about.
public enum Item: Hashable, Codable, Sendable {
    case settings(Settings)
    case place(Place)
    case travel(Travel)
    case resource(Resource)
    case person(Person)
    case stream(Stream)
    case entry(Entry)
    case goal(Goal)

    /// The word that people use for it.
    public var noun: Noun {
        switch self {
        case .settings: .household
        case .place: .place
        case .travel: .travel
        case .resource: .resource
        case .person: .person
        case .stream: .stream
        case .entry: .entry
        case .goal: .goal
        }
    }

    /// Its id among those of its noun.
    public var id: String {
        switch self {
        case .settings: "household"
        case .place(let place): place.id.rawValue
        case .travel(let travel): travel.id.rawValue
        case .resource(let resource): resource.id.rawValue
        case .person(let person): person.id.rawValue
        case .stream(let stream): stream.id.rawValue
        case .entry(let entry): entry.id.rawValue
        case .goal(let goal): goal.id.rawValue
        }
    }

    /// The kinds of things, in the order in which they can be added: none names one that comes later.
    public enum Noun: String, Codable, Sendable, CaseIterable {
        case household, place, travel, resource, person, stream, entry, goal
    }
}

/// What happened to one thing: added (no `before`), edited, or removed (no `after`).
public struct Change: Hashable, Codable, Sendable {
    public let before: Item?
    public let after: Item?

    /// Adding.
    public init(adding item: Item) {
        (before, after) = (nil, item)
    }

    /// Removing.
    public init(removing item: Item) {
        (before, after) = (item, nil)
    }

    /// Editing; both are the same thing, by noun and id.
    public init(from before: Item, to after: Item) {
        (self.before, self.after) = (before, after)
    }

    public var item: Item {
        // One of the two is there by every initialiser.
        guard let item = after ?? before else { preconditionFailure("a change is about something") }
        return item
    }

    /// What takes it back.
    public var inverse: Change { Change(before: after, after: before) }

    private init(before: Item?, after: Item?) {
        (self.before, self.after) = (before, after)
    }
}
