import ICalendar
import Testing

@Suite("The zone database")
struct ZoneDatabaseTests {
    @Test(
        "only names of the zone list are zones",
        arguments: [
            "../../etc/passwd", "posixrules", "localtime", "tzdata.zi", "Europe", "Europe/", "/Europe/Berlin",
            "europe/berlin", "right/Europe/Berlin", "Europe/../Europe/Berlin", "", "Europe/Berlin\0",
        ]
    )
    func notAZone(id: String) {
        #expect(throws: ZoneError.self) { try ZoneDatabase.system.zone(id) }
    }

    @Test(
        "links are zones under the name asked for",
        arguments: ["Europe/Berlin", "Arctic/Longyearbyen", "US/Pacific"]
    )
    func links(id: String) throws {
        #expect(try ZoneDatabase.system.zone(id).id == id)
        #expect(ZoneDatabase.system.identifiers.contains(id))
    }

    @Test(
        "a misspelt name finds the nearest one",
        arguments: [
            ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
            ("America/New York", "America/New_York"), ("Kathmandu", "Asia/Kathmandu"), ("cuba", "Cuba"),
            ("Europe/Ebrlin", "Europe/Berlin"),
        ]
    )
    func nearest(text: String, expected: String) {
        #expect(ZoneDatabase.system.nearest(to: text) == expected)
    }

    @Test("an unknown name is answered with it and a suggestion")
    func message() throws {
        let error = try #require(throws: ZoneError.self) { try ZoneDatabase.system.zone("Europe/Berln") }

        #expect(error.description == "unknown time zone “Europe/Berln” (did you mean Europe/Berlin?)")
        #expect(ZoneDatabase.system.nearest(to: "Middle-earth/Mordor of old") == nil)
        #expect(ZoneDatabase.system.nearest(to: String(repeating: "x", count: 100_000)) == nil)
    }

    @Test("without a database there is UTC, and otherwise a clear error")
    func noDatabase() throws {
        // given
        let database = ZoneDatabase(directory: "/nonexistent")

        // then
        #expect(try database.zone("UTC") == .utc)
        #expect(database.identifiers.isEmpty)
        #expect(throws: ZoneError.noDatabase(directory: "/nonexistent")) { try database.zone("Europe/Berlin") }
    }

    @Test("every zone of the list can be read")
    func everyZone() throws {
        let identifiers = ZoneDatabase.system.identifiers
        let spring = Instant(secondsSinceEpoch: 1_800_000_000)

        #expect(identifiers.count > 300)
        for id in identifiers {
            let zone = try ZoneDatabase.system.zone(id)
            #expect((-43_200...50_400).contains(zone.offset(at: spring)), "\(id)")
        }
    }
}
