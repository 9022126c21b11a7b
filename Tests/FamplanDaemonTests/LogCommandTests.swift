import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("what was really done")
struct LogCommandTests {
    @Test("start alone takes what is planned now, stop ends it, and both say in full what they understood")
    func startAndStop() async throws {
        // Given: Tuesday, deep work is planned from nine to twelve.
        let (planner, clock) = try await LogCommandTests.planner(at: "2026-11-24T09:05:00+01:00")

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
        let (planner, _) = try await Self.planner(at: "2026-11-24T08:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T10:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T10:00:00+01:00")
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
        let (planner, clock) = try await Self.planner(at: "2026-11-24T10:00:00+01:00")
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
        let (planner, clock) = try await Self.planner(at: "2026-11-24T09:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T09:00:00+01:00")
        _ = try await planner.start(.of("northwind"), by: Self.maya)
        _ = try await planner.start(.of("care:noah", switching: true), by: Self.maya)
        #expect(try await planner.store.runningTimes().map(\.id) == [2])
        #expect(try await planner.store.loggedTime(1) == nil)
    }

    @Test("two that start at once: one runs, the other is told what does")
    func race() async throws {
        let (planner, _) = try await Self.planner(at: "2026-11-24T09:00:00+01:00")
        let refusals = await withTaskGroup(of: ErrorBody.Content?.self) { group in
            for what in ["northwind", "care:noah"] {
                group.addTask { await refusal { _ = try await planner.start(.of(what), by: Self.maya) } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.compactMap(\.self).map(\.kind) == [.clash])
        #expect(try await planner.store.runningTimes().count == 1)
    }

    @Test("overlaps are refused with both shown")
    func overlaps() async throws {
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: now)
        let time = try await planner.addTime(.of("northwind", from: from, to: to), by: Self.maya).times[0]
        #expect((time.start, time.end, time.minutes) == (start, end, minutes))
    }

    @Test("a timer that was forgotten over midnight is stopped where it should have been")
    func forgotten() async throws {
        let (planner, clock) = try await Self.planner(at: "2026-11-24T15:00:00+01:00")
        _ = try await planner.start(.of("northwind"), by: Self.maya)
        clock.move(to: "2026-11-25T08:00:00+01:00")
        let answer = try await planner.stop(.of(at: "17:00", dryRun: true), by: Self.maya)
        #expect(answer.times[0].end == "2026-11-24T17:00:00+01:00")
        #expect(answer.change == nil)
        let long = try await planner.stop(.of(), by: Self.maya)
        #expect(long.warnings.first?.hasPrefix("that is 17 h") == true)
    }

    @Test("what was logged is mended and taken out, and undo takes that back")
    func edits() async throws {
        // Given
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
        let added = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00"), by: Self.maya)
        _ = try await planner.editTime(.of(1, to: "12:30"), by: Self.maya)
        let refused = await refusal { _ = try await planner.undo(added.change, by: Self.maya) }
        #expect(refused?.kind == .clash)
        #expect(try await planner.store.loggedTime(1)?.end == Instant(rfc3339: "2026-11-24T12:30:00+01:00"))
    }

    @Test("a parent logs their own time and a carer's; the other's is the other's")
    func owners() async throws {
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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
        let (planner, _) = try await Self.planner(at: "2026-11-24T18:00:00+01:00")
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

    @Test(
        "after whatever is started, stopped, added, edited, removed and undone, nobody does two things at once",
        arguments: 0..<20
    )
    func random(seed: Int) async throws {
        var dice = Dice(seed: UInt64(seed))
        let (planner, clock) = try await Self.planner(at: "2026-10-24T00:00:00+02:00")
        for step in 0..<60 {
            clock.move(by: dice.below(7_200))
            try? await Self.act(on: planner, &dice, at: clock.now)
            try Self.expectOrder(in: await planner.store, after: step)
        }
        #expect(try await planner.store.loggedTimes(from: Self.first, to: Self.last).count > 3)
    }

    // MARK: Parts

    private static let maya = Actor.person(ID(trusted: "maya"))
    private static let kofi = Actor.person(ID(trusted: "kofi"))
    private static let first = Instant(rfc3339: "2020-01-01T00:00Z")!
    private static let last = Instant(rfc3339: "2030-01-01T00:00Z")!

    static func planner(at text: String) async throws -> (planner: Planner, clock: HandClock) {
        let clock = HandClock(Instant(rfc3339: text)!)
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 7) { clock.now }
        try await planner.apply(smallHousehold)
        return (planner, clock)
    }

    private static func act(on planner: Planner, _ dice: inout Dice, at now: Instant) async throws {
        let who = dice.pick([Actor.person(ID(trusted: "maya")), .person(ID(trusted: "kofi"))])
        let what = dice.pick(["care:noah", who == maya ? "northwind" : "care"])
        let zone = await planner.household.zone
        let past = zone.rfc3339(now.adding(seconds: -dice.below(20_000)))
        let number = 1 + dice.below(30)
        switch dice.below(7) {
        case 0, 1:
            let isSwitching = dice.below(2) == 0
            _ = try await planner.start(.of(what, at: past, switching: isSwitching), by: who)
        case 2: _ = try await planner.stop(.of(at: dice.below(2) == 0 ? past : nil), by: who)
        case 3: _ = try await planner.addTime(.of(what, from: past, length: "\(1 + dice.below(200))m"), by: who)
        case 4: _ = try await planner.editTime(.of(number, from: past, length: "\(1 + dice.below(200))m"), by: who)
        case 5: _ = try await planner.removeTime(LogRemoveRequest(number: number, dryRun: dice.below(2) == 0), by: who)
        default: try await planner.undo(dice.below(2) == 0 ? nil : 1 + dice.below(40), by: who)
        }
    }

    private static func expectOrder(in store: Store, after step: Int) throws {
        let times = try store.loggedTimes(from: first, to: last)
        for (person, own) in Dictionary(grouping: times, by: \.person) {
            for (one, next) in zip(own, own.dropFirst()) {
                let end = try #require(one.end, "\(person) has a time that runs before another, after step \(step)")
                #expect(end <= next.start, "\(person) does two things at once after step \(step)")
            }
        }
    }
}

// What tests say of a request, and nothing else.
extension StartRequest {
    static func of(
        _ what: [String],
        at: String? = nil,
        person: String? = nil,
        switching: Bool = false,
        isPrivate: Bool = false
    ) -> StartRequest {
        StartRequest(
            what: what,
            at: at,
            person: person,
            note: nil,
            switching: switching,
            isPrivate: isPrivate,
            dryRun: false
        )
    }

