import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

/// A household with one open conflict, and the token that a message to Maya has for it.
struct Offer {
    let clock: HandClock
    let store: Store
    let planner: Planner
    let key = ActionKey([UInt8](repeating: 7, count: 32))!
    let conflict: String
    /// As bad as it is.
    let severity: Severity

    static let maya = ID<Person>(trusted: "maya")

    init(store: Store? = nil) async throws {
        let clock = HandClock(monday)
        self.clock = clock
        self.store = try store ?? Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        planner = try Self.planner(self.store, clock)
        _ = try await planner.apply(smallHousehold)
        // Noah is at school until 14:15, Kofi fetches him.
        let answer = try await planner.add(
            [
                "kind": ["appointment"], "title": ["Dentist & <tea>"], "people": ["kofi"],
                "start": ["2026-11-24T14:00"], "duration": ["1h"],
            ],
            id: "dentist"
        )
        conflict = try #require(answer.created.first?.id)
        severity = try await planner.conflict(conflict).conflict.severity
    }

    static func planner(_ store: Store, _ clock: HandClock) throws -> Planner {
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        return try Planner(store: store, household: household, zones: .system, horizonDays: 56) { clock.now }
    }

    var known: KnownConflict {
        get async throws { try await planner.conflict(conflict) }
    }

    /// The token of a message that is written now.
    func token(
        for person: ID<Person> = maya,
        of conflict: String? = nil,
        severity: Severity? = nil,
        life: Int = 3_600
    ) -> ActionToken {
        let action = Message.Action(
            kind: .accept,
            conflict: ID(trusted: conflict ?? self.conflict),
            severity: severity ?? self.severity,
            label: "Accept",
            expires: clock.now.adding(seconds: life)
        )
        let message = Message(
            id: "conflicts-1",
            kind: .conflicts,
            severity: .critical,
            person: person,
            title: "1 conflict to look at",
            text: "",
            short: "",
            createdAt: clock.now,
            actions: [action]
        )
        return ActionToken(action, of: message)
    }
}

extension ActionStanding {
    /// `open`, `justDone`, …
    var name: String { "\(self)".prefix { $0 != "(" }.description }
}
