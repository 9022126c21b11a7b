import Household
import Testing

@Suite("What is meant by a name that is typed")
struct KnownNamesTests {
    private var household: Household {
        var household = Household()
        for (id, name, role) in [
            ("maya", "Maya Okafor", Role.parent), ("max", "Max", .parent), ("maxine", "Maxine", .child),
            ("ama", "Grandma Ama", .carer),
        ] {
            household.people[ID(trusted: id)] = Person(id: ID(trusted: id), name: name, role: role)
        }
        household.places[ID(trusted: "office-park")] = Place(
            id: ID(trusted: "office-park"),
            name: "Northwind",
            minutesFromHome: 40
        )
        return household
    }

    @Test(
        "it is an id or a name, in capitals or not, or the beginning of one only",
        arguments: [
            ("maya", "maya"), ("MAYA", "maya"), ("maya okafor", "maya"), ("Maya  Okafor", "maya"), ("max", "max"),
            ("Max", "max"), ("maxi", "maxine"), ("grandma", "ama"), ("grandma-ama", "ama"), ("ma", "maya max maxine"),
            ("okafor", ""), ("", ""), ("-", ""), (" ", ""),
        ]
    )
    func meaning(text: String, ids: String) {
        let found: [ID<Person>] =
            switch household.personNames.meaning(of: text) {
            case .one(let id): [id]
            case .several(let known): known.map(\.id)
            case .none: []
            }
        #expect(found.map(\.rawValue).joined(separator: " ") == ids)
    }

    @Test("what is near a name is told by its id", arguments: [("mya", "maya"), ("grandma amma", "ama")])
    func unknown(text: String, id: String) {
        #expect(household.personNames.unknown(text) == "unknown person “\(text)” (did you mean “\(id)”?)")
    }

    @Test("fields of a command get ids for names; what nobody knows stays")
    func fields() {
        let fields = [
            "people": ["Maya", "nobody"], "pickUp": ["GRANDMA"], "place": ["office park"], "title": ["Max"],
            "stream": ["x"],
        ]
        let expected = [
            "people": ["maya", "nobody"], "pickUp": ["ama"], "place": ["office-park"], "title": ["Max"],
            "stream": ["x"],
        ]
        #expect(household.withIDs(in: fields) == expected)
        #expect(household.withIDs(in: ["place": ["off"]]) == ["place": ["off"]])
    }
}
