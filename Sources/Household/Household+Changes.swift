private import OrderedCollections

extension Household {
    /// What leads from this household to `other`: removals first, then additions and edits, in an order in which
    /// nothing names what is not there.
    public func changes(to other: Household) -> [Change] {
        var removed: [Change] = []
        var rest: [Change] = []
        for noun in Item.Noun.allCases {
            let (gone, changed) = differences(noun, to: other)
            removed.insert(contentsOf: gone, at: 0)
            rest += changed
        }
        return removed + rest
    }

    /// Everything of this household, in the order in which it can be added.
    public var items: [Item] { Item.Noun.allCases.flatMap(items) }

    /// The thing that now has the noun and id of `item`.
    public func current(_ item: Item) -> Item? {
        switch item {
        case .settings: .settings(settings)
        case .place(let place): places[place.id].map(Item.place)
        case .travel(let travel): travels[travel.id].map(Item.travel)
        case .resource(let resource): resources[resource.id].map(Item.resource)
        case .person(let person): people[person.id].map(Item.person)
        case .stream(let stream): streams[stream.id].map(Item.stream)
        case .entry(let entry): entries[entry.id].map(Item.entry)
        case .goal(let goal): goals[goal.id].map(Item.goal)
        }
    }

    /// Makes the change so, whatever stood there before.
    public mutating func apply(_ change: Change) {
        if let after = change.after { put(after) } else { remove(change.item) }
    }

    /// Adds the thing, or replaces the one with its noun and id.
    public mutating func put(_ item: Item) {
        switch item {
        case .settings(let settings): self.settings = settings
        case .place(let place): places[place.id] = place
        case .travel(let travel): travels[travel.id] = travel
        case .resource(let resource): resources[resource.id] = resource
        case .person(let person): people[person.id] = person
        case .stream(let stream): streams[stream.id] = stream
        case .entry(let entry): entries[entry.id] = entry
        case .goal(let goal): goals[goal.id] = goal
        }
    }

    /// Removes the thing with the noun and id of `item`; settings stay.
    public mutating func remove(_ item: Item) {
        switch item {
        case .settings: break
        case .place(let place): places[place.id] = nil
        case .travel(let travel): travels[travel.id] = nil
        case .resource(let resource): resources[resource.id] = nil
        case .person(let person): people[person.id] = nil
        case .stream(let stream): streams[stream.id] = nil
        case .entry(let entry): entries[entry.id] = nil
        case .goal(let goal): goals[goal.id] = nil
        }
    }

    private func items(_ noun: Item.Noun) -> [Item] {
        switch noun {
        case .household: [.settings(settings)]
        case .place: places.values.map(Item.place)
        case .travel: travels.values.map(Item.travel)
        case .resource: resources.values.map(Item.resource)
        case .person: people.values.map(Item.person)
        case .stream: streams.values.map(Item.stream)
        case .entry: entries.values.map(Item.entry)
        case .goal: goals.values.map(Item.goal)
        }
    }

    private func differences(_ noun: Item.Noun, to other: Household) -> (removed: [Change], changed: [Change]) {
        let removed = items(noun).filter { other.current($0) == nil }.map(Change.init(removing:))
        let changed = other.items(noun).compactMap { item -> Change? in
            guard let before = current(item) else { return Change(adding: item) }
            return before == item ? nil : Change(from: before, to: item)
        }
        return (removed, changed)
    }
}
