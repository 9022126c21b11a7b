import FamplanAPI
import Foundation
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("importing the same calendar file again")
struct ImportAgainTests {
    /// A chess club on three Tuesdays and a day without school.
    private static let calendar = """
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
        LOCATION:Room 4
        END:VEVENT
        BEGIN:VEVENT
        UID:closed@school
        DTSTAMP:20260901T000000Z
        DTSTART;VALUE=DATE:20261127
        SUMMARY:School closed
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n")

    /// The school moves the club by an hour.
    private static let later = calendar.replacing("T150000", with: "T160000").replacing(
        "24T160000\r\nRRULE",
        with: "24T170000\r\nRRULE"
    )

    private let planner: Planner

    init() async throws {
        planner = try await Planner.test()
        _ = try await planner.take(Self.calendar)
    }

    private func entry(_ id: String) async -> Entry? { await planner.household.entries[ID(trusted: id)] }

    @Test("what the family edited stays where the file is as before: title, people, time, one skipped day")
    func edited() async throws {
        try await planner.edit(
            "chess-club",
            ["title": ["Chess with Ama"], "people": ["noah", "ama"], "start": ["15:30"]]
        )
        try await planner.remove("chess-club@2026-12-01")
        let before = await planner.household
        let again = try await planner.take(Self.calendar)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
        #expect(again.answer.clashes.isEmpty)
        #expect(await planner.household == before)
    }

    @Test("what the file changed is taken over beside what the family edited")
    func merged() async throws {
        try await planner.edit("chess-club", ["title": ["Chess with Ama"], "people": ["noah"], "pickUp": ["ama"]])
        let answer = try await planner.take(Self.later)
        #expect((answer.added, answer.changed) == (0, 1))
        #expect(answer.answer.clashes.isEmpty)
        let club = try #require(await entry("chess-club"))
        #expect(club.title == "Chess with Ama" && club.people == [ID(trusted: "noah")])
        #expect(club.pickUp == ID(trusted: "ama"))
        #expect(try await planner.agenda("2026-11-24", "2026-11-25").contains("chess-club 2026-11-24T16:00"))
    }

    @Test("what both changed is a clash, left as it is and shown until it is settled; overwrite takes the file's side")
    func clash() async throws {
        try await planner.edit("chess-club", ["start": ["15:30"], "note": ["Bring the board"]])
        let before = await planner.household
        for _ in 0..<2 {
            let answer = try await planner.take(Self.later)
            #expect(
                answer.answer.clashes == [
                    "entry chess-club: changed both here and in school.ics since the last import (when); left as it is"
                ]
            )
            #expect(await planner.household == before)
        }
        let answer = try await planner.take(Self.later, overwrite: true)
        #expect(answer.answer.clashes.isEmpty)
        #expect(try await planner.agenda("2026-11-24", "2026-11-25").contains("chess-club 2026-11-24T16:00"))
        #expect(await entry("chess-club")?.note == "Room 4")
    }

    @Test("the same change on both sides is no clash, then or later")
    func agreed() async throws {
        try await planner.edit("school-closed", ["title": ["Teacher day"]])
        let teacher = Self.calendar.replacing("School closed", with: "Teacher day")
        #expect(try await planner.take(teacher).answer.clashes.isEmpty)
        let answer = try await planner.take(teacher.replacing("Teacher day", with: "Teachers’ day"))
        #expect(answer.answer.clashes.isEmpty)
        #expect(await entry("school-closed")?.title == "Teachers’ day")
    }

    @Test("what the family removed stays away while the file says the same of it, whatever the options")
    func removed() async throws {
        try await planner.remove("chess-club")
        for fields in [[:], ["kind": ["school"], "people": ["noah"]]] as [EntryFields] {
            let answer = try await planner.take(Self.calendar, fields)
            #expect(answer.added == 0)
            #expect(await entry("chess-club") == nil)
            #expect(
                answer.answer.warnings.last?.hasPrefix("1 entry stays removed: school.ics says")
                    == true
            )
        }
        #expect(try await planner.take(Self.calendar, overwrite: true).added == 1)
        #expect(await entry("chess-club") != nil)
    }

    @Test("what was removed and is new in the file comes back, and that is said")
    func comesBack() async throws {
        try await planner.remove("chess-club")
        let answer = try await planner.take(Self.later)
        #expect(answer.added == 1)
        #expect(
            answer.answer.warnings == [
                "“Chess club” was removed here and has changed in school.ics since: it is back (chess-club)"
            ]
        )
        try await planner.remove("chess-club")
        #expect(try await planner.take(Self.later).added == 0)
    }

    @Test("an import that was undone is as if it had not been: the next brings the entries again")
    func undone() async throws {
        try await planner.undo()
        #expect(await entry("chess-club") == nil)
        #expect(try await planner.take(Self.calendar).added == 2)
        #expect(await entry("chess-club") != nil)
        _ = try await planner.take(Self.later)
        try await planner.undo()
        #expect(try await planner.take(Self.later).changed == 1)
    }

    @Test("where nobody knows what the file said before, what differs is a clash")
    func unknownBefore() async throws {
        let text = await planner.householdText
        let other = try await Planner.test(household: text.replacing("title: Chess club", with: "title: Chess"))
        let answer = try await other.take(Self.calendar)
        #expect((answer.added, answer.changed) == (0, 0))
        #expect(
            answer.answer.clashes == [
                "entry chess-club: is not as in school.ics, and which is newer is not known (title); left as it is"
            ]
        )
        #expect(try await other.take(Self.calendar, overwrite: true).changed == 1)
        try await other.edit("chess-club", ["title": ["Chess"]])
        #expect(try await other.take(Self.calendar).answer.clashes.isEmpty)
    }

    @Test("what was imported is remembered beyond a restart")
    func restart() async throws {
        let store = await planner.store
        try await planner.edit("chess-club", ["title": ["Chess with Ama"]])
        let again = try await Planner.test(household: nil, store: store)
        #expect(try await again.take(Self.calendar).changed == 0)
        #expect(await again.household.entries[ID(trusted: "chess-club")]?.title == "Chess with Ama")
    }
}

extension Planner {
    fileprivate func take(
        _ text: String,
        _ fields: EntryFields = [:],
        overwrite: Bool = false
    ) throws -> ImportAnswer {
        let request = ImportRequest(
            base64: Data(text.utf8).base64EncodedString(),
            name: "school.ics",
            fields: fields,
            overwrite: overwrite,
            options: ChangeOptions()
        )
        return try importCalendar(request, by: .admin)
    }
}
