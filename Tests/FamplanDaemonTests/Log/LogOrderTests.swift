import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("whatever is done with the log")
struct LogOrderTests {
    private static let maya = Actor.person(ID(trusted: "maya"))
    private static let kofi = Actor.person(ID(trusted: "kofi"))
    private static let first = Instant(rfc3339: "2020-01-01T00:00Z")!
    private static let last = Instant(rfc3339: "2030-01-01T00:00Z")!

    @Test(
        "after whatever is started, stopped, added, edited, removed and undone, nobody does two things at once",
        arguments: 0..<20
    )
    func random(seed: Int) async throws {
        var dice = Dice(seed: UInt64(seed))
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-10-24T00:00:00+02:00")
        for step in 0..<60 {
            clock.move(by: dice.below(7_200))
            try? await Self.act(on: planner, &dice, at: clock.now)
            try Self.expectOrder(in: await planner.store, after: step)
        }
        #expect(try await planner.store.loggedTimes(from: Self.first, to: Self.last).count > 3)
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
