import FamplanAPI
import Foundation
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("importing a calendar file")
struct ImportTests {
    private let calendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//test//EN
        BEGIN:VEVENT
        UID:club@school
        DTSTAMP:20260901T000000Z
        DTSTART;TZID=Europe/Berlin:20261124T150000
        DTEND;TZID=Europe/Berlin:20261124T160000
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:Chess club
        END:VEVENT
        BEGIN:VEVENT
        UID:club@school
        DTSTAMP:20260901T000000Z
        RECURRENCE-ID;TZID=Europe/Berlin:20261201T150000
        DTSTART;TZID=Europe/Berlin:20261202T153000
        DTEND;TZID=Europe/Berlin:20261202T170000
        SUMMARY:Chess tournament
        END:VEVENT
        BEGIN:VEVENT
        UID:closed@school
        DTSTAMP:20260901T000000Z
        DTSTART;VALUE=DATE:20261127
        SUMMARY:School closed
        END:VEVENT
        BEGIN:VEVENT
        UID:broken@school
        SUMMARY:No start
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n")

    private func request(_ text: String, _ fields: EntryFields = [:], dryRun: Bool = false) -> ImportRequest {
        ImportRequest(
            base64: Data(text.utf8).base64EncodedString(),
            name: "school.ics",
            fields: fields,
            options: ChangeOptions(dryRun: dryRun)
        )
    }

    @Test("series, single changes and whole days become entries; what can't be used is given back")
    func entries() async throws {
        let planner = try await Planner.test(household: nil)
        let answer = try await planner.importCalendar(request(calendar), by: .admin)
        #expect((answer.accepted, answer.added, answer.changed) == (2, 2, 0))
        #expect(answer.skipped.count == 1)
        #expect(answer.skipped.first?.text.hasPrefix("BEGIN:VEVENT\r\nUID:broken@school") == true)
        #expect(
            try await planner.agenda("2026-11-23", "2026-12-20") == [
                "chess-club 2026-11-24T15:00", "school-closed 2026-11-27T00:00", "chess-club 2026-12-02T15:30",
                "chess-club 2026-12-08T15:00",
            ]
        )
    }

    @Test("importing twice changes nothing; a changed event changes its entry")
    func again() async throws {
        let planner = try await Planner.test(household: nil)
        _ = try await planner.importCalendar(request(calendar), by: .admin)
        let again = try await planner.importCalendar(request(calendar), by: .admin)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
        #expect(again.answer.things.isEmpty)
        let newer = calendar.replacing("SUMMARY:School closed", with: "SUMMARY:Teacher day")
        let changed = try await planner.importCalendar(request(newer), by: .admin)
        #expect((changed.added, changed.changed) == (0, 1))
        #expect(await planner.household.entries.values.map(\.title).contains("Teacher day"))
    }

    @Test("what the file is to be is said once for all of it")
    func mapping() async throws {
        let planner = try await Planner.test()
        let fields = ["kind": ["school"], "people": ["noah"], "place": ["school"]]
        let answer = try await planner.importCalendar(request(calendar, fields), by: .admin)
        #expect(answer.accepted == 2)
        let club = try #require(await planner.household.entries.values.first { $0.title == "Chess club" })
        #expect(club.kind == .school && club.place?.rawValue == "school" && club.people.map(\.rawValue) == ["noah"])
        let refused = await refusal {
            _ = try await planner.importCalendar(request(calendar, ["people": ["nobody"]]), by: .admin)
        }
        #expect(refused?.message.contains("nobody") == true)
    }

    @Test(
        "a name that is not there is refused, with the nearest one, before anything is written",
        arguments: [
            ("people", "noha", "noah"), ("for", "noaj", "noah"), ("stream", "nothwind", "northwind"),
            ("place", "shcool", "school"), ("attention", "focsu", "focus"), ("kind", "scool", "school"),
        ]
    )
    func nearest(field: String, given: String, meant: String) async throws {
        let planner = try await Planner.test()
        let fields = ["kind": ["care"], "people": ["ama"], "for": ["noah"]].merging([field: [given]]) { $1 }
        let refused = await refusal { _ = try await planner.importCalendar(request(calendar, fields), by: .admin) }
        let said = ([refused?.message].compactMap(\.self) + (refused?.details ?? [])).joined(separator: "\n")
        #expect(said.contains("“\(given)”") && said.contains(meant), "\(said)")
        #expect(await planner.household.entries.count == 2)
    }

    @Test("a dry run says what an import would do, and writes nothing")
    func dryRun() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.importCalendar(request(calendar, dryRun: true), by: .admin)
        #expect((answer.added, answer.answer.dryRun) == (2, true))
        #expect(await planner.household.entries.count == 2)
        #expect(try await planner.store.calendarObject(uid: "club@school") == nil)
    }

    @Test("the original text is kept")
    func originalText() async throws {
        let planner = try await Planner.test(household: nil)
        _ = try await planner.importCalendar(request(calendar), by: .admin)
        let text = try #require(try await planner.store.calendarObject(uid: "club@school")?.text)
        #expect(text.contains("SUMMARY:Chess tournament\r\n"))
    }

    @Test("a single occurrence without the description that the series has is without a note")
    func clearedNote() async throws {
        let planner = try await Planner.test(household: nil)
        let text = calendar.replacing("SUMMARY:Chess club", with: "SUMMARY:Chess club\r\nDESCRIPTION:Room 4")
        _ = try await planner.importCalendar(request(text), by: .admin)
        let club = try #require(await planner.household.entries[ID(trusted: "chess-club")])
        let tournament = try #require(club.overrides.first)
        #expect(club.note == "Room 4")
        #expect(club.applying(club.fields(ofOverride: tournament.of)).note == nil)
        #expect(try await planner.importCalendar(request(text), by: .admin).unchanged == 2)
    }

    @Test("a NUL in a calendar file, which no text may have, is left out")
    func nul() async throws {
        let planner = try await Planner.test(household: nil)
        let text = calendar.replacing("SUMMARY:School closed", with: "SUMMARY:School\0 closed\r\nDESCRIPTION:All\0 day")
        #expect(try await planner.importCalendar(request(text), by: .admin).added == 2)
        let entry = try #require(await planner.household.entries[ID(trusted: "school-closed")])
        #expect(entry.title == "School closed" && entry.note == "All day")
        #expect(try await planner.importCalendar(request(text), by: .admin).unchanged == 2)
    }

    @Test("a household file carries imported entries to another household")
    func exported() async throws {
        let planner = try await Planner.test(household: nil)
        _ = try await planner.importCalendar(request(calendar), by: .admin)
        let other = try await Planner.test(household: await planner.householdText)
        #expect(await planner.household.changes(to: other.household).isEmpty)
    }

    @Test("what is no calendar is refused as a whole")
    func refused() async throws {
        let planner = try await Planner.test(household: nil)
        let refused = await refusal { _ = try await planner.importCalendar(request("<html>Log in</html>"), by: .admin) }
        #expect(refused?.message.hasPrefix("cannot import: this is not a calendar") == true)
    }
}
