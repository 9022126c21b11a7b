import ICalendar

/// Looks one thing over against the household and collects what is wrong with it.
struct Checker {
    let household: Household
    let noun: Item.Noun
    let id: String
    private(set) var problems: [Problem] = []

    init(household: Household, noun: Item.Noun, id: String) {
        self.household = household
        self.noun = noun
        self.id = id
    }

    mutating func note(_ key: String, element: Int? = nil, missing: Problem.Reference? = nil, _ message: String) {
        problems.append(
            Problem(noun: noun, id: id, key: key, element: element, missing: missing, message: message)
        )
    }

    mutating func require(_ condition: Bool, _ key: String, _ message: @autoclosure () -> String) {
        if !condition { note(key, message()) }
    }

    /// The person, or a problem where there is none.
    @discardableResult
    mutating func person(_ person: ID<Person>, _ key: String, element: Int? = nil) -> Person? {
        if let known = household.people[person] { return known }
        note(key, element: element, missing: person, among: household.people.keys, called: .person)
        return nil
    }

    mutating func adult(_ person: ID<Person>, _ key: String, element: Int? = nil) {
        guard let known = self.person(person, key, element: element), !known.isAdult else { return }
        note(key, element: element, "\(known.name) is a child (a parent or a carer is needed)")
    }

    mutating func child(_ person: ID<Person>, _ key: String, element: Int? = nil) {
        guard let known = self.person(person, key, element: element), known.isAdult else { return }
        note(key, element: element, "\(known.name) is a \(known.role.rawValue), not a child")
    }

    mutating func parent(_ person: ID<Person>, _ key: String, element: Int? = nil) {
        guard let known = self.person(person, key, element: element), known.role != .parent else { return }
        note(key, element: element, "\(known.name) is a \(known.role.rawValue), not a parent")
    }

    mutating func place(_ place: ID<Place>, _ key: String, element: Int? = nil) {
        guard household.place(place) == nil else { return }
        note(key, element: element, missing: place, among: [Place.home.id] + household.places.keys, called: .place)
    }

    mutating func resources(_ list: [ID<Resource>], _ key: String) {
        for (index, resource) in list.enumerated() where household.resources[resource] == nil {
            note(key, element: index, missing: resource, among: household.resources.keys, called: .resource)
        }
        unique(list, key)
    }

    mutating func stream(_ stream: ID<Stream>, _ key: String) -> Stream? {
        if let known = household.streams[stream] { return known }
        note(key, missing: stream, among: household.streams.keys, called: .stream)
        return nil
    }

    /// No id twice in a list.
    mutating func unique<Noun>(_ list: [ID<Noun>], _ key: String) {
        guard list.count > 1 else { return }
        for (index, id) in list.enumerated() where list[..<index].contains(id) {
            note(key, element: index, "“\(id)” is named twice")
        }
    }

    mutating func windows(_ windows: some Sequence<Window>, _ key: String) {
        for (index, window) in windows.enumerated() {
            require(!window.days.isEmpty, "\(key)[\(index)].days", "no day is named (daily, weekdays, mon, …)")
            require(
                window.from < .endOfDay,
                "\(key)[\(index)].from",
                "24:00 is the end of a day (00:00 is its start)"
            )
        }
    }

    mutating func name(_ name: String, _ key: String = "name") {
        require(name.contains { !$0.isWhitespace }, key, "is empty")
    }

    private mutating func note<Noun>(
        _ key: String,
        element: Int? = nil,
        missing: ID<Noun>,
        among known: some Sequence<ID<Noun>>,
        called noun: Item.Noun
    ) {
        note(
            key,
            element: element,
            missing: Problem.Reference(noun: noun, id: missing.rawValue),
            Spelling.unknown(noun.rawValue, missing.rawValue, among: known.map(\.rawValue))
        )
    }
}
