import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// A small household whose parents write down what they really do.
enum LoggedFamily {
    static func planner(at text: String) async throws -> (planner: Planner, clock: HandClock) {
        let clock = HandClock(Instant(rfc3339: text)!)
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 7) { clock.now }
        try await planner.apply(smallHousehold)
        return (planner, clock)
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
