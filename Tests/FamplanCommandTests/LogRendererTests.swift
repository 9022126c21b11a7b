import FamplanAPI
import FamplanCommands
import Testing

@Suite("What was really done, shown")
struct LogRendererTests {
    @Test("the log, day by day, with numbers and sums")
    func log() throws {
        let log = TimeLog(
            from: "2026-11-23T00:00:00+01:00",
            to: "2026-11-26T00:00:00+01:00",
            times: [
                item(7, "2026-11-23T22:30:00+01:00", "2026-11-24T01:00:00+01:00", minutes: 150, note: "night"),
                item(8, "2026-11-24T09:00:00+01:00", "2026-11-24T12:20:00+01:00", minutes: 200),
                item(9, "2026-11-25T08:00:00+01:00", nil, minutes: 5),
            ],
            names: ["maya": "Maya", "northwind": "Northwind"]
        )
        let text = try shown(log, LogRenderer())
        #expect(text.contains("7 22:30–01:00 (Tue 24 Nov) 2 h 30 min Northwind night Maya"))
        #expect(text.contains("8 09:00–12:20"))
        #expect(text.contains("9 08:00– running"))
        #expect(text.contains("In all Maya 5 h 55 min"))
    }

    @Test("planned and really, a lane each, and nothing really in days to come")
    func week() throws {
        let week = Week(
            from: "2026-11-23T00:00:00+01:00",
            to: "2026-11-26T00:00:00+01:00",
            household: "Test",
            people: [PersonItem(id: "maya", name: "Maya", role: "parent")],
            places: [:],
            items: [],
            children: [],
            conflicts: [],
            logged: [item(8, "2026-11-24T09:00:00+01:00", "2026-11-24T12:00:00+01:00", minutes: 180)],
            names: ["maya": "Maya", "northwind": "Northwind"]
        )
        let lines = try shown(week, ComparedWeekRenderer()).split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.contains("really") }.count == 3)
        #expect(lines.contains { $0.contains("really") && $0.contains("┣Northwind") })
        #expect(lines.contains("Logged in all Maya 3 h"))
    }

    @Test("what was really done stands below what was planned, in a bar of its own")
    func balance() throws {
        let planned = PlannedBalance(careMinutes: 60, workMinutes: 300, adminMinutes: 0)
        let actual = ActualBalance(
            careMinutes: 90,
            careAsPlannedMinutes: 30,
            workMinutes: 240,
            adminMinutes: 0,
            planned: planned
        )
        let report = report(actual, actualTo: "2026-11-25T08:00:00+01:00")
        let text = try shown(report, BalanceRenderer())
        #expect(text.contains("Maya 10 h ━"))
        #expect(text.contains("so far 5 h ━"))
        #expect(text.contains("really 4 h ░"))
        #expect(text.contains("Days without logged care count in it as planned: Maya’s 30 min."))
        #expect(text.contains("Really: what was logged, up to Wed 25 Nov 08:00."))
    }

    @Test("a trend has a bar for each week, also in ASCII")
    func trend() throws {
        var report = report(nil, actualTo: nil)
        report.weeks = [0.0, 300, 600].map { work in
            BalanceWeek(
                from: "2026-11-23T00:00:00+01:00",
                to: "2026-11-30T00:00:00+01:00",
                actualTo: nil,
                people: [
                    PersonBalance(person: "maya", careMinutes: 0, workMinutes: work, adminMinutes: 0, ownMinutes: 0)
                ]
            )
        }
        #expect(try shown(report, TrendRenderer()).contains("Maya ⋅▅█ last 10 h, mean 5 h"))
        #expect(try shown(report, TrendRenderer(), ascii: true).contains("Maya .=# last 10 h, mean 5 h"))
    }

    // MARK: Parts

    private func report(_ actual: ActualBalance?, actualTo: String?) -> BalanceReport {
        BalanceReport(
            from: "2026-11-23T00:00:00+01:00",
            to: "2026-11-30T00:00:00+01:00",
            actualTo: actualTo,
            people: [
                PersonBalance(
                    person: "maya",
                    careMinutes: 120,
                    workMinutes: 600,
                    adminMinutes: 0,
                    ownMinutes: 60,
                    actual: actual
                )
            ],
            togetherMinutes: 0,
            oneOnOne: [],
            names: ["maya": "Maya"]
        )
    }

    private func item(_ number: Int, _ start: String, _ end: String?, minutes: Double, note: String? = nil)
        -> LoggedItem
    {
        LoggedItem(
            number: number,
            person: "maya",
            activity: "work",
            stream: "northwind",
            for: [],
            start: start,
            end: end,
            minutes: minutes,
            note: note,
            entry: nil,
            of: nil,
            isPrivate: false
        )
    }

    private func shown<Shown: Renderer>(_ body: Shown.Body, _ renderer: Shown, ascii: Bool = false) throws -> String {
        let document = Document(now: "2026-11-25T08:05:00+01:00", timeZone: "Europe/Berlin", body: body)
        var page = Page(look: Look(width: 100, usesUnicode: !ascii))
        try renderer.render(document, on: &page)
        // How wide columns are is not looked at here.
        return page.string.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "\n")
    }
}
