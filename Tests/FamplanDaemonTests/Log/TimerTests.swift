import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("starting and stopping what is really done")
struct TimerTests {
    private static let maya = Actor.person(ID(trusted: "maya"))
    private static let kofi = Actor.person(ID(trusted: "kofi"))
    private static let first = Instant(rfc3339: "2020-01-01T00:00Z")!

    @Test("start alone takes what is planned now, stop ends it, and both say in full what they understood")
    func startAndStop() async throws {
        // Given: Tuesday, deep work is planned from nine to twelve.
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T09:05:00+01:00")

        // When
        let started = try await planner.start(.of(), by: Self.maya)
        clock.move(to: "2026-11-24T12:20:00+01:00")
        let stopped = try await planner.stop(.of(note: " the  offer\n"), by: Self.maya)

        // Then
        #expect(
            started.understood == [
                "1: work on Northwind: since Tue 24 Nov 2026 09:05 Europe/Berlin; Maya; planned: Deep work"
            ]
        )
        #expect(
            stopped.understood == [
                "1: work on Northwind: Tue 24 Nov 2026 09:05–12:20 Europe/Berlin, 3 h 15 min; Maya; “the offer”; "
                    + "planned: Deep work"
            ]
        )
        let time = try #require(stopped.times.first)
        #expect((time.start, time.end) == ("2026-11-24T09:05:00+01:00", "2026-11-24T12:20:00+01:00"))
        #expect((time.entry, time.of) == ("deep-work", "2026-11-24T09:00:00+01:00"))
        #expect(time.minutes == 195)
        #expect(try await planner.store.runningTimes().isEmpty)
    }

    @Test("where nothing is planned, start says what comes next and what could be said")
    func nothingPlanned() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T08:00:00+01:00")
        let alone = await refusal { _ = try await planner.start(.of(), by: Self.maya) }
        #expect(
            alone?.message
                == "nothing that Maya could log is planned then (the next is “Deep work” Tue 24 Nov 09:00): say what "
                + "(`famplan start STREAM`)"
        )
        let wrong = await refusal { _ = try await planner.start(.of("northwin"), by: Self.maya) }
        #expect(wrong?.message == "no stream or entry “northwin” of Maya's (did you mean “northwind”?)")
        let other = await refusal { _ = try await planner.start(.of("northwind"), by: Self.kofi) }
        #expect(other?.message == "cannot log work of Kofi on “northwind”: that is Maya's stream")
        let school = await refusal { _ = try await planner.start(.of("noah-school"), by: Self.maya) }
        #expect(school?.kind == .invalid)
    }

    @Test(
        "a stream, an entry, one of its occurrences, or care can be begun by name",
        arguments: [
            (["northwind"], "work", "deep-work", "2026-11-24T09:00:00+01:00"),
            (["deep-work"], "work", "deep-work", "2026-11-24T09:00:00+01:00"),
            (["deep-work@2026-11-26"], "work", "deep-work", "2026-11-26T09:00:00+01:00"),
            (["care:noah"], "care", nil, nil), (["care"], "care", nil, nil),
        ] as [([String], String, String?, String?)]
    )
    func names(what: [String], activity: String, entry: String?, of: String?) async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T10:00:00+01:00")
        let time = try await planner.start(.of(what), by: Self.maya).times[0]
        #expect((time.activity, time.entry, time.of) == (activity, entry, of))
        #expect(time.for == (activity == "care" ? ["noah"] : []))
    }

    @Test(
        "a named occurrence is one that takes place, and not weeks away",
        arguments: [
            ("deep-work@2026-11-26", ErrorKind.notFound, "does not start at 2026-11-26"),
            ("deep-work@9000-01-07", .invalid, "more than seven days away"),
            ("deep-work@2026-12-03", .invalid, "more than seven days away"),
            ("deep-work@2026-12-01", .notFound, "does not start at 2026-12-01"),
            ("deep-work@2026-11-25", .notFound, "does not start at 2026-11-25"),
        ]
    )
    func farOccurrences(name: String, kind: ErrorKind, words: String) async throws {
        // Given: that of Thursday and that of Tuesday next week are cancelled.
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T10:00:00+01:00")
        for day in ["2026-11-26", "2026-12-01"] { try await planner.remove("deep-work@\(day)") }

        // When
        let refused = await refusal { _ = try await planner.start(.of(name), by: Self.maya) }

        // Then
        #expect(refused?.kind == kind)
        #expect(refused?.message.contains(words) == true, "\(refused?.message ?? "")")
        #expect(try await planner.store.runningTimes().isEmpty)
    }

    @Test("a named occurrence is taken as it is planned by now: moved near from far away, with its own children")
    func movedOccurrence() async throws {
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T10:00:00+01:00")
        try await planner.apply(
            smallHousehold.replacing("role: carer }", with: "role: carer }\n  - { id: lena, name: Lena, role: child }")
                + """

                  - { id: evenings, kind: care, title: Evening, people: [kofi], for: [noah], start: 2026-11-02T17:00, duration: 2h,
                      repeat: FREQ=WEEKLY }
                """
        )
        try await planner.edit("evenings@2026-12-28", ["start": ["2026-11-25T09:00"], "for": ["noah", "lena"]])
        clock.move(to: "2026-11-25T09:30:00+01:00")
        let time = try await planner.start(.of("evenings@2026-12-28"), by: Self.kofi).times[0]
        #expect(time.for == ["noah", "lena"])
        #expect((time.entry, time.of) == ("evenings", "2026-12-28T17:00:00+01:00"))
    }

    @Test(
        "a second timer is refused, and with switch ends the first at that moment, in one change that undo takes back"
    )
    func switching() async throws {
        // Given
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T09:00:00+01:00")
        _ = try await planner.start(.of("northwind"), by: Self.maya)
        clock.move(to: "2026-11-24T11:00:00+01:00")

        // When
        let refused = await refusal { _ = try await planner.start(.of("care:noah"), by: Self.maya) }
        let switched = try await planner.start(.of("care:noah", at: "10:30", switching: true), by: Self.maya)

        // Then
        #expect(refused?.kind == .clash)
        #expect(
            refused?.details == [
                "there is 1: work on Northwind: since Tue 24 Nov 2026 09:00 Europe/Berlin; Maya; planned: Deep work"
            ]
        )
        #expect(switched.times.map(\.end) == ["2026-11-24T10:30:00+01:00", nil])
        #expect(switched.times.map(\.number) == [1, 2])
        let undone = try await planner.undo(by: Self.maya)
        #expect(undone.things.map(\.action) == ["removed", "edited"])
        #expect(try await planner.store.runningTimes().map(\.id) == [1])
        #expect(try await planner.store.loggedTime(2) == nil)
    }

    @Test("what took no time at all did not happen: switching in the same second leaves the second alone")
    func switchingAtOnce() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T09:00:00+01:00")
        _ = try await planner.start(.of("northwind"), by: Self.maya)
        _ = try await planner.start(.of("care:noah", switching: true), by: Self.maya)
        #expect(try await planner.store.runningTimes().map(\.id) == [2])
        #expect(try await planner.store.loggedTime(1) == nil)
    }

    @Test("two that start at once: one runs, the other is told what does")
    func race() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T09:00:00+01:00")
        let refusals = await withTaskGroup(of: ErrorBody.Content?.self) { group in
            for what in ["northwind", "care:noah"] {
                group.addTask { await refusal { _ = try await planner.start(.of(what), by: Self.maya) } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.compactMap(\.self).map(\.kind) == [.clash])
        #expect(try await planner.store.runningTimes().count == 1)
    }

    @Test("a timer that was forgotten over midnight is stopped where it should have been")
    func forgotten() async throws {
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T15:00:00+01:00")
        _ = try await planner.start(.of("northwind"), by: Self.maya)
        clock.move(to: "2026-11-25T08:00:00+01:00")
        let answer = try await planner.stop(.of(at: "17:00", dryRun: true), by: Self.maya)
        #expect(answer.times[0].end == "2026-11-24T17:00:00+01:00")
        #expect(answer.change == nil)
        let long = try await planner.stop(.of(), by: Self.maya)
        #expect(long.warnings.first?.hasPrefix("that is 17 h") == true)
    }
}
