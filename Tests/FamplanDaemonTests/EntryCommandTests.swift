import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("adding, editing, moving, skipping and removing entries")
struct EntryCommandTests {
    @Test("an add says what it understood in full, and what it breaks")
    func add() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.add([
            "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["tue 14:00"],
            "duration": ["1h"],
        ])
        #expect(
            answer.understood == ["appointment “Dentist” (dentist): Tue 24 Nov 2026 14:00–15:00 Europe/Berlin; Kofi"]
        )
        #expect(
            answer.created.map(\.message) == ["Kofi cannot fetch Noah from School at 14:15 on Tue 24 Nov; Maya could"]
        )
        #expect(answer.created.first?.id?.count == 8)
        #expect(try await planner.agenda("2026-11-24", "2026-11-25").contains("dentist 2026-11-24T14:00"))
    }

    @Test("an entry is added in words, and options say more")
    func words() async throws {
        let planner = try await Planner.test()
        let request = AddRequest(
            id: nil,
            phrase: "Northwind call tue 14:00-15:30 #northwind ~call at school every week until 18 Dec",
            fields: ["duration": ["1h"], "note": ["Bring the figures"]],
            options: ChangeOptions()
        )
        let answer = try await planner.add(request, by: .admin)
        #expect(
            answer.understood == [
                "work “Northwind call” (northwind-call): Tue 24 Nov 2026 14:00–15:00 Europe/Berlin; Maya; Northwind; "
                    + "at School; every week on Tue, until Fri 18 Dec 2026"
            ]
        )
        let entry = try #require(await planner.household.entries[ID("northwind-call")!])
        #expect(entry.attention == .call)
        #expect(entry.note == "Bring the figures")
    }

    @Test("what nobody is named for is the one's who types, and what was supposed is said")
    func writer() async throws {
        let planner = try await Planner.test()
        let request = AddRequest(
            id: nil,
            phrase: "Dentist wed 15:00",
            fields: [:],
            options: ChangeOptions(dryRun: true)
        )
        let answer = try await planner.add(request, by: .person(ID("kofi")!))
        #expect(
            answer.understood == ["appointment “Dentist” (dentist): Wed 25 Nov 2026 15:00–16:00 Europe/Berlin; Kofi"]
        )
        #expect(answer.warnings == ["No end was said: it lasts an hour."])
    }

    @Test("a phrase that can be read in two ways is shown with the place and both readings")
    func twoReadings() async throws {
        let planner = try await Planner.test()
        let request = AddRequest(id: nil, phrase: "Dentist 03/04 15:00", fields: [:], options: ChangeOptions())
        let body = await refusal { _ = try await planner.add(request, by: .admin) }
        #expect(body?.kind == .invalid)
        #expect(body?.message == "cannot add it: “03/04” can be two days")
        #expect(
            body?.details == [
                "Dentist 03/04 15:00", "        ^^^^^", "Write 2027-04-03 for Sat 3 Apr 2027",
                "or 2027-03-04 for Thu 4 Mar 2027",
            ]
        )
        #expect(try await planner.agenda("2027-03-01", "2027-05-01").contains("dentist") == false)
    }

    @Test("a day to move to can be said as people say it, and not in two ways")
    func moveInWords() async throws {
        let planner = try await Planner.test()
        try await planner.add([
            "kind": ["appointment"], "title": ["Optician"], "people": ["maya"], "start": ["2026-11-25T09:00"],
            "duration": ["1h"],
        ])
        #expect(
            try await planner.move("optician", to: "next fri 3pm").understood.first?.contains("Fri 4 Dec 2026 15:00")
                == true
        )
        #expect(
            try await planner.move("optician", to: "24 Dec at 10:00").understood.first?.contains(
                "Thu 24 Dec 2026 10:00"
            ) == true
        )
        #expect(await refusal { _ = try await planner.move("optician", to: "03/04 10:00") }?.kind == .invalid)
    }

    @Test("work on a stream is its owner's where nobody is named")
    func owner() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.add([
            "kind": ["work"], "title": ["Call"], "stream": ["northwind"], "start": ["2026-11-25T09:00"],
            "duration": ["1h"],
        ])
        #expect(answer.understood.first?.contains("; Maya; Northwind") == true)
    }

    @Test("a second entry of the same title gets an id of its own")
    func ids() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["Zoo: all of us!"], "people": ["maya"], "start": ["2026-11-28T10:00"],
            "duration": ["1h"],
        ]
        #expect(try await planner.add(fields).things.first?.id == "zoo-all-of-us")
        #expect(try await planner.add(fields).things.first?.id == "zoo-all-of-us-2")
        #expect(await refusal { try await planner.add(fields, id: "zoo-all-of-us") }?.kind == .clash)
    }

    @Test("a dry run says the same and leaves no trace")
    func dryRun() async throws {
        let planner = try await Planner.test()
        let before = (try await planner.agenda(), try await planner.history(limit: 100, entry: nil).count)
        let fields = [
            "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
            "duration": ["1h"],
        ]
        let dry = try await planner.add(fields, options: ChangeOptions(dryRun: true))
        #expect(dry.change == nil && dry.dryRun)
        #expect(dry.created.map(\.id) == [nil])
        let after = (try await planner.agenda(), try await planner.history(limit: 100, entry: nil).count)
        #expect(before == after)
        #expect(try await planner.add(fields).created.map(\.message) == dry.created.map(\.message))
    }

    @Test("strict refuses what creates a conflict, and writes nothing")
    func strict() async throws {
        let planner = try await Planner.test()
        let before = try await planner.agenda()
        let refused = await refusal {
            try await planner.add(
                [
                    "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
                    "duration": ["1h"],
                ],
                options: ChangeOptions(strict: true)
            )
        }
        #expect(refused?.kind == .conflicts)
        #expect(refused?.created?.count == 1)
        #expect(try await planner.agenda() == before)
    }

    @Test("one occurrence moves alone; undo brings it back")
    func moveOne() async throws {
        let planner = try await Planner.test()
        let before = try await planner.agenda()
        try await planner.move("deep-work@2026-11-24", to: "fri 13:00")
        #expect(try await planner.agenda().contains("deep-work 2026-11-27T13:00"))
        #expect(try await !planner.agenda().contains("deep-work 2026-11-24T09:00"))
        try await planner.move("deep-work@2026-11-24", to: "15:00")
        #expect(try await planner.agenda().contains("deep-work 2026-11-27T15:00"))
        try await planner.undo()
        try await planner.undo()
        #expect(try await planner.agenda() == before)
    }

    @Test(
        "what lasts whole days does not take a time of day: that is said, and what would help",
        arguments: [
            ("zoo", "15:00", "give it hours"), ("zoo", "sun 15:00", "give it hours"),
            ("fair@2026-11-28", "15:00", "skip"),
        ]
    )
    func moveWholeDays(name: String, when: String, hint: String) async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["Out"], "people": ["maya"], "start": ["2026-11-27"], "allDay": ["true"],
        ]
        try await planner.add(fields, id: "zoo")
        try await planner.add(fields.merging(["repeat": ["FREQ=DAILY;COUNT=3"]]) { $1 }, id: "fair")
        let before = await planner.household
        let refused = await refusal { try await planner.move(name, to: when) }
        #expect(refused?.kind == .invalid)
        #expect(
            refused?.message.hasPrefix("cannot move “Out” to “\(when)”: it lasts whole days (say a day, or ") == true
        )
        #expect(refused?.message.contains(hint) == true)
        #expect(await planner.household == before)
        try await planner.move(name, to: "2026-11-29")
        try await planner.edit("zoo", ["start": ["15:00"], "duration": ["1h"]])
        #expect(try await planner.agenda().contains { $0.hasPrefix("zoo ") && $0.hasSuffix("T15:00") })
    }

    @Test("one day can be without what the series has, and have it again; the file, the disk and undo keep it so")
    func cleared() async throws {
        let planner = try await Planner.test()
        try await planner.edit("noah-school", ["note": ["Bring the folder"], "dropOff": ["maya"]])
        let day = "noah-school@2026-11-25"
        let before = await planner.household
        for field in ["pickUp", "dropOff", "note", "place"] { try await planner.edit(day, [field: []]) }
        let school = try #require(await planner.household.entries[ID(trusted: "noah-school")])
        let fields = try #require(school.overrides.first).of
        let alone = school.applying(school.fields(ofOverride: fields))
        #expect(alone.pickUp == nil && alone.dropOff == nil && alone.note == nil && alone.place == nil)
        #expect(alone.people == school.people)
        let text = await planner.householdText
        #expect(text.contains("pickUp: []"))
        let other = try await Planner.test(household: text)
        #expect(await planner.household.changes(to: other.household).isEmpty)
        let stored = try await planner.store.household(zones: .system)
        #expect(await planner.household == stored)
        try await planner.edit(day, ["pickUp": ["ama"]])
        let again = await planner.household.entries[ID(trusted: "noah-school")]
        #expect(
            again?.overrides.first.map { school in again?.fields(ofOverride: school.of).pickUp } == ID(trusted: "ama")
        )
        for _ in 0..<5 { try await planner.undo() }
        #expect(await planner.household == before)
    }

    @Test("a whole series moves to another time of day, with what was said of single days; not to another day")
    func moveSeries() async throws {
        let planner = try await Planner.test()
        try await planner.remove("deep-work@2026-11-24")
        try await planner.move("deep-work", to: "10:00")
        let starts = try await planner.agenda().filter { $0.hasPrefix("deep-work") }
        #expect(starts == ["deep-work 2026-11-26T10:00"])
        #expect(
            await refusal { try await planner.move("deep-work", to: "fri") }?.message.contains("it repeats") == true
        )
    }

    @Test("a series that ends in the morning and moves to the afternoon keeps its last day, and the other way round")
    func moveAgainstTheEnd() async throws {
        let planner = try await Planner.test()
        // The last one begins half an hour before the end: on Thursday at 09:00.
        try await planner.edit("deep-work", ["repeat": ["FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261203T083000Z"]])
        let days = {
            try await planner.agenda("2026-11-23", "2026-12-20").filter { $0.hasPrefix("deep-work") }
                .map { $0.dropFirst(10).prefix(10) }
        }
        let before = try await days()
        #expect(before == ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"])
        for time in ["15:00", "07:00", "09:30"] {
            try await planner.move("deep-work", to: time)
            #expect(try await days() == before)
        }
        // What ends where it was split, moved later and earlier.
        try await planner.edit("deep-work@2026-12-01", following: true, ["start": ["18:00"], "duration": ["1h"]])
        #expect(
            try await planner.agenda("2026-11-23", "2026-12-20").filter { $0.hasPrefix("deep-work") } == [
                "deep-work 2026-11-24T09:30", "deep-work 2026-11-26T09:30",
                "deep-work-2 2026-12-01T18:00", "deep-work-2 2026-12-03T18:00",
            ]
        )
        try await planner.move("deep-work", to: "06:00")
        try await planner.move("deep-work-2", to: "05:00")
        #expect(
            try await planner.agenda("2026-11-23", "2026-12-20").filter { $0.hasPrefix("deep-work") } == [
                "deep-work 2026-11-24T06:00", "deep-work 2026-11-26T06:00",
                "deep-work-2 2026-12-01T05:00", "deep-work-2 2026-12-03T05:00",
            ]
        )
    }

    @Test("a start on a day that the repetition does not have is refused, from one occurrence on too")
    func strayStart() async throws {
        let planner = try await Planner.test()
        let refused = await refusal { try await planner.edit("deep-work", ["start": ["2026-09-02T09:00"]]) }
        #expect(refused?.kind == .invalid)
        #expect(refused?.message.contains("is no start of the repetition FREQ=WEEKLY;BYDAY=TU,TH") == true)
        let target = EntryTarget(name: "deep-work@2026-11-26", following: true)
        let following = await refusal {
            _ = try await planner.move(
                MoveRequest(target: target, when: "fri 10:00", options: ChangeOptions()),
                by: .admin
            )
        }
        #expect(following?.message.contains("the next that it gives is 2026-12-01T10:00") == true)
        try await planner.edit(
            "deep-work@2026-11-26",
            following: true,
            ["start": ["fri 10:00"], "repeat": ["FREQ=WEEKLY;BYDAY=FR"]]
        )
        #expect(try await planner.agenda().contains("deep-work-2 2026-11-27T10:00"))
    }

    @Test("an edit of one occurrence and what follows makes two entries")
    func following() async throws {
        let planner = try await Planner.test()
        try await planner.edit(
            "deep-work@2026-11-26",
            following: true,
            ["title": ["Deeper work"], "start": ["2026-11-26T08:00"]]
        )
        let starts = try await planner.agenda("2026-11-23", "2026-12-04").filter { $0.hasPrefix("deep-work") }
        #expect(
            starts == [
                "deep-work 2026-11-24T09:00", "deep-work-2 2026-11-26T08:00", "deep-work-2 2026-12-01T08:00",
                "deep-work-2 2026-12-03T08:00",
            ]
        )
        try await planner.remove("deep-work-2@2026-12-01", following: true)
        #expect(try await planner.agenda("2026-11-30", "2026-12-20").allSatisfy { !$0.hasPrefix("deep-work") })
    }

    @Test("what a repetition has already ended by itself is not begun again by taking out what follows")
    func followingAnExtraDate() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["W"], "people": ["maya"], "start": ["2026-11-23T09:00"], "duration": ["1h"],
            "repeat": ["FREQ=DAILY;COUNT=3"], "also": ["2026-12-06T20:00"],
        ]
        try await planner.add(fields)
        try await planner.remove("w@2026-12-06", following: true)
        let starts = try await planner.agenda("2026-11-23", "2026-12-20").filter { $0.hasPrefix("w ") }
        #expect(starts == ["w 2026-11-23T09:00", "w 2026-11-24T09:00", "w 2026-11-25T09:00"])
    }

    @Test("a series can't begin anew at an extra date while its rule goes on")
    func followingAmidst() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["W"], "people": ["maya"], "start": ["2026-11-23T09:00"], "duration": ["1h"],
            "repeat": ["FREQ=WEEKLY;COUNT=4"], "also": ["2026-11-24T20:00"],
        ]
        try await planner.add(fields)
        let refused = await refusal {
            try await planner.edit("w@2026-11-24", following: true, ["title": ["B"]])
        }
        #expect(refused?.message.contains("it is an extra date") == true)
    }

    @Test("moving on from an occurrence that was moved begins where it was")
    func followingMoved() async throws {
        let planner = try await Planner.test()
        try await planner.move("deep-work@2026-11-26", to: "2026-11-28T14:00")
        let target = EntryTarget(name: "deep-work@2026-11-26", following: true)
        _ = try await planner.move(
            MoveRequest(target: target, when: "10:00", options: ChangeOptions()),
            by: .admin
        )
        let starts = try await planner.agenda("2026-11-25", "2026-12-02").filter { $0.hasPrefix("deep-work-2") }
        #expect(starts.last == "deep-work-2 2026-12-01T10:00")
    }

    @Test("a skipped whole day is a day in the file, and comes back from it")
    func skippedDay() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["W"], "people": ["maya"], "start": ["2026-11-23"], "allDay": ["true"],
            "repeat": ["FREQ=DAILY;COUNT=3"],
        ]
        try await planner.add(fields)
        try await planner.remove("w@2026-11-24")
        let other = try await Planner.test(household: await planner.householdText)
        #expect(await planner.household.changes(to: other.household).isEmpty)
    }

    @Test("what would be on hundreds of times at once is refused")
    func tooManyAtOnce() async throws {
        let planner = try await Planner.test()
        let refused = await refusal {
            try await planner.add([
                "kind": ["appointment"], "title": ["X"], "people": ["maya"], "start": ["1900-01-01T10:00"],
                "duration": ["3600d"], "repeat": ["FREQ=MINUTELY"],
            ])
        }
        #expect(refused?.message.contains("times at once") == true)
    }

    @Test("an occurrence that is not there is not found, and the next one is named")
    func notFound() async throws {
        let planner = try await Planner.test()
        let none = await refusal { try await planner.move("deep-work@2026-11-25", to: "15:00") }
        #expect(none?.kind == .notFound)
        #expect(none?.message.contains("the next is deep-work@2026-11-26T09:00") == true)
        let entry = await refusal { try await planner.remove("deep-wrok") }
        #expect(entry?.message == "no entry “deep-wrok” (did you mean “deep-work”?)")
    }

    @Test("bad fields name the field, its value and what would help")
    func badFields() async throws {
        let planner = try await Planner.test()
        let time = await refusal {
            try await planner.add([
                "kind": ["family"], "title": ["X"], "people": ["maya"], "start": ["2026-11-24T25:00"],
                "duration": ["1h"],
            ])
        }
        #expect(time?.kind == .invalid)
        #expect(time?.message.contains("25:00") == true)
        let person = await refusal {
            try await planner.add([
                "kind": ["family"], "title": ["X"], "people": ["mya"], "start": ["2026-11-24"], "allDay": ["true"],
            ])
        }
        #expect(person?.message.contains("did you mean “maya”?") == true)
    }

    @Test(
        "a text with a NUL is refused as the caller's mistake, by the field's name",
        arguments: ["title", "note", "url"]
    )
    func nul(field: String) async throws {
        let planner = try await Planner.test()
        var fields = [
            "kind": ["family"], "title": ["X"], "people": ["maya"], "start": ["2026-11-24"], "allDay": ["true"],
        ]
        fields[field] = ["a\0b"]
        let refused = await refusal { try await planner.add(fields) }
        #expect(refused?.kind == .invalid)
        #expect(refused?.message == "\(field): has a NUL character (U+0000), which no text may have")
        let file = await refusal { try await planner.apply("household: { name: \"a\\0b\" }") }
        #expect(file?.kind == .invalidFile)
    }

    @Test("an entry that others need is not removed from under them")
    func removalIsChecked() async throws {
        let planner = try await Planner.test()
        let text = smallHousehold.replacing("      - { id: ama, name: Ama, role: carer }\n", with: "")
            .replacing("  - { id: school, name: School, minutesFromHome: 15 }\n", with: "")
        let refused = await refusal { try await planner.apply(text, prune: true) }
        #expect(refused?.kind == .invalidFile)
        #expect(refused?.details.first?.contains("unknown place “school”") == true)
    }
}
