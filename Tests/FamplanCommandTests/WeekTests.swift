import FamplanAPI
import FamplanCommands
import Testing

@Suite struct WeekTests {
    private let noah = PersonItem(id: "noah", name: "Noah", role: "child")
    private let maya = PersonItem(id: "maya", name: "Maya", role: "parent")

    private func lines(
        items: [AgendaItem] = [],
        stretches: [CoverageStretch] = [],
        width: Int = 80
    ) throws -> [String] {
        let week = Week(
            from: "2026-11-25T00:00:00+01:00",
            to: "2026-11-26T00:00:00+01:00",
            household: "Home",
            people: [maya, noah],
            places: [:],
            items: items,
            children: [ChildCoverage(child: "noah", stretches: stretches)],
            conflicts: []
        )
        var page = Page(look: Look(width: width))
        let now = "2026-11-20T08:00:00+01:00"
        try WeekRenderer().render(Document(now: now, timeZone: "Europe/Berlin", body: week), on: &page)
        return page.lines.map(\.string)
    }

    private func stretch(_ start: String, _ end: String, by: String) -> CoverageStretch {
        let carers = by == "gap" ? [] : ["maya"]
        return CoverageStretch(start: at(start), end: at(end), carers: carers, by: by)
    }

    private func work(_ title: String, _ start: String, _ end: String) -> AgendaItem {
        AgendaItem(
            entry: title.lowercased(),
            of: at(start),
            uid: nil,
            recurrenceId: nil,
            kind: "work",
            title: title,
            people: ["maya"],
            for: [],
            place: "home",
            stream: nil,
            attention: "focus",
            start: at(start),
            end: at(end),
            allDay: false,
            tentative: false,
            busy: true
        )
    }

    private func at(_ clock: String) -> String { "2026-11-25T\(clock):00+01:00" }

    @Test(
        "a gap is seen however short it is, and whatever is beside it",
        arguments: [("14:15", "14:16"), ("14:14", "14:15"), ("14:23", "14:24"), ("06:00", "06:01"), ("22:28", "22:29")]
    )
    func shortGap(start: String, end: String) throws {
        let lines = try lines(stretches: [
            stretch("00:00", start, by: "available"), stretch(start, end, by: "gap"),
            stretch(end, "23:59", by: "care"),
        ])

        let lane = try #require(lines.first { $0.hasPrefix(" Noah") })
        #expect(lane.count { $0 == "!" } == 1)
    }

    @Test(
        "a gap outside of the hours drawn is a mark at the edge",
        arguments: [("05:00", "05:30"), ("23:00", "23:30")]
    )
    func hiddenGap(start: String, end: String) throws {
        let lane = try #require(try lines(stretches: [stretch(start, end, by: "gap")]).first { $0.hasPrefix(" Noah") })

        let isMorning = start < "12"
        #expect(isMorning ? lane.dropFirst(11).first == "!" : lane.last == "!")
        #expect(lane.count { $0 == "!" } == 1)
    }

    @Test("what overlaps stands in lines of its own; what only touches does not")
    func overlap() throws {
        let apart = try lines(items: [work("One", "09:00", "11:00"), work("Two", "11:00", "13:00")])
        let together = try lines(items: [work("One", "09:00", "11:00"), work("Two", "10:45", "13:00")])

        #expect(apart.contains { $0.contains("One") && $0.contains("Two") })
        #expect(!together.contains { $0.contains("One") && $0.contains("Two") })
        #expect(together.contains { $0.contains("One") } && together.contains { $0.contains("Two") })
    }

    @Test("the day is drawn as wide as the terminal", arguments: [80, 100, 120, 150, 173, 200, 240])
    func width(width: Int) throws {
        let lane = try #require(
            try lines(items: [work("Long", "06:00", "23:59")], width: width).first { $0.contains("Long") }
        )
        #expect(lane.count <= width)
        #expect(lane.count > width * 3 / 4, "\(lane)")
    }

    @Test("several carers are never shown as one of them", arguments: [60, 80, 120])
    func carers(width: Int) throws {
        let both = CoverageStretch(start: at("14:00"), end: at("15:00"), carers: ["maya", "noah"], by: "available")

        let lane = try #require(try lines(stretches: [both], width: width).first { $0.hasPrefix(" Noah") })

        let bar = lane.dropFirst(12).filter(\.isLetter)
        #expect(["", "MN", "MayaNoah"].contains(String(bar)))
    }
}
