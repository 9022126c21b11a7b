extension Household {
    /// What is wrong with these things, or with everything.
    ///
    /// A thing is looked over against this household, whether or not it is part of it yet: a new entry can be checked
    /// before it is added.
    public func problems(in items: [Item]? = nil) -> [Problem] {
        (items ?? self.items).flatMap(problems(of:))
    }

    /// What is wrong after `changes` have been applied to this household: in what they left, and in everything that
    /// names something which they removed or edited.
    public func problems(after changes: [Change]) -> [Problem] {
        var touched = Touched()
        for change in changes { touched.insert(change) }
        if touched.everything { return problems() }
        let left = changes.compactMap { $0.after.flatMap(current) }
        guard !touched.isEmpty else { return problems(in: left) }
        let changed = Set(left.map(\.reference))
        return problems(in: left + items.filter { touched.isNamed(by: $0) && !changed.contains($0.reference) })
    }

    /// Whatever names a thing, and could not be as it is without it: of a place its ways, of a person its streams.
    public func items(naming item: Item) -> [Item] {
        var touched = Touched()
        touched.insert(Change(removing: item))
        return touched.isEmpty ? [] : items.filter(touched.isNamed)
    }

    private func problems(of item: Item) -> [Problem] {
        var checker = Checker(household: self, noun: item.noun, id: item.id)
        switch item {
        case .settings(let settings): checker.check(settings)
        case .place(let place): checker.check(place)
        case .travel(let travel): checker.check(travel)
        case .resource(let resource): checker.check(resource)
        case .person(let person): checker.check(person)
        case .stream(let stream): checker.check(stream)
        case .entry(let entry): checker.check(entry)
        case .goal(let goal): checker.check(goal)
        }
        return checker.problems
    }
}

/// The things that others name and that a change removed or edited.
private struct Touched {
    private var places: Set<ID<Place>> = []
    private var resources: Set<ID<Resource>> = []
    private var people: Set<ID<Person>> = []
    private var streams: Set<ID<Stream>> = []
    /// Another time zone moves every repetition that ends at an instant.
    private(set) var everything = false

    var isEmpty: Bool { places.isEmpty && resources.isEmpty && people.isEmpty && streams.isEmpty }

    mutating func insert(_ change: Change) {
        switch change.before {
        case .place(let place): places.insert(place.id)
        case .resource(let resource): resources.insert(resource.id)
        case .person(let person): people.insert(person.id)
        case .stream(let stream): streams.insert(stream.id)
        case .settings(let before):
            guard case .settings(let after) = change.after else { return }
            everything = everything || before.timeZone != after.timeZone
        case .travel, .entry, .goal, nil: break
        }
    }

    func isNamed(by item: Item) -> Bool {
        switch item {
        case .travel(let travel): places.contains(travel.between.first) || places.contains(travel.between.second)
        case .stream(let stream): people.contains(stream.owner) || !resources.isDisjoint(with: stream.resources)
        case .entry(let entry): isNamed(by: entry)
        case .goal(let goal): goal.aim.people.contains(where: people.contains)
        case .settings, .place, .resource, .person: false
        }
    }

    private func isNamed(by entry: Entry) -> Bool {
        if let stream = entry.stream, streams.contains(stream) { return true }
        return isNamed(
            people: [entry.people, entry.children],
            [entry.dropOff, entry.pickUp],
            place: entry.place,
            resources: entry.resources
        )
            || entry.overrides.contains { override in
                guard case .changed(let fields) = override.change else { return false }
                return isNamed(
                    people: [fields.people ?? [], fields.children ?? []],
                    [fields.dropOff, fields.pickUp],
                    place: fields.place,
                    resources: fields.resources
                )
            }
    }

    private func isNamed(
        people lists: [[ID<Person>]],
        _ single: [ID<Person>?],
        place: ID<Place>?,
        resources list: [ID<Resource>]?
    ) -> Bool {
        lists.contains { !people.isDisjoint(with: $0) }
            || single.contains { $0.map(people.contains) ?? false }
            || (place.map(places.contains) ?? false)
            || !resources.isDisjoint(with: list ?? [])
    }
}

extension Goal.Aim {
    /// Whom the goal names.
    var people: [ID<Person>] {
        switch self {
        case .careShare(let person, _, _), .ownTime(let person, _): [person]
        case .oneOnOne(let person, let child, _): [person, child]
        case .together: []
        }
    }
}

extension Item {
    fileprivate var reference: Problem.Reference { Problem.Reference(noun: noun, id: id) }
}
