import Household
import ICalendar
import Planning
import Testing

/// Now is Tuesday, 08:00.
@Suite("deadline")
struct DeadlineAtRiskTests {
    private typealias Small = SmallHousehold

    /// Maya's report is due on the Tuesday at 18:00; her job can be done from 12:00 to 20:00.
    private func household(
        minutes: Int,
        due: String = "18:00",
        hours: [Window] = [Small.window("12:00", "20:00")],
        coverage: Coverage = .assigned
    ) -> SmallHousehold {
        var small = SmallHousehold(coverage: coverage)
        let report = ID<Deadline>(trusted: "report")
        let deadline = Deadline(id: report, title: "Report", due: Small.wall(due), remaining: minutes * 60)
        small.changeJob {
            $0.hours = hours
            $0.deadlines = [deadline]
        }
        return small
    }

    @Test("as much work as remains may be booked until then, but not a minute less", arguments: [(120, 0), (121, 1)])
    func booked(minutes: Int, count: Int) {
        var small = household(minutes: minutes)
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("two", .work, [Small.maya], "09:30", "11:00")
        #expect(
            small.conflicts(DeadlineAtRisk()) == Array(repeating: "maya 08:00-18:00 warning", count: count)
        )
    }

    @Test(
        "what is due once the stream is archived is not looked at",
        arguments: [("18:00", "2026-11-25", 1), ("18:00", "2026-11-24", 0), ("2026-11-25T00:00", "2026-11-25", 1)]
    )
    func archived(due: String, date: String, count: Int) {
        var small = household(minutes: 60, due: due)
        small.changeJob { $0.archived = CivilDate(date) }
        #expect(small.conflicts(DeadlineAtRisk()).count == count)
    }

    @Test("only work on the stream, from now to the deadline, is booked for it")
    func stream() {
        var small = household(minutes: 180)
        let other = Stream(id: ID(trusted: "other"), name: "Other", owner: Small.maya, kind: .client)
        small.household.put(.stream(other))
        small.add("before", .work, [Small.maya], "07:00", "09:00")
        small.add("other", .work, [Small.maya], "09:00", "12:00") { $0.stream = other.id }
        small.add("meeting", .appointment, [Small.maya], "12:00", "15:00")
        small.add("idea", .work, [Small.maya], "15:00", "16:00") { $0.busy = false }
        small.add("after", .work, [Small.maya], "17:00", "20:00")
        let conflict = DeadlineAtRisk().conflicts(in: small.plan()).first
        #expect(conflict?.message.contains("needs 1h more than is booked; free in its hours: 2h") == true)
        small.add("more", .work, [Small.maya], "10:00", "11:00")
        #expect(small.conflicts(DeadlineAtRisk()) == [])
    }

    @Test(
        "what is missing fits into the free time within the stream's hours, or it is critical",
        arguments: [(360, "warning"), (361, "critical")]
    )
    func severity(minutes: Int, severity: String) {
        let small = household(minutes: minutes)
        #expect(small.conflicts(DeadlineAtRisk()) == [Found("maya 08:00-18:00 \(severity)")])
    }

    @Test("a stream without hours can be worked on at any time", arguments: [(600, "warning"), (601, "critical")])
    func anyTime(minutes: Int, severity: String) {
        let small = household(minutes: minutes, hours: [])
        #expect(small.conflicts(DeadlineAtRisk()) == [Found("maya 08:00-18:00 \(severity)")])
    }

    @Test(
        "what is exclusive, care or family time takes free time, of the owner alone",
        arguments: [
            (EntryKind.appointment, Small.maya, 60), (.away, Small.maya, 60), (.work, Small.maya, 60),
            (.care, Small.maya, 60), (.family, Small.maya, 60), (.appointment, Small.kofi, 0), (.family, Small.kofi, 0),
        ]
    )
    func free(kind: EntryKind, person: ID<Person>, minutes: Int) {
        for (more, severity) in [(0, "warning"), (1, "critical")] {
            var small = household(minutes: 360 - minutes + more)
            small.add("taken", kind, [person], "13:00", "14:00", for: kind == .care ? [Small.noah] : []) {
                $0.stream = nil
            }
            small.add("not", kind, [person], "15:00", "16:00") { $0.busy = false }
            #expect(small.conflicts(DeadlineAtRisk()) == [Found("maya 08:00-18:00 \(severity)")])
        }
    }

    @Test("time in which the owner is at home as a child's only carer is not free", arguments: [(180, 0), (181, 1)])
    func onlyCarer(minutes: Int, critical: Int) {
        var small = household(minutes: minutes, coverage: .available)
        small.add("call", .work, [Small.kofi], "14:00", "17:00") { $0.attention = .call }
        // The duty is another carer's: rule 3, not 4.
        small.add("call too", .work, [Small.kofi], "13:00", "14:00") { $0.attention = .call }
        small.add("duty", .care, [Small.ama], "13:00", "14:00", for: [Small.noah])
        let found = DeadlineAtRisk().conflicts(in: small.plan())
        #expect(found.filter { $0.severity == .critical }.count == critical)
        #expect(found.count == 1)
    }

    @Test("a deadline that is over is no conflict any more", arguments: [("08:00", 0), ("08:01", 1)])
    func over(due: String, count: Int) {
        #expect(household(minutes: 60, due: due).conflicts(DeadlineAtRisk()).count == count)
    }

    @Test("it is listed where the time from now until then reaches into the range")
    func range() {
        let small = household(minutes: 1, due: "2026-11-26T00:00")
        #expect(small.conflicts(DeadlineAtRisk(), from: "2026-11-23", to: "2026-11-24") == [])
        #expect(small.conflicts(DeadlineAtRisk(), from: "2026-11-25", to: "2026-11-26").count == 1)
        #expect(small.conflicts(DeadlineAtRisk(), from: "2026-11-26", to: "2026-11-27") == [])
    }

    @Test("a deadline is looked at whole, however far it lies", arguments: [(60, 0), (61, 1)])
    func far(minutes: Int, count: Int) {
        var small = household(minutes: minutes, due: "2027-01-04T18:00")
        let soon = Deadline(id: ID(trusted: "soon"), title: "Soon", due: Small.wall("18:00"), remaining: 0)
        small.changeJob { $0.deadlines.append(soon) }
        small.add("last", .work, [Small.maya], "2027-01-04T17:00", "2027-01-04T18:00")
        #expect(
            small.conflicts(DeadlineAtRisk()) == Array(repeating: "maya 08:00-2027-01-04T18:00 warning", count: count)
        )
    }

    @Test("each of a stream's deadlines is a conflict of its own")
    func several() {
        var small = household(minutes: 1)
        let offer = ID<Deadline>(trusted: "offer")
        small.changeJob {
            $0.deadlines.append(Deadline(id: offer, title: "Offer", due: Small.wall("13:00"), remaining: 3_600))
        }
        let found = DeadlineAtRisk().conflicts(in: small.plan())
        #expect(
            found.map(\.subject) == [.deadline(ID(trusted: "report"), of: Small.job), .deadline(offer, of: Small.job)]
        )
        #expect(found.map(\.severity) == [.warning, .warning])
    }

    @Test("says what is due when, how much is missing, and how much time there is")
    func words() throws {
        var small = household(minutes: 150)
        small.add("one", .work, [Small.maya], "13:00", "14:00")
        let conflict = try #require(DeadlineAtRisk().conflicts(in: small.plan()).first)
        #expect(
            conflict.message
                == "Report (Job, due Tue 24 Nov 18:00) needs 1h 30m more than is booked; free in its hours: 5h"
        )
        #expect(conflict.subject == .deadline(ID(trusted: "report"), of: Small.job))
        #expect(conflict.occurrences == [])
    }

    @Test("it is found from whatever part of the time until then is asked for, and from what meets that")
    func touching() {
        let small = household(minutes: 60)
        let whole: Found = "maya 08:00-18:00 warning"
        for (from, to) in [("07:00", "08:00"), ("12:00", "12:01"), ("18:00", "19:00")] {
            #expect(small.conflicts(DeadlineAtRisk(), touching: from, to) == [whole], "\(from)–\(to)")
        }
        #expect(small.conflicts(DeadlineAtRisk(), touching: "07:00", "07:59") == [])
        #expect(small.conflicts(DeadlineAtRisk(), touching: "18:01", "19:00") == [])
    }
}
