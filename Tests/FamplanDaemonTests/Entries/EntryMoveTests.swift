import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("moving entries, and single occurrences of them")
struct EntryMoveTests {
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

    @Test("an occurrence that is not there is not found, and the next one is named")
    func notFound() async throws {
        let planner = try await Planner.test()
        let none = await refusal { try await planner.move("deep-work@2026-11-25", to: "15:00") }
        #expect(none?.kind == .notFound)
        #expect(none?.message.contains("the next is deep-work@2026-11-26T09:00") == true)
        let entry = await refusal { try await planner.remove("deep-wrok") }
        #expect(entry?.message == "no entry “deep-wrok” (did you mean “deep-work”?)")
    }
}