    static func of(
        _ what: String...,
        at: String? = nil,
        person: String? = nil,
        switching: Bool = false,
        isPrivate: Bool = false
    ) -> StartRequest {
        of(what, at: at, person: person, switching: switching, isPrivate: isPrivate)
    }
}

extension StopRequest {
    static func of(at: String? = nil, note: String? = nil, dryRun: Bool = false) -> StopRequest {
        StopRequest(at: at, person: nil, note: note, dryRun: dryRun)
    }
}

extension LogAddRequest {
    static func of(
        _ what: String,
        from: String,
        to: String? = nil,
        length: String? = nil,
        note: String? = nil,
        isPrivate: Bool = false
    ) -> LogAddRequest {
        LogAddRequest(
            what: [what],
            from: from,
            to: to,
            length: length,
            person: nil,
            note: note,
            isPrivate: isPrivate,
            dryRun: false
        )
    }
}

extension LogEditRequest {
    static func of(
        _ number: Int,
        what: [String] = [],
        from: String? = nil,
        to: String? = nil,
        length: String? = nil,
        note: String? = nil
    ) -> LogEditRequest {
        LogEditRequest(
            number: number,
            what: what,
            from: from,
            to: to,
            length: length,
            note: note,
            isPrivate: nil,
            dryRun: false
        )
    }
}
