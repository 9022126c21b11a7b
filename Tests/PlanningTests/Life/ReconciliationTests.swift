import Household
import ICalendar
import Planning
import Testing

@Suite("the life of a conflict")
struct ReconciliationTests {
    private typealias Small = SmallHousehold

    private func gapHousehold(until end: String) -> SmallHousehold {
        var small = SmallHousehold(need: [("08:00", "18:00", .present)])
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], end, "18:00", for: [Small.noah])
        return small
    }

    private func reconcile(_ known: [KnownConflict], _ small: SmallHousehold) -> Reconciliation {
        let plan = small.plan()
        var number = known.count
        return Reconciliation(
            known: known,
            found: RuleSet.standard.conflicts(in: plan),
            in: plan,
            now: Instant(secondsSinceEpoch: 1)
        ) { _ in
            number += 1
            return ID(trusted: "c\(number)")
        }
    }

    @Test("what was never seen gets an id; seen again it keeps it")
    func identity() {
        let first = reconcile([], gapHousehold(until: "13:00"))
        let again = reconcile(first.current, gapHousehold(until: "13:00"))
        #expect(first.created.map(\.id.rawValue) == ["c1"])
        #expect(again.current.map(\.id.rawValue) == ["c1"])
        #expect(again.created.isEmpty && again.updated.isEmpty && again.resolved.isEmpty)
    }

    @Test("a stretch that overlaps the one known before is the same, changed")
    func changed() {
        let first = reconcile([], gapHousehold(until: "13:00"))
        let longer = reconcile(first.current, gapHousehold(until: "14:00"))
        #expect(longer.updated.map(\.id.rawValue) == ["c1"])
        #expect(longer.created.isEmpty)
    }

    @Test("among stretches that overlap, the longest inherits the id")
    func split() {
        let first = reconcile([], gapHousehold(until: "15:00"))
        var small = gapHousehold(until: "15:00")
        small.add("visit", .care, [Small.ama], "12:30", "13:00", for: [Small.noah])
        let second = reconcile(first.current, small)
        #expect(second.current.map(\.id.rawValue) == ["c2", "c1"])
        #expect(second.created.map(\.id.rawValue) == ["c2"])
    }

    @Test("a deadline's conflict begins with the moment of looking: days before it do not resolve it")
    func deadline() throws {
        var small = SmallHousehold(need: [])
        small.changeJob { job in
            let due = Small.wall("2026-11-27T18:00")
            job.deadlines = [Deadline(id: ID(trusted: "report"), title: "Report", due: due, remaining: 3_600)]
        }
        let first = reconcile([], small)
        #expect(first.created.map(\.conflict.kind) == [.deadline])
        let plan = small.plan(from: "2026-11-20", to: "2026-11-25")
        let later = small.household.zone.instant(of: Small.wall("2026-11-26T09:00"))
        let past = Reconciliation(
            known: first.current,
            found: RuleSet.standard.conflicts(in: Plan(small.household, range: plan.range, now: later)),
            in: plan,
            now: later
        ) { _ in ID(trusted: "other") }
        #expect(past.resolved.isEmpty && past.created.isEmpty)
    }

    @Test("what is not found any more is resolved; what lies outside the range is left alone")
    func resolved() {
        let first = reconcile([], gapHousehold(until: "13:00"))
        var elsewhere = first.current[0]
        elsewhere.id = ID(trusted: "far")
        elsewhere.conflict.interval = Interval(Instant(secondsSinceEpoch: 0), Instant(secondsSinceEpoch: 3_600))
        let second = reconcile(first.current + [elsewhere], gapHousehold(until: "12:00"))
        #expect(second.resolved.map(\.id.rawValue) == ["c1"])
        #expect(second.resolved.first?.status == .resolved)
        #expect(second.resolved.first?.resolvedAt == Instant(secondsSinceEpoch: 1))
    }

    @Test("what was accepted stays so while it is no worse", arguments: ["13:00", "12:45"])
    func accepted(end: String) {
        var known = reconcile([], gapHousehold(until: "13:00")).current
        known[0].acceptance = Acceptance(by: "maya", reason: "Ama looks in", at: Instant(secondsSinceEpoch: 0))
        let again = reconcile(known, gapHousehold(until: end))
        #expect(again.current.map(\.status) == [.accepted])
        #expect(again.reopened.isEmpty)
    }

    @Test("what was accepted and gets longer is open again")
    func worse() {
        var known = reconcile([], gapHousehold(until: "13:00")).current
        known[0].acceptance = Acceptance(by: "maya", reason: "Ama looks in", at: Instant(secondsSinceEpoch: 0))
        let longer = reconcile(known, gapHousehold(until: "13:01"))
        #expect(longer.current.map(\.status) == [.open])
        #expect(longer.reopened.map(\.id) == known.map(\.id))
        #expect(longer.updated.map(\.id) == known.map(\.id))
    }

    @Test(
        "what was accepted until a moment is open again from it on",
        arguments: [(1, ConflictStatus.open), (2, .accepted)]
    )
    func over(until: Int, status: ConflictStatus) {
        var known = reconcile([], gapHousehold(until: "13:00")).current
        known[0].acceptance = Acceptance(
            by: "maya",
            reason: "x",
            at: Instant(secondsSinceEpoch: 0),
            until: Instant(secondsSinceEpoch: until)
        )
        #expect(reconcile(known, gapHousehold(until: "13:00")).current.map(\.status) == [status])
    }

    @Test("what was accepted and becomes graver is open again")
    func graver() {
        var small = SmallHousehold(need: [])
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("maybe", .appointment, [Small.maya], "11:00", "12:00") { $0.tentative = true }
        var known = reconcile([], small).current
        known[0].acceptance = Acceptance(by: "maya", reason: "x", at: Instant(secondsSinceEpoch: 0))
        small.add("maybe", .appointment, [Small.maya], "11:00", "12:00")
        #expect(reconcile(known, small).current.map(\.status) == [.open])
    }

    @Test("two handovers of one occurrence are two conflicts")
    func handovers() {
        var small = SmallHousehold(need: [])
        small.add("school", .school, [Small.noah], "08:15", "08:45", at: Small.school)
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "18:00", at: Small.office)
        let first = reconcile([], small)
        let again = reconcile(first.current, small)
        #expect(first.created.count == 2)
        #expect(again.current.map(\.id) == first.current.map(\.id))
    }
}
