import Household
import ICalendar
import Testing

@testable import Phrases

@Suite("Names of several words in a phrase")
struct LongNameTests {
    private let quickAdd: QuickAdd

    init() {
        var household = Household.family
        for (id, name) in [("own-shop", "Own shop"), ("own", "Own"), ("repairs", "Shop & repairs")] {
            household.streams[ID(id)!] = Stream(id: ID(id)!, name: name, owner: ID("maya")!, kind: .product)
        }
        household.people[ID("emil")!] = Person(id: ID("emil")!, name: "Emil Okafor", role: .child)
        household.places[ID("north-hall")!] = Place(id: ID("north-hall")!, name: "Gym", minutesFromHome: 5)
        quickAdd = QuickAdd(
            household: household,
            present: Present(now: CivilDateTime("2026-11-23T10:00")!),
            writer: ID("maya")
        )
    }

    @Test(
        "the longest name that is there is taken, and the rest is the title",
        arguments: [
            ("tue 9-12 #own shop", "stream", "own-shop", "Own shop"),
            ("Paint walls tue 9-12 #Own Shop", "stream", "own-shop", "Paint walls"),
            ("#own shopping tue 9-12", "stream", "own", "Shopping"),
            ("#own tue 9-12", "stream", "own", "Own"), ("#own-shop tue 9-12", "stream", "own-shop", "Own shop"),
            ("#shop & repairs tue 9-12", "stream", "repairs", "Shop & repairs"),
            ("Tea tue 15-16 @grandma ama", "people", "ama", "Tea"),
            ("Tea @Grandma Ama, @noah tue 15-16", "people", "ama noah", "Tea"),
            ("Tea @noah,grandma ama tue 15-16", "people", "noah ama", "Tea"),
            ("Tea @maya - see \"grandma\" tue 15-16", "people", "maya", "Tea - see grandma"),
            ("Sitting +emil okafor tue 15-16", "for", "emil", "Sitting"),
            ("Swim at north hall tue 15-16", "place", "north-hall", "Swim"),
        ]
    )
    func longest(phrase: String, field: String, ids: String, title: String) throws {
        let fields = try quickAdd.read(phrase).fields
        #expect(fields[field]?.joined(separator: " ") == ids)
        #expect(fields["title"] == [title])
    }

    @Test(
        "words after a name that make no name with it are none of it, and mistakes are in the one word",
        arguments: [
            ("Tea tue 15-16 @grandmo ama", "@grandmo"), ("Work tue 9-12 #owm shop", "#owm"),
            ("Sitting +grandma ama tue 15-16", "+grandma ama"),
        ]
    )
    func refused(phrase: String, place: String) throws {
        let error = try #require(throws: PhraseError.self) { try quickAdd.read(phrase) }
        #expect(String(Array(phrase)[error.range]) == place)
    }
}
