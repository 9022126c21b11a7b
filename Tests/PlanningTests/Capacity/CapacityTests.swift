import Household
import ICalendar
import Planning
import Testing

/// Now is Tuesday 2026-11-24, 08:00; days are that of all tests to the Sunday after next.
@Suite("Capacity")
struct CapacityTests {
    private typealias Small = SmallHousehold

    /// Maya's report needs so many hours by Thursday, 18:00; her job can be done from 09:00 to 17:00.
    private func household(
        hours: Int,
        due: String = "2026-11-26T18:00",
        need: [(String, String, CareLevel)] = [],
        _ limits: WorkLimits = WorkLimits()
    ) -> SmallHousehold {
        var small = SmallHousehold(coverage: .available, need: need)
        let deadline = Deadline(
            id: ID(trusted: "report"),
            title: "Report",
            due: Small.wall(due),
            remaining: hours * 3_600
        )
        small.changeJob {
            $0.hours = [Small.window("09:00", "17:00")]
            $0.deadlines = [deadline]
        }
        small.change(Small.maya) { $0.work = limits }
        return small
    }

    private func capacity(_ small: SmallHousehold) -> Capacity {
        let days = CivilDate("2026-11-24")!..<CivilDate("2026-12-07")!
        return Capacity(small.plan(from: "2026-11-24", to: "2026-12-20"), days: days)
    }

    /// `needed, booked, free, bookable` in hours, and when it is done.
    private func report(_ small: SmallHousehold) -> String? {
        capacity(small).deadlines.first.map { deadline in
            let standing = deadline.standing
            let hours = [standing.deadline.remaining, standing.booked, standing.free, deadline.bookable]
                .map { String($0 / 3_600) }
            let done = deadline.doneBy.map { small.household.zone.wall(of: $0).description } ?? "never"
            return "\(hours.joined(separator: " ")) \(done)"
        }
    }

    @Test("what is booked and what could be are walked through until the work is done")
    func walk() {
        var small = household(hours: 10)
        #expect(report(small) == "10 0 24 24 2026-11-25T11:00")
        small.add("meeting", .appointment, [Small.maya], "09:00", "12:00")
        #expect(report(small) == "10 0 21 21 2026-11-25T14:00")
        small.add("booked", .work, [Small.maya], "18:00", "21:00")
        #expect(report(small) == "10 3 21 21 2026-11-25T11:00")
    }

    @Test("work that is done is done now, and what is too much is done later, or never")
    func extremes() {
        #expect(report(household(hours: 0)) == "0 0 24 24 2026-11-24T08:00")
        #expect(report(household(hours: 25)) == "25 0 24 24 2026-11-27T10:00")
        #expect(report(household(hours: 1_000)) == "1000 0 24 24 never")
    }

    @Test(
        "the limits of work bound what can be booked, not what is free",
        arguments: [
            (WorkLimits(perDay: 6 * 3_600), "10 3 21 15 2026-11-25T13:00"),
            (WorkLimits(perWeek: 8 * 3_600), "10 3 21 5 2026-11-30T11:00"),
            // Not before 11:00 after an evening until 21:00, the day after it.
            (WorkLimits(rest: 14 * 3_600), "10 3 21 19 2026-11-25T13:00"),
        ]
    )
    func limits(limits: WorkLimits, expected: String) {
        var small = household(hours: 10, limits)
        small.add("meeting", .appointment, [Small.maya], "09:00", "12:00")
        small.add("evening", .work, [Small.maya], "18:00", "21:00")
        #expect(report(small) == expected)
    }

    @Test("neither the night nor protected time is booked")
    func night() {
        var small = household(hours: 10)
        small.changeJob { $0.hours = [] }
        small.household.settings.protected = [ProtectedTime(window: Small.window("17:00", "19:00"))]
        // Of 58 hours until Thursday, 18:00, two nights of seven hours, and 2 + 2 + 1 hours that are protected.
        #expect(report(small) == "10 0 58 39 2026-11-24T20:00")
    }

    @Test("what is due earlier has its part first")
    func two() throws {
        var small = household(hours: 10)
        small.changeJob { stream in
            let later = Deadline(
                id: ID(trusted: "talk"),
                title: "Talk",
                due: Small.wall("2026-11-27T18:00"),
                remaining: 4 * 3_600
            )
            stream.deadlines.insert(later, at: 0)
        }
        let deadlines = capacity(small).deadlines
        #expect(deadlines.map(\.standing.deadline.id.rawValue) == ["report", "talk"])
        #expect(deadlines.map { $0.bookable / 3_600 } == [24, 22])
        let done = deadlines.map { $0.doneBy.map { small.household.zone.wall(of: $0).description } }
        #expect(done == ["2026-11-25T11:00", "2026-11-25T15:00"])
    }

    @Test("care that the other parent could take over, and what that would do to the balance")
    func help() throws {
        var small = household(hours: 30, need: [("08:00", "18:00", .present)])
        small.add("care", .care, [Small.maya], "10:00", "14:00", for: [Small.noah])
        small.add("kofis", .appointment, [Small.kofi], "09:00", "12:00")
        let deadline = try #require(capacity(small).deadlines.first)
        // Until Thursday, 18:00: 30 hours of care, shared but for the four that are Maya's.
        let help = try #require(deadline.help)
        #expect(help.person == Small.kofi)
        #expect(help.freed == 2 * 3_600)
        #expect(help.shareBefore > help.shareAfter)
    }

    @Test("nothing can be freed where the other parent has something else")
    func noHelp() throws {
        var small = household(hours: 30, need: [("08:00", "18:00", .present)])
        small.add("care", .care, [Small.maya], "10:00", "14:00", for: [Small.noah])
        small.add("kofis", .away, [Small.kofi], "08:00", "18:00")
        #expect(try #require(capacity(small).deadlines.first).help == nil)
    }

    @Test("each parent's days have what is booked and what can still be, from now on")
    func days() throws {
        var small = household(hours: 1, WorkLimits(perDay: 5 * 3_600))
        small.add("early", .work, [Small.maya], "06:00", "08:00")
        small.add("booked", .work, [Small.maya], "2026-11-26T09:00", "2026-11-26T13:00")
        let people = capacity(small).people
        #expect(people.map(\.person) == [Small.maya, Small.kofi])
        let days = people[0].days
        #expect(days.count == 13)
        #expect(days.prefix(3).map(\.date.day) == [24, 25, 26])
        #expect(days.prefix(3).map(\.booked) == [7_200, 0, 14_400])
        #expect(days.prefix(3).map(\.bookable) == [10_800, 18_000, 3_600])
        #expect(days.allSatisfy { $0.limit == 18_000 })
        // Kofi has no stream.
        #expect(people[1].days.allSatisfy { $0.bookable == 0 && $0.limit == nil })
    }

    @Test("an archived stream has no time to book any more")
    func archived() {
        var small = household(hours: 1)
        small.changeJob { $0.archived = CivilDate("2026-11-26") }
        let days = capacity(small).people[0].days
        #expect(days.map { $0.bookable / 3_600 } == [8, 8] + Array(repeating: 0, count: 11))
        #expect(capacity(small).deadlines.isEmpty)
    }
}
