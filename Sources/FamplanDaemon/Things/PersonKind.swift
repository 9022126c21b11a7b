import FamplanAPI
import Household
import HouseholdFile
import Phrases

/// The people of the household, and what they want to be told.
struct PersonKind: ThingKind {
    /// The names of the channels of the daemon's configuration.
    let configured: Set<String>

    var noun: Item.Noun { .person }
    func things(of household: Household) -> OrderedDictionary<ID<Person>, Person> { household.people }
    func names(of household: Household) -> KnownNames<Person>? { household.personNames }
    func item(_ person: Person) -> Item { .person(person) }
    func words(_ person: Person) -> String { "\(person.role.rawValue) “\(person.name)”" }

    func wayOut(_ person: Person) -> String? {
        "give that to somebody else first: `famplan edit ID --who PERSON`, `famplan stream edit ID --owner PERSON`; "
            + "or remove it"
    }

    func report(_ people: [Person], in snapshot: Snapshot) -> PeopleReport {
        let words = PersonWords(household: snapshot.household, configured: configured)
        return PeopleReport(people: people.map(words.report))
    }

    func made(
        _ id: ID<Person>,
        _ wanted: PersonRequest,
        over base: Person?,
        in household: Household,
        at present: Present
    ) throws -> Person {
        try HouseholdFile.person(
            id: id,
            fields: wanted.fields,
            channels: wanted.channels,
            without: wanted.without,
            over: base,
            in: household
        )
    }

    typealias Removal = RemovePersonRequest

    func warnings(_ person: Person, over base: Person?) -> [String] {
        var alone = Household()
        if person.unixUser != base?.unixUser { alone.people[person.id] = person }
        let names = Set(person.notify.channels.map(\.channel)).subtracting(base?.notify.channels.map(\.channel) ?? [])
        let missing = names.subtracting(configured).sorted().map { name in
            let near = Spelling.nearest(to: name, among: configured).map { " (did you mean “\($0)”?)" } ?? ""
            return
                "the daemon's configuration has no channel “\(name)”\(near): what is sent through it waits until it has"
        }
        return alone.unknownUsers + missing
    }
}
