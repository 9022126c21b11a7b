import Household
import ICalendar
import Planning
import Testing

@Suite("suggestions that make something shorter")
struct ShorteningTests {
    private typealias Small = SmallHousehold

    private func suggestions(_ small: SmallHousehold, _ kind: ConflictKind) throws -> [Suggestion] {
        let evaluation = Evaluation(small.plan(from: "2026-11-23", to: "2026-11-30"))
        let conflict = try #require(evaluation.conflicts.first { $0.kind == kind })
        return Suggester(evaluation).suggestions(for: conflict)
    }

    /// What ends earlier or begins later, in the order in which it is offered.
    private func shorter(_ small: SmallHousehold, _ kind: ConflictKind) throws -> [String] {
        try suggestions(small, kind).filter { $0.way == .shorten }.map(\.title)
    }

    /// A call of Maya's that may be moved, and a visit of hers that may not.
    private func call(
        _ from: String,
        _ to: String,
        visit start: String,
        _ end: String,
        with change: (inout Entry) -> Void = { $0.movable = .day }
    ) -> SmallHousehold {
        var small = SmallHousehold(need: [])
        small.add("call", .appointment, [Small.maya], from, to, with: change)
        small.add("visit", .appointment, [Small.maya], start, end)
        return small
    }

    @Test("a call ends where the next thing begins, after moving it and before letting it go")
    func ends() throws {
        let ways = try suggestions(call("14:00", "15:30", visit: "15:00", "16:00"), .doubleBooked)
        #expect(
            ways.map(\.title) == [
                "Move “call” to Tue 24 Nov 13:30–15:00", "End “call” at 15:00 on Tue 24 Nov (30 min shorter)",
                "Let “visit” not happen, Tue 24 Nov 15:00–16:00",
            ]
        )
        guard case .entry(let entry)? = ways[1].changes.first?.after else { throw ShorteningTestError.noEntry }
        #expect(entry.time == .timed(start: Small.wall("14:00"), zone: nil, seconds: 3_600))
        #expect(ways[1].cost.moved == 0 && ways[1].cost.people == [Small.maya])
    }

    @Test(
        "it begins when what is before is over; times lie on five minutes",
        arguments: [
            ("13:00", "14:20", "Begin “call” at 14:20 on Tue 24 Nov (20 min shorter)"),
            ("13:00", "14:22", "Begin “call” at 14:25 on Tue 24 Nov (25 min shorter)"),
            ("15:02", "16:00", "End “call” at 15:00 on Tue 24 Nov (1 h shorter)"),
            ("14:55", "16:00", "End “call” at 14:55 on Tue 24 Nov (1 h 5 min shorter)"),
        ]
    )
    func begins(start: String, end: String, title: String) throws {
        let last = start < "14:00" ? "15:30" : "16:00"
        let first = start == "14:55" ? "13:00" : "14:00"
        #expect(try shorter(call(first, last, visit: start, end), .doubleBooked) == [title])
    }

    @Test(
        "at least half of it is left, and at least a quarter of an hour",
        arguments: [
            ("14:00", "15:00", "14:30", true), ("14:00", "15:00", "14:25", false), ("14:00", "14:20", "14:15", true),
            ("14:00", "14:15", "14:10", false),
        ]
    )
    func half(start: String, end: String, visit: String, isOffered: Bool) throws {
        #expect(try shorter(call(start, end, visit: visit, "16:00"), .doubleBooked).isEmpty != isOffered)
    }

    @Test("what is fixed is not made shorter, nor is care")
    func fixed() throws {
        #expect(try shorter(call("14:00", "15:30", visit: "15:00", "16:00") { _ in }, .doubleBooked) == [])
        var small = SmallHousehold()
        small.add("care", .care, [Small.maya], "14:00", "18:00", for: [Small.noah]) { $0.movable = .day }
        small.add("visit", .appointment, [Small.maya], "17:00", "18:00", at: Small.office)
        #expect(try shorter(small, .careClash) == [])
    }

    @Test("one occurrence of a series ends earlier, and the others stay")
    func series() throws {
        let rule = try RecurrenceRule("FREQ=WEEKLY;COUNT=3")
        let small = call("14:00", "15:30", visit: "15:00", "16:00") {
            ($0.movable, $0.repetition.rule) = (.day, rule)
        }
        let way = try #require(try suggestions(small, .doubleBooked).first { $0.way == .shorten })
        guard case .entry(let entry)? = way.changes.first?.after else { throw ShorteningTestError.noEntry }
        #expect(way.changes.count == 1 && entry.repetition.rule == rule)
        #expect(entry.overrides.count == 1 && entry.fields(ofOverride: Small.wall("14:00")).length == 3_600)
    }

    @Test("it leaves time for the way to what is next")
    func way() throws {
        var small = SmallHousehold(need: [])
        small.add("work", .work, [Small.maya], "09:00", "12:00", at: Small.office) { $0.movable = .day }
        small.add("play", .appointment, [Small.maya], "12:30", "14:00", at: Small.school)
        #expect(try shorter(small, .tightTravel) == ["End “work” at 11:35 on Tue 24 Nov (25 min shorter)"])
        small.add("play", .appointment, [Small.maya], "11:30", "14:00", at: Small.school)
        #expect(
            try shorter(small, .doubleBooked) == ["End “work” at 10:35 on Tue 24 Nov (1 h 25 min shorter)"]
        )
    }

    @Test("whoever would have the child is at home in time for it")
    func gap() throws {
        var small = SmallHousehold(coverage: .available, need: [("15:00", "16:00", .present)])
        small.add("trip", .away, [Small.kofi], "06:00", "22:00")
        small.add("work", .work, [Small.maya], "12:00", "15:20", at: Small.office) { $0.movable = .day }
        #expect(
            try shorter(small, .coverageGap).first == "End “work” at 14:20 on Tue 24 Nov (1 h shorter)"
        )
    }

    @Test("a parent is at school in time to fetch; somebody who was not named is named")
    func handover() throws {
        var small = SmallHousehold(need: [])
        small.add("school", .school, [Small.noah], "08:15", "14:00", at: Small.school) { $0.pickUp = Small.kofi }
        small.add("call", .appointment, [Small.kofi], "13:00", "14:05") { $0.movable = .day }
        small.add("visit", .appointment, [Small.maya], "13:30", "14:50")
        let fetch = "can fetch Noah from School at 14:00 on Tue 24 Nov"
        let own = "End “call” at 13:45 on Tue 24 Nov (20 min shorter); then Kofi \(fetch)"
        #expect(try shorter(small, .handover) == [own])
        small.household.entries[ID(trusted: "call")]?.movable = .fixed
        small.household.entries[ID(trusted: "visit")]?.movable = .day
        // Less than half of it would be left.
        #expect(try shorter(small, .handover) == [])
        small.add("visit", .appointment, [Small.maya], "12:30", "14:10") { $0.movable = .day }
        let way = try #require(try suggestions(small, .handover).first { $0.way == .shorten })
        #expect(way.title == "End “visit” at 13:45 on Tue 24 Nov (25 min shorter); then Maya \(fetch)")
        #expect(way.changes.count == 2 && way.cost.people == [Small.maya, Small.kofi, Small.noah])
    }

    @Test("work gives way to protected time, to a day's most and to the night's rest, by what is too much")
    func work() throws {
        var small = SmallHousehold(need: [])
        small.add("work", .work, [Small.maya], "13:00", "18:30") { $0.movable = .day }
        small.household.settings.protected = [ProtectedTime(window: Small.window("18:00", "20:00"))]
        #expect(try shorter(small, .protectedTime) == ["End “work” at 18:00 on Tue 24 Nov (30 min shorter)"])
        small.household.settings.protected = []
        small.change(Small.maya) { $0.work = WorkLimits(perDay: 5 * 3_600) }
        #expect(
            try shorter(small, .overloadDay) == [
                "Begin “work” at 13:30 on Tue 24 Nov (30 min shorter)",
                "End “work” at 18:00 on Tue 24 Nov (30 min shorter)",
            ]
        )
        small.change(Small.maya) { $0.work = WorkLimits(rest: 12 * 3_600) }
        small.add("early", .work, [Small.maya], "2026-11-25T06:00", "2026-11-25T08:00")
        #expect(try shorter(small, .shortRest) == ["End “work” at 18:00 on Tue 24 Nov (30 min shorter)"])
    }

    @Test("the hours that a deadline loses are told, and count")
    func deadline() throws {
        var small = SmallHousehold(need: [])
        small.add("work", .work, [Small.maya], "14:00", "15:30") { $0.movable = .day }
        small.add("visit", .appointment, [Small.maya], "15:00", "21:00")
        small.add("morning", .appointment, [Small.maya], "07:00", "14:00")
        func due(after seconds: Int) -> Deadline {
            Deadline(id: ID(trusted: "report"), title: "Report", due: Small.wall("23:00"), remaining: seconds)
        }
        small.changeJob { $0.deadlines = [due(after: 3_600)] }
        let way = try #require(try suggestions(small, .doubleBooked).first { $0.way == .shorten })
        #expect(way.title == "End “work” at 15:00 on Tue 24 Nov (30 min shorter)")
        #expect(way.cost.deadlines.map(\.booked) == [-1_800])
        // Where the stream has no hours left in which it could be made up for, that is as bad.
        small.changeJob { ($0.deadlines, $0.hours) = ([due(after: 5_400)], [Small.window("14:00", "15:30")]) }
        #expect(try shorter(small, .doubleBooked) == [])
    }
}

private enum ShorteningTestError: Error {
    case noEntry
}
