import Household
import ICalendar
import Testing

@testable import HouseholdFile

/// A small family with an entry that comes back, one of its occurrences moved, one cancelled.
private func family() throws -> Household {
    try HouseholdFile.read(
        """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, role: parent }
          - { id: noah, role: child }
        places:
          - { id: gym, minutesFromHome: 20 }
        entries:
          - id: gymnastics
            kind: appointment
            title: Gymnastics
            people: [maya, noah]
            place: gym
            start: 2026-11-03T15:00
            duration: 1h
            repeat: FREQ=WEEKLY;BYDAY=TU
            except: [2026-12-22/2027-01-05, 2026-12-15T15:00]
            overrides:
              - { of: 2026-11-10T15:00, start: 2026-11-10T16:00 }
              - { of: 2026-11-17T15:00, cancelled: true }
          - id: trip
            kind: away
            title: Trip
            people: [maya]
            start: 2026-11-27
            end: 2026-11-29
        """,
        name: "family.yaml",
        onto: Household(),
        prune: false
    )
}

@Suite("Fields given by a command")
struct FieldsTests {
    private let household: Household

    init() throws { household = try family() }

    private func entry(_ fields: [String: [String]], over id: String? = nil) throws -> Entry {
        let base = id.flatMap { household.entries[ID(trusted: $0)] }
        return try HouseholdFile.entry(
            id: base?.id ?? ID(trusted: "new"),
            fields: fields,
            over: base,
            in: household
        )
    }

    @Test("make an entry as a file would")
    func add() throws {
        // when
        let entry = try entry([
            "kind": ["appointment"], "title": ["Dentist: Noah"], "people": ["maya", "noah"],
            "start": ["2026-11-24T14:00"], "end": ["15:30"], "except": ["2026-12-01/2026-12-24", "2027-01-01"],
            "repeat": ["FREQ=WEEKLY"], "timeZone": ["America/New_York"],
        ])
        // then
        #expect(entry.title == "Dentist: Noah")
        #expect(entry.people.map(\.rawValue) == ["maya", "noah"])
        let start = try #require(CivilDateTime("2026-11-24T14:00"))
        #expect(entry.time == .timed(start: start, zone: "America/New_York", seconds: 5400))
        #expect(entry.repetition.exceptDays.count == 2)
    }

    @Test("a date is a whole day, with allDay or without", arguments: [[:], ["allDay": ["true"]]])
    func wholeDay(more: [String: [String]]) throws {
        let fields = ["kind": ["family"], "start": ["2026-11-24"], "end": ["2026-11-26"]]
        let entry = try entry(fields.merging(more) { $1 })
        let first = try #require(CivilDate("2026-11-24"))
        #expect(entry.time == .allDay(first: first, days: 3))
        #expect(entry.title == "Family")
    }

    /// What is given for ``family()``'s gymnastics on Tuesdays at 15:00 for an hour, and what it is then.
    @Test(
        "change when an entry is",
        arguments: [
            (["start": "2026-11-03T17:00"], "2026-11-03T17:00", "2026-11-03T18:00"),
            (["start": "17:00"], "2026-11-03T17:00", "2026-11-03T18:00"),
            (["start": "2026-11-10"], "2026-11-10T15:00", "2026-11-10T16:00"),
            (["end": "17:30"], "2026-11-03T15:00", "2026-11-03T17:30"),
            (["end": "14:00"], "2026-11-03T15:00", "2026-11-04T14:00"),
            (["start": "14:00", "end": "24:00"], "2026-11-03T14:00", "2026-11-04T00:00"),
            (["duration": "90m"], "2026-11-03T15:00", "2026-11-03T16:30"),
            (["start": "8:05", "duration": "2h"], "2026-11-03T08:05", "2026-11-03T10:05"),
            (["allDay": "true"], "2026-11-03", nil),
            (["allDay": "true", "start": "2026-11-04", "duration": "3d"], "2026-11-04", "2026-11-06"),
        ] as [([String: String], String, String?)]
    )
    func time(fields: [String: String], start: String, end: String?) throws {
        let entry = try entry(fields.mapValues { [$0] }, over: "gymnastics")
        let shown = Dictionary(
            uniqueKeysWithValues: HouseholdFile.fields(of: .entry(entry), in: household).map { ($0.field, $0.value) }
        )
        #expect(shown["start"] == start)
        #expect(shown["end"] == end)
        #expect(shown["people"] == "maya, noah")
    }

    @Test("an all-day entry becomes one with hours")
    func hours() throws {
        let entry = try entry(["start": ["18:00"], "end": ["20:00"]], over: "trip")
        let start = try #require(CivilDateTime("2026-11-27T18:00"))
        #expect(entry.time == .timed(start: start, zone: nil, seconds: 7200))
    }

    @Test("another time of day takes the exceptions along")
    func exceptions() throws {
        // when
        let entry = try entry(["start": ["16:30"]], over: "gymnastics")
        // then
        #expect(entry.overrides.map(\.of.description) == ["2026-11-10T16:30", "2026-11-17T16:30"])
        #expect(entry.repetition.exceptStarts.map(\.description) == ["2026-12-15T16:30"])
    }

