import FamplanAPI
import Testing

@testable import FamplanCommands

/// What a change did, where it did the same again and again.
@Suite struct AlikeConflictsTests {
    /// A gap on the nth weekday from Mon 23 Nov 2026 on.
    static func gap(
        _ number: Int,
        severity: String = "critical",
        clock: String = "09:00",
        entry: String = "call"
    ) -> ConflictItem {
        let day = Day(year: 2026, month: 11, day: 23).adding(number / 5 * 7 + number % 5)
        return ConflictItem(
            id: "\(severity)-\(entry)-\(number)",
            kind: "coverage-gap",
            severity: severity,
            status: "open",
            people: ["noah"],
            resource: nil,
            stream: nil,
            start: "\(day.iso)T\(clock):00+01:00",
            end: "\(day.iso)T17:00:00+01:00",
            occurrences: [OccurrenceName(entry: entry, of: "\(day.iso)T09:00:00+01:00", name: "\(entry)@\(day.iso)")],
            message: "Nobody has Noah from \(clock) to 17:00 on \(day.words)"
        )
    }

    static func page(
        created: [ConflictItem] = [],
        resolved: [ConflictItem] = [],
        dryRun: Bool = false
    ) throws -> [String] {
        let answer = ChangeAnswer(
            change: dryRun ? nil : 4,
            dryRun: dryRun,
            understood: ["work “Call”"],
            things: [],
            created: created,
            resolved: resolved
        )
        var page = Page(look: Look(width: 80))
        try ChangeRenderer().render(answer, on: &page)
        return page.lines.map(\.string)
    }

    private static func isAlike(_ line: String) -> Bool { line.contains("more alike") }

    @Test("one, and two of a kind, are shown one by one", arguments: [1, 2])
    func few(count: Int) throws {
        let all = (0..<count).map { Self.gap($0) }

        let lines = try Self.page(created: all)

        for item in all { #expect(lines.contains { $0.contains(item.id ?? "-") }) }
        #expect(!lines.contains(where: Self.isAlike) && !lines.contains { $0.hasPrefix("All of them") })
    }

    @Test("of many of a kind the first is shown, and how many more there are until when", arguments: [3, 12, 155])
    func many(count: Int) throws {
        let all = (0..<count).map { Self.gap($0) }

        let lines = try Self.page(created: all)

        let last = Day(year: 2026, month: 11, day: 23).adding((count - 1) / 5 * 7 + (count - 1) % 5)
        #expect(
            lines == [
                "work “Call”", "", "Creates \(count) conflicts:", "! Nobody has Noah from 09:00 to 17:00 on Mon 23 Nov",
                "  Mon 23 Nov 09:00–17:00\u{A0}· coverage-gap\u{A0}· critical-call-0\u{A0}· call@2026-11-23",
                "  … and \(count - 1) more alike until \(last.fullWords)", "",
                "Ways out: famplan suggest critical-call-0",
                "All of them: famplan conflicts --to \(last.adding(1).iso)", "Change 4. Take it back: famplan undo 4",
            ]
        )
    }

    @Test("the year is said: a series may go on into the next")
    func year() throws {
        let lines = try Self.page(created: (0..<57).map { Self.gap($0) })
        #expect(lines.contains("  … and 56 more alike until Tue 9 Feb 2027"))
    }

    private static let differences: [(String, @Sendable (inout ConflictItem) -> Void)] = [
        ("kind", { $0.kind = "handover" }),
        ("severity", { $0.severity = "warning" }),
        ("people", { $0.people = ["lena"] }),
        ("resource", { $0.resource = "room" }),
        ("stream", { $0.stream = "northwind" }),
        ("deadline", { $0.deadline = "report" }),
        ("goal", { $0.goal = "together" }),
        ("entries", { $0.occurrences[0].entry = "gym" }),
        ("time of day", { $0.start.replace("T09:", with: "T10:") }),
        ("status", { $0.status = "accepted" }),
        ("acceptance", { $0.accepted = AcceptanceItem(by: "maya", reason: "so be it", at: $0.start, until: nil) }),
        ("sentence", { $0.message = "Nobody can fetch Noah at 09:00" }),
    ]

