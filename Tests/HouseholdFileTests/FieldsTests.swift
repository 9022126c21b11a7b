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
            (["allDay": "true", "start": "2026-11-10", "duration": "3d"], "2026-11-10", "2026-11-12"),
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

    /// Tuesdays at 15:00 until some end, moved by fields: the days on which it happens must stay the same.
    @Test(
        "another time of day changes nothing about the days, wherever the repetition ends",
        arguments: [
            "UNTIL=20261124T143000Z", "UNTIL=20261124T140000Z", "UNTIL=20261124T133000Z", "UNTIL=20261124T150000",
            "UNTIL=20261124T145959", "UNTIL=20261124", "UNTIL=20261123T230000Z", "UNTIL=20261124T225959Z",
        ],
        [
            ["start": ["08:00"]], ["start": ["15:10"]], ["start": ["23:30"]], ["start": ["00:00"]],
            ["allDay": ["true"]], ["timeZone": ["America/New_York"]], ["timeZone": ["Asia/Tokyo"], "start": ["06:00"]],
        ] as [[String: [String]]]
    )
    func daysStay(end: String, fields: [String: [String]]) throws {
        var base = try entry(["repeat": ["FREQ=WEEKLY;BYDAY=TU;\(end)"], "except": []], over: "gymnastics")
        base.overrides = []
        let days = { (entry: Entry) in
            household.with(zoneOf: entry).recurrence(of: entry).starts(from: .first, until: .last).map(\.date)
        }
        let moved = try HouseholdFile.entry(id: base.id, fields: fields, over: base, in: household)
        let back = try HouseholdFile.entry(
            id: base.id,
            fields: ["start": ["15:00"], "allDay": ["false"], "duration": ["1h"], "timeZone": []],
            over: moved,
            in: household.with(zoneOf: moved)
        )
        #expect(days(base).count >= 3)
        #expect(days(moved) == days(base))
        #expect(days(back) == days(base))
    }

    @Test("a repetition that ends far from both times of day keeps its end as it is written")
    func endStays() throws {
        let rule = ["repeat": ["FREQ=WEEKLY;UNTIL=20270630T215959Z;BYDAY=TU"]]
        let entry = try entry(rule.merging(["start": ["09:00"]]) { $1 }, over: "gymnastics")
        let moved = try HouseholdFile.entry(id: entry.id, fields: ["start": ["17:00"]], over: entry, in: household)
        #expect(moved.repetition.rule?.description == rule["repeat"]?[0])
    }

    @Test("several times a day, and rules by the hour, keep their last one too")
    func lastOfDay() throws {
        for (rule, last) in [
            ("FREQ=DAILY;UNTIL=20261105T083000Z;BYHOUR=9,15", "2026-11-05T09:45"),
            ("FREQ=HOURLY;INTERVAL=6;UNTIL=20261105T080000Z", "2026-11-05T09:45"),
        ] {
            let base = try entry(["start": ["2026-11-03T09:00"], "repeat": [rule], "except": []], over: "gymnastics")
            let moved = try HouseholdFile.entry(id: base.id, fields: ["start": ["09:45"]], over: base, in: household)
            let starts = { household.recurrence(of: $0).starts(from: .first, until: .last) }
            #expect(starts(moved).count == starts(base).count)
            #expect(starts(moved).last?.description == last)
        }
    }

    @Test(
        "a start on which the repetition does not fall is refused, unless a new one does",
        arguments: [
            (["start": ["2026-11-04T15:00"]], "2026-11-10T15:00"),
            (["start": ["2026-11-04"]], "2026-11-10T15:00"),
            (["start": ["2026-11-04T16:00"], "repeat": ["FREQ=WEEKLY;BYDAY=MO,FR"]], "2026-11-06T16:00"),
            (["start": ["2026-11-05"], "allDay": ["true"]], "2026-11-10"),
        ] as [([String: [String]], String)]
    )
    func strayStart(fields: [String: [String]], next: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try entry(fields, over: "gymnastics") }
        #expect(error.description.hasPrefix("start: 2026-11-0"))
        #expect(error.description.contains("is no start of the repetition FREQ=WEEKLY;BYDAY="))
        #expect(
            error.description.hasSuffix(
                "the next that it gives is \(next) (give a repeat that goes with it too, or move one occurrence: ID@DATE)"
            )
        )
        let agreeing = fields.merging(["repeat": ["FREQ=WEEKLY"]]) { $1 }
        #expect(
            try entry(agreeing, over: "gymnastics").time.start.date.description
                == fields["start"]?[0].prefix(10).description
        )
    }

    @Test("a start that has never gone with the repetition may have another time of day")
    func strayBefore() throws {
        var base = try #require(household.entries[ID(trusted: "gymnastics")])
        base.time = .timed(start: CivilDateTime("2026-11-02T15:00")!, zone: nil, seconds: 3600)
        let moved = try HouseholdFile.entry(id: base.id, fields: ["start": ["16:00"]], over: base, in: household)
        #expect(moved.time.start.description == "2026-11-02T16:00")
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

    @Test("what differs already stays; a title that is taken away is as in the entry, people are none")
    func overBase() throws {
        // given
        let base = try fields(["start": ["16:00"], "duration": ["2h"], "title": ["Late"], "note": ["Bring shoes"]])
        // when
        let new = try fields(["start": ["17:00"], "title": [], "people": []], over: base)
        // then
        #expect(new.start?.description == "2026-11-24T17:00")
        #expect(new.length == 7200)
        #expect(new.title == nil)
        #expect(new.people == [])
        #expect(new.note == "Bring shoes")
    }

    @Test("what the entry has can be taken away for one occurrence; what it has not is only as in the entry")
    func clear() throws {
        // when
        let new = try fields(["place": [], "note": []], over: try fields(["note": ["Bring shoes"]]))
        // then
        #expect(new.hasCleared(.place) && !new.hasCleared(.note))
        #expect(entry.applying(new).place == nil)
        #expect(try fields(["people": ["noah"]], over: new).hasCleared(.place))
        let again = try fields(["place": ["gym"]], over: new)
        #expect(!again.hasCleared(.place) && again.place?.rawValue == "gym")
        #expect(try fields(["title": ["X"]]).hasCleared(.place) == false)
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

extension Household {
    /// With the zone that the entry names.
    fileprivate func with(zoneOf entry: Entry) -> Household {
        guard case .timed(_, let name?, _) = entry.time else { return self }
        var household = self
        household.zones[name] = try? ZoneDatabase.system.zone(name)
        return household
    }
}
