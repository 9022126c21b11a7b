import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("the balance of what was really done")
struct ActualBalanceTests {
    private let maya = Actor.person(ID(trusted: "maya"))

    @Test("actual stands beside planned where somebody logged, with what was planned up to now")
    func beside() async throws {
        // Given: Wednesday at eight; Maya planned three hours on Tuesday and logged two, one of them over midnight.
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-25T08:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "2026-11-24T09:00", length: "1h"), by: maya)
        _ = try await planner.addTime(.of("northwind", from: "2026-11-24T23:30", length: "1h"), by: maya)
        let daemon = try InProcess(planner, as: .admin)

        // When
        let text = try await daemon.get("/v1/balance?from=2026-11-23&to=2026-11-30").text

        // Then
        #expect(text.contains(#""actualTo":"2026-11-25T08:00:00+01:00""#))
        let report = try await report(planner, "2026-11-23", "2026-11-30")
        let actual = try #require(report.people.first?.actual)
        #expect((actual.workMinutes, actual.adminMinutes, actual.careMinutes) == (120, 0, nil))
        #expect(actual.planned.workMinutes == 180)
        #expect(report.people.first?.workMinutes == 360)
        #expect(report.people.dropFirst().allSatisfy { $0.actual == nil })
    }

    @Test("without a log it is as it was")
    func without() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-25T08:00:00+01:00")
        let text = try await InProcess(planner, as: .admin).get("/v1/balance?from=2026-11-23&to=2026-11-30").text
        #expect(!text.contains("actual"))
        #expect(!text.contains("weeks"))
    }

    @Test("weeks come one by one, up to this one or that before an end")
    func weeks() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-25T08:00:00+01:00")
        let reading = Reading(snapshot: await planner.snapshot)
        let days = { (weeks: [Interval]) in weeks.map { reading.snapshot.zone.wall(of: $0.start).date.description } }
        #expect(try days(reading.weeks("3", to: nil)) == ["2026-11-09", "2026-11-16", "2026-11-23"])
        #expect(try days(reading.weeks("2", to: "2026-11-23")) == ["2026-11-09", "2026-11-16"])
        let weeks = try reading.weeks("2", to: nil)
        let report = reading.balance(Interval(weeks[0].start, weeks[1].end), logged: [], weeks: weeks)
        #expect(report.weeks?.map { $0.people.first?.workMinutes } == [360, 360])
        #expect(await refusal { _ = try reading.weeks("0", to: nil) }?.kind == .invalid)
    }

    @Test("the week has what was logged where that is asked for, and for nobody who does not plan")
    func week() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-25T08:00:00+01:00")
        _ = try await planner.addTime(.of("northwind", from: "2026-11-24T09:00", length: "1h"), by: maya)
        let daemon = try InProcess(planner, as: maya)
        #expect(try await daemon.get("/v1/week?logged=true").text.contains(#""number":1"#))
        #expect(try await !daemon.get("/v1/week").text.contains("logged"))
        let carer = try InProcess(planner, as: .person(ID(trusted: "ama")))
        #expect(try await carer.get("/v1/week?logged=true").status == 403)
    }

    private func report(_ planner: Planner, _ from: String, _ to: String) async throws -> BalanceReport {
        let reading = Reading(snapshot: await planner.snapshot)
        let range = try reading.range(from: from, to: to)
        return reading.balance(range, logged: try await planner.store.loggedTimes(from: range.start, to: range.end))
    }
}
