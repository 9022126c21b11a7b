import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("adding entries")
struct EntryAddTests {
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
                    + "attention call; at School; every week on Tue, until Fri 18 Dec 2026"
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
        let before = (try await planner.agenda(), try await planner.history(limit: 100, id: nil).count)
        let fields = [
            "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
            "duration": ["1h"],
        ]
        let dry = try await planner.add(fields, options: ChangeOptions(dryRun: true))
        #expect(dry.change == nil && dry.dryRun)
        #expect(dry.created.map(\.id) == [nil])
        let after = (try await planner.agenda(), try await planner.history(limit: 100, id: nil).count)
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
}
