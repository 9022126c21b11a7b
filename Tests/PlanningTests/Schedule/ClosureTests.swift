import Household
import ICalendar
import Planning
import Testing

@Suite("a school that is closed")
struct ClosureTests {
    typealias Small = SmallHousehold

    private func feed(_ closes: [String] = ["school"]) -> EntryFeed {
        EntryFeed(id: ID(trusted: "springfield"), name: "Springfield school", closes: closes.map { ID(trusted: $0) })
    }

    /// School on the Tuesday from 08:00 to 14:00, when Noah needs somebody until 18:00.
    private func household() -> Small {
        var small = Small()
        let tuesdays = CareWindow(window: Small.window("08:00", "14:00", on: [.tuesday]), level: .present)
        small.change(Small.noah) { $0.care = [tuesdays] }
        small.add("school", .school, [Small.noah], "08:00", "14:00") { $0.title = "School" }
        return small
    }

    private func close(_ small: inout Small, _ title: String = "Teacher day", closes: [String] = ["school"]) {
        small.add("closed", .appointment, [Small.noah], "00:00", "01:00") {
            $0.title = title
            $0.busy = false
            $0.time = .allDay(first: CivilDate("2026-11-24")!, days: 1)
            $0.feed = feed(closes)
        }
    }

    @Test("a closed day is a gap at once, that says why")
    func gap() {
        var small = household()
        #expect(small.conflicts(CoverageGap()) == [])
        close(&small)
        let found = CoverageGap().conflicts(in: small.plan())
        #expect(
            found.map(\.message) == [
                "Nobody has Noah from 08:00 to 14:00 on Tue 24 Nov "
                    + "(School closed: Teacher day, from Springfield school feed)"
            ]
        )
        let closed = small.plan().schedule.closed(of: Small.noah, overlapping: found[0].interval)
        #expect(closed.map(\.reason) == ["Teacher day, from Springfield school feed"])
    }

    @Test("following the change finds what looking at everything finds, and says the new reason")
    func following() {
        var week = Follower(household())
        #expect(week.found == [])
        #expect(week.found { close(&$0) } == ["coverage-gap noah 08:00-14:00 critical"])
        #expect(week.found { close(&$0, "Snow day") } == ["coverage-gap noah 08:00-14:00 critical"])
        #expect(week.found { close(&$0, closes: ["other"]) } == [])
        #expect(week.found { close(&$0) } == ["coverage-gap noah 08:00-14:00 critical"])
        #expect(week.found { $0.remove("closed") } == [])
    }

    @Test(
        "what is closed for at least half of the time does not happen; less is beside it",
        arguments: [
            ("08:00", "11:00", true), ("08:00", "10:59", false), ("13:00", "18:00", false), ("11:00", "20:00", true),
        ]
    )
    func part(from: String, to: String, isClosed: Bool) {
        var small = household()
        small.add("early", .appointment, [], from, to) {
            $0.busy = false
            $0.feed = feed()
        }
        #expect(small.plan().schedule.closed(of: Small.noah, overlapping: small.plan().range).isEmpty != isClosed)
        #expect(small.conflicts(CoverageGap()).isEmpty != isClosed)
    }

    @Test("another day, another entry and an entry of the family's own close nothing")
    func others() {
        var small = household()
        close(&small, closes: ["nursery"])
        small.add("own", .appointment, [Small.noah], "00:00", "20:00") { $0.busy = false }
        #expect(small.conflicts(CoverageGap()) == [])
    }
}
