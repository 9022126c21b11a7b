import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage

@testable import FamplanDaemon

/// Maya and Kofi, who share Noah; a clock that a test moves.
struct SwapFamily {
    let clock: HandClock
    let store: Store
    let planner: Planner
    static let maya = Actor.person(ID(trusted: "maya"))
    static let kofi = Actor.person(ID(trusted: "kofi"))

    /// On Monday 2026-11-23, 08:00 in Berlin.
    init(store: Store? = nil, household: String? = text) async throws {
        let clock = HandClock(monday)
        self.clock = clock
        let store = try store ?? Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        self.store = store
        let kept = try store.household(zones: .system, customZone: ImportedZones.zone)
        planner = try Planner(store: store, household: kept, zones: .system, horizonDays: 14) { clock.now }
        if let household { _ = try await planner.apply(household) }
    }

    /// Maya's are `afternoons` on Wednesdays and `dentist` on Thursday, Kofi's `bedtimes` each day but Wednesday; she brings
    /// Noah to school, and he fetches him.
    static let text = """
        household: { name: Test, timeZone: Europe/Berlin, coverage: assigned }
        places: [ { id: school, name: School, minutesFromHome: 15 } ]
        people:
          - { id: maya, name: Maya, role: parent, unixUser: maya }
          - { id: kofi, name: Kofi, role: parent, unixUser: kofi }
          - id: noah
            name: Noah
            role: child
            care: [ { days: daily, from: "14:30", to: "20:00", level: present } ]
          - { id: ama, name: Ama, role: carer }
        streams:
          - { id: northwind, name: Northwind, owner: maya, kind: client, hours: [ { days: weekdays, from: "08:00", to: "18:00" } ],
              deadlines: [ { id: report, title: Report, due: "2026-11-27T18:00", remaining: 30h } ] }
        entries:
          - { id: noah-school, kind: school, title: School, people: [noah], place: school, start: 2026-09-01T08:15, duration: 6h,
              repeat: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", dropOff: maya, pickUp: kofi }
          - { id: afternoons, kind: care, title: Afternoon, people: [maya], for: [noah], start: 2026-09-02T14:30, duration: 3h,
              repeat: "FREQ=WEEKLY;BYDAY=WE" }
          - { id: bedtimes, kind: care, title: Bedtime, people: [kofi], for: [noah], start: 2026-09-01T18:00, duration: 2h,
              repeat: FREQ=DAILY }
          - { id: dentist, kind: appointment, title: Dentist, people: [maya, noah], start: 2026-11-26T15:00, duration: 1h }
          - { id: deep-work, kind: work, title: Deep work, stream: northwind, people: [maya], start: 2026-11-26T09:00, duration: 3h }
          - { id: call, kind: appointment, title: Call, people: [kofi], start: 2026-11-25T15:00, duration: 1h }
        """

    @discardableResult
    func ask(
        _ target: String = "afternoons@2026-11-25",
        to: String = "kofi",
        for offer: String? = nil,
        only parts: [String] = [],
        reason: String = "a client’s call",
        by: String? = nil,
        dryRun: Bool = false,
        strict: Bool = false,
        as actor: Actor = maya
    ) async throws -> SwapReport {
        let request = SwapRequest(
            target: target,
            to: to,
            offer: offer,
            parts: parts,
            reason: reason,
            by: by,
            options: ChangeOptions(dryRun: dryRun, strict: strict)
        )
        return try await planner.ask(request, by: actor)
    }

    /// Kofi answers the first swap.
    @discardableResult
    func answer(
        _ answer: SwapAnswer,
        for offer: String? = nil,
        reason: String? = nil,
        dryRun: Bool = false,
        as actor: Actor = kofi
    ) async throws -> SwapReport {
        try await self.answer(1, answer, for: offer, reason: reason, dryRun: dryRun, as: actor)
    }

    @discardableResult
    func answer(
        _ swap: Int,
        _ answer: SwapAnswer,
        for offer: String? = nil,
        reason: String? = nil,
        dryRun: Bool = false,
        as actor: Actor = kofi
    ) async throws -> SwapReport {
        let request = SwapAnswerRequest(
            swap: swap,
            answer: answer,
            offer: offer,
            reason: reason,
            options: ChangeOptions(dryRun: dryRun)
        )
        return try await planner.answer(request, by: actor)
    }

    @discardableResult
    func withdraw(_ swap: Int = 1, as actor: Actor = maya) async throws -> SwapReport {
        try await planner.withdraw(WithdrawSwapRequest(swap: swap), by: actor)
    }

    func state(_ swap: Int = 1) async throws -> String {
        try await planner.swap(swap, for: .administrator).swap.state
    }

    /// `maya`, `kofi; brought by maya`: who is on an occurrence, wherever it has been moved.
    func people(_ name: String) async throws -> String {
        let household = await planner.household
        guard let name = EntryName(name), let entry = household.entries[name.entry] else { return "nobody" }
        let start = try name.occurrence.map { try household.originalStart($0, of: entry) } ?? entry.time.start
        let now = entry.applying(entry.fields(ofOverride: start))
        let ways = [now.dropOff.map { "brought by \($0)" }, now.pickUp.map { "fetched by \($0)" }].compactMap(\.self)
        return ([now.people.map(\.rawValue).joined(separator: ", ")] + ways).joined(separator: "; ")
    }

    /// The history’s lines, the latest first, without the household file's.
    func history() async throws -> [String] {
        try await planner.history(limit: 100, id: nil).dropLast().map { "\($0.actor): \($0.summary)" }
    }
}