    @Test("overrides of starts that are no more go")
    func lostOverrides() throws {
        let entry = try entry(["repeat": ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]], over: "gymnastics")
        #expect(entry.overrides.map(\.of.description) == ["2026-11-17T15:00"])
    }

    @Test("an empty list takes a field away")
    func takeAway() throws {
        let entry = try entry(["place": [], "repeat": [], "people": ["noah"]], over: "gymnastics")
        #expect(entry.place == nil)
        #expect(entry.repetition.rule == nil)
        #expect(entry.people.map(\.rawValue) == ["noah"])
    }

    @Test(
        "what is wrong is said by the field's name",
        arguments: [
            (["people": ["mya"]], "people: unknown person “mya” (did you mean “maya”?)"),
            (["start": ["2026-11-31"]], "start: “2026-11-31” is not a date: 2026-11 has 30 days"),
            (["start": ["25:00"]], "start: “25:00” is not a time of day (00:00 to 24:00)"),
            (["start": []], "start: is needed (2026-11-23T14:00, or a date for whole days)"),
            (["colour": ["red"]], "colour: unknown key “colour”"),
            (["title": ["a", "b"]], "title: is a list, but a single value is needed"),
            (["overrides": ["x"]], "overrides: is text, but a list is needed (a line “- …” for each)"),
            (["duration": ["1h"], "end": ["17:00"]], "duration: there is an end already (give one of the two)"),
            (["timeZone": ["Berlin"]], "timeZone: unknown time zone “Berlin” (did you mean Europe/Berlin?)"),
            (
                ["start": ["2026-11-24T10:00"], "allDay": ["true"]],
                "start: “2026-11-24T10:00” has a time of day, but the entry is all day (2026-11-24)"
            ),
        ] as [([String: [String]], String)]
    )
    func mistakes(fields: [String: [String]], message: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try entry(fields, over: "gymnastics") }
        #expect(error.description == message)
    }

    @Test("an entry is shown by its keys, a line each")
    func shown() throws {
        let entry = try #require(household.entries[ID(trusted: "gymnastics")])
        let shown = HouseholdFile.fields(of: .entry(entry), in: household).map { "\($0.field): \($0.value)" }
        #expect(
            shown == [
                "id: gymnastics", "kind: appointment", "title: Gymnastics", "people: maya, noah", "place: gym",
                "start: 2026-11-03T15:00", "end: 2026-11-03T16:00", "repeat: FREQ=WEEKLY;BYDAY=TU",
                "except: 2026-12-22/2027-01-05, 2026-12-15T15:00",
                "overrides: { of: 2026-11-10T15:00, start: 2026-11-10T16:00 }, "
                    + "{ of: 2026-11-17T15:00, cancelled: true }",
            ]
        )
    }
}

@Suite("Fields given for one occurrence")
struct OverrideFieldsTests {
    private let household: Household
    private let entry: Entry

    init() throws {
        household = try family()
        entry = try #require(household.entries[ID(trusted: "gymnastics")])
    }

    private func fields(_ fields: [String: [String]], over base: Override.Fields? = nil) throws -> Override.Fields {
        let original = try #require(CivilDateTime("2026-11-24T15:00"))
        return try HouseholdFile.override(fields: fields, over: base, of: entry, original: original, in: household)
    }

    @Test("a start may be a time of day or a date, an end a time of day")
    func time() throws {
        #expect(try fields(["start": ["16:00"]]).start?.description == "2026-11-24T16:00")
        #expect(try fields(["start": ["2026-11-25"]]).start?.description == "2026-11-25T15:00")
        #expect(try fields(["start": ["16:00"]]).length == nil)
        #expect(try fields(["start": ["16:00"], "end": ["18:00"]]).length == 7200)
        #expect(try fields(["end": ["15:30"]]).length == 1800)
    }

    @Test("what differs already stays, what is taken away is as in the entry")
    func overBase() throws {
        // given
        let base = try fields(["start": ["16:00"], "duration": ["2h"], "people": ["noah"], "note": ["Bring shoes"]])
        // when
        let new = try fields(["start": ["17:00"], "people": []], over: base)
        // then
        #expect(new.start?.description == "2026-11-24T17:00")
        #expect(new.length == 7200)
        #expect(new.people == nil)
        #expect(new.note == "Bring shoes")
    }

    @Test(
        "what an occurrence cannot have of its own is refused",
        arguments: ["kind", "repeat", "timeZone", "movable", "allDay"]
    )
    func wholeEntry(field: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try fields([field: ["x"]]) }
        #expect(
            error.description == "\(field): concerns the entry as a whole, not one occurrence "
                + "(edit the entry, or from there on with --following)"
        )
    }

    @Test("whom it names is checked")
    func unknown() throws {
        let error = try #require(throws: HouseholdFileError.self) { try fields(["dropOff": ["noah"]]) }
        #expect(error.description == "dropOff: noah is a child (a parent or a carer is needed)")
    }
}
