import Household
import ICalendar
import Planning
import Testing

@Suite("suggestions for a whole series")
struct OnwardTests {
    private typealias Small = SmallHousehold

    private func suggestions(_ small: SmallHousehold, now: String? = nil) throws -> [Suggestion] {
        let range = small.plan(from: "2026-11-23", to: "2026-12-21").range
        let zone = small.household.zone
        let evaluation = Evaluation(Plan(small.household, range: range, now: zone.instant(of: Small.wall("08:00"))))
        let first = try #require(
            evaluation.conflicts.first { conflict in
                conflict.kind == .doubleBooked
                    && conflict.interval.start >= zone.instant(of: Small.wall(now ?? "08:00"))
            }
        )
        return Suggester(evaluation).suggestions(for: first)
    }

    /// Maya's call each week from 14:00 to 15:30, and a visit each week at 15:00; four of each.
    private func weekly(_ rule: String = "FREQ=WEEKLY;COUNT=4", movable: Movable = .day) throws -> SmallHousehold {
        var small = SmallHousehold(need: [])
        let rule = try RecurrenceRule(rule)
        small.add("call", .appointment, [Small.maya], "14:00", "15:30") {
            ($0.repetition.rule, $0.movable) = (rule, movable)
        }
        small.add("visit", .appointment, [Small.maya], "15:00", "16:00") { $0.repetition.rule = rule }
        return small
    }

    private func entries(_ suggestion: Suggestion) -> [Entry] {
        suggestion.changes.compactMap { change in
            if case .entry(let entry)? = change.after { entry } else { nil }
        }
    }

    @Test("what mends one day mends the same conflict of later weeks, and says how many; one of the three does that")
    func fromTheFirst() throws {
        let ways = try suggestions(weekly())
        #expect(
            ways.map(\.title) == [
                "Move “call” to Tue 24 Nov 13:30–15:00",
                "Move “call” to Tue 24 Nov 13:30–15:00, and each time from then on: resolves 4 conflicts",
                "End “call” at 15:00 on Tue 24 Nov (30 min shorter)",
            ]
        )
        let series = try #require(entries(ways[1]).first)
        #expect(ways[1].changes.count == 1 && series.overrides.isEmpty)
        #expect(series.time == .timed(start: Small.wall("13:30"), zone: nil, seconds: 5_400))
    }

    @Test("from a later date on the series is another; what was before stays")
    func fromTheSecond() throws {
        let ways = try suggestions(weekly(), now: "2026-11-30T08:00")
        let onward = try #require(ways.first { $0.title.hasSuffix("each time from then on: resolves 3 conflicts") })
        let parts = entries(onward)
        #expect(parts.map(\.id.rawValue) == ["call", "call-2"])
        #expect(parts[0].time.start == Small.wall("14:00") && parts[1].time.start == Small.wall("2026-12-01T13:30"))
        #expect(parts[1].repetition.rule?.count == 3)
    }

    @Test("a series whose dates are named by their time is not moved, but ends earlier")
    func exceptions() throws {
        var small = try weekly()
        small.household.entries[ID(trusted: "call")]?.repetition.exceptStarts = [Small.wall("2026-12-08T14:00")]
        #expect(
            try suggestions(small).map(\.title) == [
                "Move “call” to Tue 24 Nov 13:30–15:00", "End “call” at 15:00 on Tue 24 Nov (30 min shorter)",
                "End “call” at 15:00 on Tue 24 Nov (30 min shorter), and each time from then on: resolves 3 conflicts",
            ]
        )
    }

    @Test("a conflict that does not come again has no such way out; nor is a series let go")
    func once() throws {
        #expect(try suggestions(weekly("FREQ=WEEKLY;COUNT=1")).allSatisfy { !$0.title.contains("each time") })
        let fixed = try suggestions(weekly(movable: .fixed))
        #expect(fixed.map(\.way) == [.release, .release])
        #expect(fixed.allSatisfy { !$0.title.contains("each time") })
    }

    @Test("where it would not work on a later day, it is not offered for all")
    func inTheWay() throws {
        var small = try weekly()
        small.add("lunch", .appointment, [Small.maya], "2026-12-08T13:00", "2026-12-08T14:00")
        let ways = try suggestions(small).map(\.title)
        #expect(ways[0] == "Move “call” to Tue 24 Nov 13:30–15:00")
        #expect(!ways.contains { $0.hasPrefix("Move") && $0.contains("each time") })
        #expect(ways.contains { $0.hasPrefix("End “call” at 15:00") && $0.contains("resolves 4 conflicts") })
    }
}
