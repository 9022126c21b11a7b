import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("writing down, mending and taking out what was really done")
struct LogCommandTests {
    private static let maya = Actor.person(ID(trusted: "maya"))
    private static let kofi = Actor.person(ID(trusted: "kofi"))

    @Test("overlaps are refused with both shown")
    func overlaps() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00"), by: Self.maya)
        let refused = await refusal {
            _ = try await planner.addTime(.of("care:noah", from: "11:30", length: "1h"), by: Self.maya)
        }
        #expect(refused?.kind == .clash)
        #expect(
            refused?.details == [
                "there is 1: work on Northwind: Tue 24 Nov 2026 09:00–12:00 Europe/Berlin, 3 h; Maya; planned: Deep work",
                "this is 2: care for Noah: Tue 24 Nov 2026 11:30–12:30 Europe/Berlin, 1 h; Maya",
            ]
        )
        _ = try await planner.addTime(.of("care:noah", from: "11:30", length: "1h"), by: Self.kofi)
        _ = try await planner.addTime(.of("care:noah", from: "12:00", length: "1h"), by: Self.maya)
    }

    @Test("what is still to come is no log")
    func future() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        let later = "2026-11-24T18:00:01+01:00"
        let started = await refusal { _ = try await planner.start(.of("northwind", at: later), by: Self.maya) }
        let added = await refusal {
            _ = try await planner.addTime(.of("northwind", from: "17:00", to: "18:01"), by: Self.maya)
        }
        #expect(started?.kind == .invalid)
        #expect(added?.kind == .invalid)
        #expect(try await planner.store.loggedTimes(from: monday, to: monday.adding(seconds: 999_999)).isEmpty)
    }

    @Test(
        "times are read where people mean them: across midnight, and while the clock is put forward or back",
        arguments: [
            // Now; from; to; start; end; minutes.
            (
                "2026-11-25T01:00:00+01:00", "22:00", "0:30", "2026-11-24T22:00:00+01:00", "2026-11-25T00:30:00+01:00",
                150
            ),
            (
                "2026-11-24T20:00:00+01:00", "22:00", "6:00", "2026-11-23T22:00:00+01:00", "2026-11-24T06:00:00+01:00",
                480
            ),
            (
                "2026-10-25T09:00:00+01:00", "1:30", "4:30", "2026-10-25T01:30:00+02:00", "2026-10-25T04:30:00+01:00",
                240
            ),
            ("2026-10-25T09:00:00+01:00", "2:30", "2:45", "2026-10-25T02:30:00+01:00", "2026-10-25T02:45:00+01:00", 15),
            (
                "2026-10-25T09:00:00+01:00", "2026-10-25T02:30", "2:15", "2026-10-25T02:30:00+02:00",
                "2026-10-25T02:15:00+01:00", 45
            ),
            (
                "2026-10-25T09:00:00+01:00", "2026-10-25T02:30+01:00", "3:00", "2026-10-25T02:30:00+01:00",
                "2026-10-25T03:00:00+01:00", 30
            ),
            ("2026-03-29T09:00:00+02:00", "1:30", "3:30", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00", 60),
            ("2026-03-29T09:00:00+02:00", "1:30", "2:30", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00", 60),
        ] as [(String, String, String, String, String, Double)]
    )
    func times(now: String, from: String, to: String, start: String, end: String, minutes: Double) async throws {
        let (planner, _) = try await LoggedFamily.planner(at: now)
        let time = try await planner.addTime(.of("northwind", from: from, to: to), by: Self.maya).times[0]
        #expect((time.start, time.end, time.minutes) == (start, end, minutes))
    }

    @Test("what was logged is mended and taken out, and undo takes that back")
    func edits() async throws {
        // Given
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00", note: "offer"), by: Self.maya)

        // When
        let edited = try await planner.editTime(
            .of(1, what: ["care"], from: "8:30", length: "2h", note: ""),
            by: Self.maya
        )
        let removed = try await planner.removeTime(LogRemoveRequest(number: 1, dryRun: false), by: Self.maya)

        // Then
        #expect(
            edited.understood == ["1: care for Noah: Tue 24 Nov 2026 08:30–10:30 Europe/Berlin, 2 h; Maya"]
        )
        #expect(removed.understood[0].hasPrefix("removed 1: care for Noah"))
        #expect(try await planner.store.loggedTime(1) == nil)
        try await planner.undo(by: Self.maya)
        try await planner.undo(by: Self.maya)
        #expect(try await planner.store.loggedTime(1)?.note == "offer")
        let numbers = try await planner.addTime(.of("care", from: "13:00", to: "14:00"), by: Self.maya).times.map(
            \.number
        )
        #expect(numbers == [2])
    }

    @Test("undo is refused where the same time was changed since")
    func lateUndo() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        let added = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00"), by: Self.maya)
        _ = try await planner.editTime(.of(1, to: "12:30"), by: Self.maya)
        let refused = await refusal { _ = try await planner.undo(added.change, by: Self.maya) }
        #expect(refused?.kind == .clash)
        #expect(try await planner.store.loggedTime(1)?.end == Instant(rfc3339: "2026-11-24T12:30:00+01:00"))
    }

    @Test("a parent logs their own time and a carer's; the other's is the other's")
    func owners() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00"), by: Self.maya)
        let whose = await refusal { _ = try await planner.start(.of("northwind"), by: .admin) }
        #expect(whose?.message == "cannot tell whose time that is: say whose (--who PERSON)")
        for attempt in [0, 1, 2] {
            let refused = await refusal {
                switch attempt {
                case 0: _ = try await planner.start(.of("northwind", person: "maya"), by: Self.kofi)
                case 1: _ = try await planner.editTime(.of(1, to: "11:00"), by: Self.kofi)
                default: _ = try await planner.undo(2, by: Self.kofi)
                }
            }
            #expect(refused?.kind == .notAllowed)
        }
        _ = try await planner.start(.of("care", person: "ama"), by: Self.kofi)
        _ = try await planner.start(.of("northwind", person: "maya"), by: .admin)
        #expect(Set(try await planner.store.runningTimes().map(\.person.rawValue)) == ["ama", "maya"])
    }

    @Test("what is private to one is neither the other's to see nor to take along as a whole")
    func privacy() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        let household = await planner.household
        #expect(try await !planner.remembersHidden(from: Self.kofi.viewer(in: household)))
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00", isPrivate: true), by: Self.maya)
        let day = Interval(monday, monday.adding(seconds: 999_999))
        let seen = try await planner.timeLog(day, person: nil, stream: nil, for: Self.kofi.viewer(in: household))
        #expect(seen.times.map(\.activity) == ["private"])
        #expect(seen.times.map(\.minutes) == [180])
        #expect(try await planner.remembersHidden(from: Self.kofi.viewer(in: household)))
        #expect(try await !planner.remembersHidden(from: Self.maya.viewer(in: household)))
        _ = try await planner.removeTime(LogRemoveRequest(number: 1, dryRun: false), by: Self.maya)
        #expect(try await planner.remembersHidden(from: Self.kofi.viewer(in: household)))
    }

    @Test("a stream that is gone keeps what was logged on it")
    func goneStream() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00"), by: Self.maya)
        try await planner.remove("deep-work")
        let without = smallHousehold.components(separatedBy: "streams:")[0]
        let school = smallHousehold.components(separatedBy: "entries:\n")[1].components(separatedBy: "  - id: deep")[0]
        try await planner.apply(without + "entries:\n" + school, prune: true)
        #expect(await planner.household.streams.isEmpty)
        let range = Interval(monday, monday.adding(seconds: 999_999))
        let log = try await planner.timeLog(range, person: nil, stream: ID(trusted: "northwind"), for: .administrator)
        #expect(log.times.map(\.stream) == ["northwind"])
    }
}
