import Household
import ICalendar
import Planning
import Testing

@Suite("protected-time")
struct ProtectedTimeBrokenTests {
    private typealias Small = SmallHousehold

    /// A household that protects hours of every day; the first of them is dinner.
    private func protecting(_ windows: (String, String)...) -> SmallHousehold {
        var small = SmallHousehold()
        small.household.settings.protected = windows.map { from, to in
            ProtectedTime(window: Small.window(from, to), label: from == windows[0].0 ? "Dinner" : nil)
        }
        return small
    }

    @Test(
        "work falls in protected time from its first minute to its last",
        arguments: [
            ("17:00", "18:00", nil), ("17:00", "18:01", "18:00-18:01"), ("20:00", "21:00", nil),
            ("19:59", "21:00", "19:59-20:00"), ("17:00", "21:00", "18:00-20:00"), ("18:30", "19:00", "18:30-19:00"),
        ] as [(String, String, String?)]
    )
    func edges(from: String, to: String, stretch: String?) {
        var small = protecting(("18:00", "20:00"))
        small.add("work", .work, [Small.maya], from, to)
        #expect(small.conflicts(ProtectedTimeBroken()) == (stretch.map { [Found("maya \($0) warning")] } ?? []))
    }

    @Test("work that meets is one stretch, and so are windows that meet; what lies apart is not")
    func stretches() {
        var small = protecting(("18:00", "20:00"), ("20:00", "22:00"))
        small.add("one", .work, [Small.maya], "17:00", "18:30")
        small.add("two", .work, [Small.maya], "18:30", "20:30")
        small.add("three", .work, [Small.maya], "20:31", "23:00")
        #expect(
            small.conflicts(ProtectedTimeBroken()) == ["maya 18:00-20:30 warning", "maya 20:31-22:00 warning"]
        )
    }

    @Test("windows may overlap, and stand in any order")
    func windows() {
        var small = protecting(("19:00", "22:00"), ("18:00", "20:00"))
        small.add("work", .work, [Small.maya], "18:30", "21:00")
        #expect(small.conflicts(ProtectedTimeBroken()) == ["maya 18:30-21:00 warning"])
    }

    @Test("each parent has stretches of their own; carers and other kinds break nothing")
    func who() {
        var small = protecting(("18:00", "20:00"))
        small.add("hers", .work, [Small.maya], "18:00", "19:00")
        small.add("his", .work, [Small.kofi], "18:30", "19:30")
        small.add("grandmother's", .work, [Small.ama], "18:00", "19:00")
        small.add("dentist", .appointment, [Small.maya], "19:30", "20:00")
        small.add("idea", .work, [Small.maya], "19:30", "20:00") { $0.busy = false }
        #expect(
            small.conflicts(ProtectedTimeBroken()) == ["maya 18:00-19:00 warning", "kofi 18:30-19:30 warning"]
        )
    }

    @Test("a night belongs to the day on which it begins")
    func night() {
        var small = SmallHousehold()
        small.household.settings.protected = [
            ProtectedTime(window: Small.window("22:00", "06:00", on: [.monday]))
        ]
        small.add("late", .work, [Small.maya], "05:30", "06:30")
        small.add("later", .work, [Small.maya], "22:00", "23:00")
        #expect(small.conflicts(ProtectedTimeBroken()) == ["maya 05:30-06:00 warning"])
    }

    @Test("a stretch that reaches over the edge of the range is reported whole, seven days at most")
    func whole() {
        var small = protecting(("00:00", "00:00"))
        small.add("late", .work, [Small.maya], "2026-11-23T22:00", "00:01")
        small.add("early", .work, [Small.kofi], "2026-11-23T22:00", "00:00")
        #expect(small.conflicts(ProtectedTimeBroken()) == ["maya 2026-11-23T22:00-00:01 warning"])
        small.add("always", .work, [Small.maya], "2026-11-01T00:00", "2026-12-31T00:00")
        #expect(
            small.conflicts(ProtectedTimeBroken()) == ["maya 2026-11-17T00:00-2026-12-02T00:00 warning"]
        )
    }

    @Test("says who works on what, when, and what the family calls that time")
    func words() throws {
        var small = protecting(("18:00", "20:00"), ("21:00", "22:00"))
        small.add("before", .work, [Small.maya], "17:00", "18:00")
        small.add("late", .work, [Small.maya], "17:30", "18:10")
        small.add("mail", .work, [Small.maya], "18:30", "19:00")
        small.add("call", .work, [Small.maya], "18:10", "18:30")
        small.add("meal", .family, [Small.maya], "18:00", "19:00")
        small.add("report", .work, [Small.maya], "21:30", "22:30")
        let found = ProtectedTimeBroken().conflicts(in: small.plan())
        #expect(
            found.map(\.message) == [
                "Maya works in protected time (Dinner): “late”, “call” and “mail”, Tue 24 Nov 18:00–19:00",
                "Maya works in protected time: “report”, Tue 24 Nov 21:30–22:00",
            ]
        )
        #expect(found.map { $0.occurrences.map(\.entry.rawValue) } == [["late", "call", "mail"], ["report"]])
    }

    @Test("a stretch is found from whatever part of it is asked for, and from what meets it")
    func touching() {
        var small = protecting(("18:00", "20:00"))
        small.add("work", .work, [Small.maya], "17:00", "19:00")
        small.add("mail", .work, [Small.maya], "19:30", "19:45")
        let whole: Found = "maya 18:00-19:00 warning"
        for (from, to) in [("17:00", "18:00"), ("18:30", "18:31"), ("19:00", "19:29")] {
            #expect(small.conflicts(ProtectedTimeBroken(), touching: from, to) == [whole], "\(from)–\(to)")
        }
        #expect(small.conflicts(ProtectedTimeBroken(), touching: "17:00", "17:59") == [])
        #expect(small.conflicts(ProtectedTimeBroken(), touching: "19:01", "19:29") == [])
        let later: Found = "maya 19:30-19:45 warning"
        #expect(small.conflicts(ProtectedTimeBroken(), touching: "19:10", "19:30") == [later])
        #expect(small.conflicts(ProtectedTimeBroken(), touching: "19:45", "20:00") == [later])
    }
}
