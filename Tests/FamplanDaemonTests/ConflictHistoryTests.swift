import FamplanAPI
import Household
import ICalendar
import Storage
import Synchronization
import Testing

@testable import FamplanDaemon

@Suite("what became of conflicts")
struct ConflictHistoryTests {
    /// Kofi cannot fetch Noah on Friday.
    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-27T14:00"],
        "duration": ["1h"],
    ]

    private func planner(_ clock: TestClock) async throws -> Planner {
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 56) { clock.now }
        try await planner.apply(smallHousehold)
        return planner
    }

    /// The two weeks from Monday.
    private func reading(_ planner: Planner) async throws -> (Reading, Interval) {
        let reading = Reading(snapshot: await planner.snapshot)
        return (reading, try reading.range(from: "2026-11-23", to: "2026-12-07"))
    }

    /// `handover open`, in order.
    private func shown(_ planner: Planner, since: String? = nil, resolved: Bool = false) async throws -> [String] {
        let (reading, range) = try await reading(planner)
        let since = try since.map(reading.pastMoment)
        let filter = try ConflictFilter(kind: nil, severity: nil, who: nil, since: since)
        let current = try await planner.conflicts(in: range).conflicts
        let past = resolved ? try await planner.pastConflicts(in: range, for: .administrator) : []
        let body = reading.conflicts(range, current: current, past: past, filter)
        #expect(body.since == since.map { WireFormat(household: reading.snapshot.household).time($0) })
        return body.conflicts.map { "\($0.kind) \($0.status)" }
    }

    @Test("new is what was seen first since then")
    func new() async throws {
        let clock = TestClock("2026-11-23T08:00:00+01:00")
        let planner = try await planner(clock)
        try await planner.add(dentist)
        #expect(try await shown(planner, since: "yesterday") == ["handover open"])
        clock.set("2026-11-24T23:59:00+01:00")
        #expect(try await shown(planner, since: "yesterday") == ["handover open"])
        #expect(try await shown(planner, since: "2026-11-24") == [])
        clock.set("2026-11-25T00:01:00+01:00")
        #expect(try await shown(planner, since: "yesterday") == [])
        #expect(try await shown(planner) == ["handover open"])
    }

    @Test("since a day that is still to come is refused, with what would help")
    func future() async throws {
        let (reading, _) = try await reading(.test())
        let error = await refusal { _ = try reading.pastMoment("tomorrow") }
        #expect(error?.message == "since: “tomorrow” is 2026-11-24T00:00, still to come (try yesterday, or a date)")
        #expect(await refusal { _ = try reading.pastMoment("soon") }?.kind == .invalid)
    }

    @Test("what is resolved is shown on demand, with when it was seen last: once a day is written down")
    func resolved() async throws {
        // Given
        let clock = TestClock("2026-11-23T08:00:00+01:00")
        let planner = try await planner(clock)
        try await planner.add(dentist)
        for time in ["2026-11-24T09:00:00+01:00", "2026-11-24T15:00:00+01:00"] {
            clock.set(time)
            _ = try await shown(planner)
        }

        // When
        clock.set("2026-11-24T16:00:00+01:00")
        try await planner.undo()

        // Then
        #expect(try await shown(planner) == [])
        #expect(try await shown(planner, resolved: true) == ["handover resolved"])
        #expect(try await shown(planner, since: "2026-11-24", resolved: true) == [])
        let (reading, range) = try await reading(planner)
        let past = try #require(try await planner.pastConflicts(in: range, for: .administrator).first)
        #expect(past.lastSeenAt == Instant(rfc3339: "2026-11-24T09:00:00+01:00"))
        let item = WireFormat(household: reading.snapshot.household)
            .conflict(past.known, lastSeenAt: past.lastSeenAt)
        #expect(item.resolvedAt == "2026-11-24T16:00:00+01:00")
        #expect(item.lastSeenAt == "2026-11-24T09:00:00+01:00")
    }

    @Test("looking ahead writes down what is open within the horizon")
    func ahead() async throws {
        let clock = TestClock("2026-11-23T08:00:00+01:00")
        let planner = try await planner(clock)
        try await planner.add(dentist)
        clock.set("2026-11-25T10:00:00+01:00")
        try await planner.judgeHorizon()
        try await planner.undo()
        let (_, range) = try await reading(planner)
        #expect(try await planner.pastConflicts(in: range, for: .administrator).map(\.lastSeenAt) == [clock.now])
    }

    @Test("a kind that is switched off is resolved; one that is more severe is the same conflict")
    func rules() async throws {
        let planner = try await planner(TestClock("2026-11-23T08:00:00+01:00"))
        try await planner.add(dentist)
        let (_, range) = try await reading(planner)
        let id = try await planner.conflicts(in: range).conflicts.map(\.id)
        let loud = try await planner.apply("household: { timeZone: Europe/Berlin, rules: { handover: critical } }")
        #expect(loud.created.isEmpty && loud.resolved.isEmpty)
        let louder = try await planner.conflicts(in: range).conflicts
        #expect(louder.map(\.id) == id && louder.map(\.conflict.severity) == [.critical])
        let silent = try await planner.apply("household: { timeZone: Europe/Berlin, rules: { handover: off } }")
        #expect(silent.resolved.map(\.id) == id.map(\.rawValue))
        #expect(try await shown(planner, resolved: true) == ["handover resolved"])
    }

    @Test("the command line knows every kind there is, in its order")
    func kinds() {
        #expect(ConflictItem.kinds == ConflictKind.allCases.map(\.rawValue))
    }
}

/// A clock that is set.
private final class TestClock: Sendable {
    private let time: Mutex<Instant>

    init(_ text: String) { time = Mutex(Instant(rfc3339: text)!) }

    var now: Instant { time.withLock { $0 } }

    func set(_ text: String) { time.withLock { $0 = Instant(rfc3339: text)! } }
}
