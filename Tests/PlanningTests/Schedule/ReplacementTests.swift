import Household
import ICalendar
import Planning
import Testing

@Suite("what the family does instead of school")
struct ReplacementTests {
    typealias Small = SmallHousehold

    /// School on every Tuesday from 08:00 to 14:00, when Noah needs somebody.
    private func household() -> Small {
        var small = Small()
        let tuesdays = CareWindow(window: Small.window("08:00", "14:00", on: [.tuesday]), level: .present)
        small.change(Small.noah) { $0.care = [tuesdays] }
        small.add("school", .school, [Small.noah], "08:00", "14:00") {
            $0.title = "School"
            $0.repetition = Repetition(rule: try? RecurrenceRule("FREQ=WEEKLY"))
        }
        return small
    }

    private func add(
        _ small: inout Small,
        _ kind: EntryKind = .away,
        from: String = "07:00",
        to: String = "18:00",
        _ change: (inout Entry) -> Void = { _ in }
    ) {
        small.add("trip", kind, [Small.noah], from, to) {
            $0.title = "Trip to the sea"
            $0.supervised = true
            change(&$0)
        }
    }

    private func isReplaced(_ small: Small) -> Bool {
        let plan = small.plan()
        return plan.schedule.closed(of: Small.noah, overlapping: plan.range).contains { $0.entry.rawValue == "school" }
    }

    @Test("a trip takes the place of the school day: nobody is at two places, and the child is looked after there")
    func trip() {
        var small = household()
        add(&small)
        #expect(isReplaced(small))
        #expect(small.conflicts(DoubleBooked()) == [])
        #expect(small.conflicts(CoverageGap()) == [])
        let reasons = small.plan().schedule.closed(overlapping: small.plan().range).uniqueReasons
        #expect(reasons == ["School replaced: Trip to the sea"])
    }

    @Test("a trip on which nobody looks after the child is a gap that says why")
    func alone() {
        var small = household()
        add(&small) { $0.supervised = false }
        let found = CoverageGap().conflicts(in: small.plan())
        #expect(
            found.map(\.message) == [
                "Nobody has Noah from 08:00 to 14:00 on Tue 24 Nov (School replaced: Trip to the sea)"
            ]
        )
    }

    @Test(
        "at least half of the time replaces, less stands beside it",
        arguments: [("07:00", "11:00", true), ("07:00", "10:59", false), ("11:00", "20:00", true)]
    )
    func half(from: String, to: String, isReplaced: Bool) {
        var small = household()
        add(&small, from: from, to: to)
        #expect(self.isReplaced(small) == isReplaced)
        #expect(small.conflicts(DoubleBooked()).isEmpty == isReplaced)
    }

    @Test("a camp does; an appointment, what is tentative, not busy, repeats or is of a feed stands beside it")
    func others() {
        func replaced(_ kind: EntryKind, _ change: (inout Entry) -> Void = { _ in }) -> Bool {
            var small = household()
            add(&small, kind, change)
            return isReplaced(small)
        }
        #expect(replaced(.school))
        #expect(!replaced(.appointment))
        #expect(!replaced(.away) { $0.tentative = true })
        #expect(!replaced(.away) { $0.busy = false })
        #expect(!replaced(.away) { $0.repetition = Repetition(rule: try? RecurrenceRule("FREQ=WEEKLY")) })
        #expect(!replaced(.away) { $0.feed = EntryFeed(id: ID(trusted: "x"), name: "x") })
    }

    @Test("what has not all of the children of the school day stands beside it")
    func people() {
        var small = household()
        small.add("mia-trip", .away, [Small.maya], "07:00", "18:00")
        #expect(!isReplaced(small))
        add(&small) { $0.people = [Small.maya, Small.noah] }
        #expect(isReplaced(small))
    }

    @Test("a school day that happens once is not routine")
    func once() {
        var small = household()
        small.household.entries[ID(trusted: "school")]?.repetition = Repetition()
        add(&small)
        #expect(!isReplaced(small))
    }

    @Test("following the change finds what looking at everything finds")
    func following() {
        var week = Follower(household())
        #expect(week.found == [])
        #expect(week.found { add(&$0) { $0.supervised = false } } == ["coverage-gap noah 08:00-14:00 critical"])
        #expect(week.found { $0.remove("trip") } == [])
    }
}