    @Test("what differs in anything but its day is no more of the same", arguments: differences.indices)
    func different(position: Int) throws {
        let (name, change) = Self.differences[position]
        var all = (0..<3).map { Self.gap($0) }
        #expect(try Self.page(created: all).contains(where: Self.isAlike))

        change(&all[1])

        let lines = try Self.page(created: all)
        for item in all { #expect(lines.contains { $0.contains(item.id ?? "-") }, "\(name)") }
        #expect(!lines.contains(where: Self.isAlike), "\(name)")
    }

    @Test("the worst comes first and is what ways out are offered for, whenever it is")
    func worst() throws {
        let notices = (0..<4).map { Self.gap($0, severity: "notice") }
        let all = notices + [Self.gap(5, severity: "warning"), Self.gap(6)]

        let lines = try Self.page(created: all)

        #expect(lines.contains("Creates 2 conflicts, 4 notices:"))
        #expect(lines.compactMap(\.first).filter("!~·".contains) == ["!", "~", "·"])
        #expect(lines.contains("  … and 3 more alike until Thu 26 Nov 2026"))
        #expect(lines.contains("Ways out: famplan suggest critical-call-6"))
    }

    @Test("too few hours are not the same as too many, however many they are")
    func directions() throws {
        let words = ["10h booked", "no time booked", "1h 30m booked", "20h booked", "12h booked", "3h booked"]
        let all = words.enumerated().map { number, booked in
            var item = Self.gap(number * 5, severity: "notice")
            let isMore = booked.hasPrefix("2")
            item.message =
                "Northwind has \(booked) in the week of Mon \(number) Dec, 4h \(isMore ? "more" : "less") than set"
            return item
        }

        let lines = try Self.page(created: all)

        #expect(lines.contains("  … and 3 more alike until Mon 28 Dec 2026"))
        for item in [all[0], all[1], all[3]] { #expect(lines.contains { $0.contains(item.id ?? "-") }) }
    }

    @Test("the same of two things, turn about, is told of each")
    func turnAbout() throws {
        let all = (0..<10).map { Self.gap($0, entry: $0 % 2 == 0 ? "call" : "gym") }

        let lines = try Self.page(created: all)

        #expect(
            lines.filter(Self.isAlike) == [
                "  … and 4 more alike until Thu 3 Dec 2026", "  … and 4 more alike until Fri 4 Dec 2026",
            ]
        )
        #expect(lines.contains { $0.contains("critical-call-0") } && lines.contains { $0.contains("critical-gym-1") })
    }

    @Test("what is gone is counted in the same way; a dry run names no list that would not have it")
    func resolved() throws {
        let lines = try Self.page(
            created: (0..<3).map { Self.gap($0) },
            resolved: (0..<8).map { Self.gap($0) },
            dryRun: true
        )

        #expect(lines.contains("Resolves 8 conflicts:"))
        #expect(lines.contains("✓ Nobody has Noah from 09:00 to 17:00 on Mon 23 Nov"))
        #expect(lines.contains("  … and 7 more alike until Wed 2 Dec 2026"))
        #expect(!lines.contains { $0.hasPrefix("All of them") })
    }

    @Test(
        "notices are no conflicts, and of what there is none nothing is said",
        arguments: [
            (1, 0, "1 conflict"), (2, 0, "2 conflicts"), (0, 1, "1 notice"), (0, 3, "3 notices"),
            (1, 1, "1 conflict, 1 notice"), (2, 3, "2 conflicts, 3 notices"), (0, 0, "0 conflicts"),
        ]
    )
    func sums(conflicts: Int, notices: Int, words: String) {
        let bad = (0..<conflicts).map { Self.gap($0, severity: $0 == 0 ? "critical" : "warning") }
        let small = (0..<notices).map { Self.gap($0, severity: "notice") }
        #expect(ConflictSum(small + bad).words == words)
    }

    @Test("a way out, and what a swap does, say the same in sentences")
    func sentences() throws {
        var page = Page(look: Look(width: 80))
        let created = [Self.gap(0, severity: "notice")] + (1..<9).map { Self.gap($0, entry: "gym") }

        try ConflictLines().add(resolved: (0..<3).map { Self.gap($0) }, created: created, on: &page, indent: 3)

        #expect(
            page.lines.map(\.string) == [
                "   ✓ resolves: Nobody has Noah from 09:00 to 17:00 on Mon 23 Nov",
                "     … and 2 more alike until Wed 25 Nov 2026",
                "   ! new: Nobody has Noah from 09:00 to 17:00 on Tue 24 Nov",
                "     … and 7 more alike until Thu 3 Dec 2026",
                "   · new: Nobody has Noah from 09:00 to 17:00 on Mon 23 Nov",
            ]
        )
    }

    @Test("a change that is refused for them names them in the same way")
    func refused() throws {
        var failure = Failure(kind: .daemon(.conflicts), message: "cannot add “Call”: it would create 9 conflicts")
        failure.created = (0..<9).map { Self.gap($0) }
        failure.details = failure.created.map(\.message)

        let lines = try FailureReport(failure: failure, look: Look(width: 80)).text().split(separator: "\n")

        #expect(lines.count == 4)
        #expect(lines.last == "    … and 8 more alike until Thu 3 Dec 2026")
    }

    @Test(
        "a week shows what it lacked only where that was seen before it was over",
        arguments: ["stream-hours", "goal-missed"]
    )
    func timely(kind: String) throws {
        func lack(foundAt: String?) -> ConflictItem {
            var item = Self.gap(0, severity: "notice")
            (item.kind, item.foundAt) = (kind, foundAt)
            (item.start, item.end) = ("2026-11-16T00:00:00+01:00", "2026-11-23T00:00:00+01:00")
            return item
        }
        let late = ["2026-11-23T00:00:00+01:00", "2026-11-22T23:00:00Z", "2026-11-25T08:00:00+01:00"]
        for foundAt in late { #expect(try [lack(foundAt: foundAt)].timely.isEmpty, "\(foundAt)") }
        for foundAt in ["2026-11-22T23:59:59+01:00", nil] { #expect(try [lack(foundAt: foundAt)].timely.count == 1) }
        var gap = lack(foundAt: late[0])
        gap.kind = "coverage-gap"
        #expect(try [gap].timely.count == 1)
    }
}
