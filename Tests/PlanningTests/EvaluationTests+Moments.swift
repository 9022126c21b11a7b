import Household
import ICalendar
import Planning
import Testing

/// The same plan at other moments.
extension EvaluationTests {
    @Test("later fewer deadlines are at risk, or more; earlier everything is looked at again")
    func moment() {
        var small = adults()
        let report = Deadline(
            id: ID(trusted: "report"),
            title: "Report",
            due: Small.wall("18:00"),
            remaining: 10 * 3_600
        )
        small.changeJob { $0.deadlines = [report] }
        small.add("a", .work, [Small.maya], "06:00", "07:00")
        small.add("b", .appointment, [Small.maya], "06:30", "07:00")
        let plan = small.plan()
        let evaluation = Evaluation(plan)
        let clash = "double-booked maya 06:30-07:00 critical"
        func found(_ now: Instant) -> [String] {
            evaluation.at(now).conflicts.map { "\($0.kind.rawValue) \(Found($0, in: small.household.zone))" }
        }

        #expect(found(plan.now) == [clash, "deadline maya 08:00-18:00 warning"])
        #expect(found(plan.now.adding(seconds: 60)) == [clash, "deadline maya 08:01-18:00 critical"])
        #expect(found(plan.now.adding(seconds: 36_000)) == [clash])
        #expect(found(plan.now.adding(seconds: -7_200)) == ["deadline maya 06:00-18:00 warning", clash])
    }

    @Test("long ago there was time that the plan had not looked at: there is less of it where a child has nobody else")
    func longAgo() {
        var small = SmallHousehold(coverage: .available)
        small.change(Small.noah) { $0.care = [CareWindow(window: Small.window("00:00", "24:00"), level: .present)] }
        let report = Deadline(
            id: ID(trusted: "report"),
            title: "Report",
            due: Small.wall("18:00"),
            remaining: 30 * 86_400
        )
        small.changeJob { $0.deadlines = [report] }
        small.add("trip", .away, [Small.kofi], "2026-10-01T00:00", "2026-12-31T00:00")
        let plan = small.plan()
        let earlier = plan.now.adding(seconds: -40 * 86_400)

        let found = Evaluation(plan).at(earlier).conflicts.filter { $0.kind == .deadline }

        #expect(found.map(\.severity) == [.critical])
        #expect(found == DeadlineAtRisk().conflicts(in: Plan(small.household, range: plan.range, now: earlier)))
    }
}
