import FamplanAPI
import Household
import HouseholdFile

/// The people of the household, and what they want to be told.
extension Planner {
    /// Everybody, or one.
    ///
    /// - Parameter configured: the names of the channels of the daemon's configuration.
    func people(_ person: String?, configured: Set<String>) throws -> PeopleReport {
        let id = try person.map(self.person)
        let people = household.people.values.filter { id == nil || $0.id == id }
        let words = PersonWords(household: household, configured: configured)
        return PeopleReport(people: people.map(words.report))
    }

    func addPerson(_ request: PersonRequest, configured: Set<String>, by actor: Actor) throws -> ChangeAnswer {
        guard let id = ID<Person>(request.person) else {
            throw ErrorBody(
                .invalid,
                "“\(request.person)” is not an id: lower-case letters, digits, “-” and “.”, at most 64"
            )
        }
        guard household.people[id] == nil else {
            throw ErrorBody(.clash, "there is a person “\(id)” already: `famplan person edit \(id)` changes them")
        }
        let person = try person(id, request, over: nil)
        var draft = Draft([Change(adding: .person(person))], summary: "add \(person.role.rawValue) “\(person.name)”")
        draft.warnings = warnings(person, over: nil, configured)
        return try make(draft, by: actor, options: request.options)
    }

    func editPerson(_ request: PersonRequest, configured: Set<String>, by actor: Actor) throws -> ChangeAnswer {
        let id = try self.person(request.person)
        guard let base = household.people[id] else { throw ErrorBody(.notFound, "no person “\(id)”") }
        let person = try person(id, request, over: base)
        let changes = person == base ? [] : [Change(from: .person(base), to: .person(person))]
        var draft = Draft(changes, summary: "edit \(base.role.rawValue) “\(base.name)” (\(id))")
        draft.warnings = warnings(person, over: base, configured)
        return try make(draft, by: actor, options: request.options)
    }

    func removePerson(_ request: RemovePersonRequest, by actor: Actor) throws -> ChangeAnswer {
        let id = try self.person(request.person)
        guard let person = household.people[id] else { throw ErrorBody(.notFound, "no person “\(id)”") }
        let draft = Draft(
            [Change(removing: .person(person))],
            summary: "remove \(person.role.rawValue) “\(person.name)” (\(id))"
        )
        return try make(draft, by: actor, options: request.options)
    }

    private func person(_ text: String) throws -> ID<Person> {
        if let id = ID<Person>(text), household.people[id] != nil { return id }
        throw ErrorBody(.notFound, Spelling.unknown("person", text, among: household.people.keys.map(\.rawValue)))
    }

    private func person(_ id: ID<Person>, _ request: PersonRequest, over base: Person?) throws -> Person {
        try HouseholdFile.person(
            id: id,
            fields: request.fields,
            channels: request.channels,
            without: request.without,
            over: base,
            in: household
        )
    }

    /// What is not wrong, but would not do what somebody thinks.
    private func warnings(_ person: Person, over base: Person?, _ configured: Set<String>) -> [String] {
        var alone = Household()
        if person.unixUser != base?.unixUser { alone.people[person.id] = person }
        let names = Set(person.notify.channels.map(\.channel)).subtracting(base?.notify.channels.map(\.channel) ?? [])
        let missing = names.subtracting(configured).sorted().map { name in
            let near = Spelling.nearest(to: name, among: configured).map { " (did you mean “\($0)”?)" } ?? ""
            return
                "the daemon's configuration has no channel “\(name)”\(near): what is sent through it waits until it has"
        }
        return unknownUsers(alone) + missing
    }
}
