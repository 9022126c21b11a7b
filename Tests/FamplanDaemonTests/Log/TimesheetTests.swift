import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("times for clients and other programs")
struct TimesheetTests {
    private static let maya = Actor.person(ID(trusted: "maya"))

    @Test("a timesheet is ready to paste, with a line for each time and a sum")
    func text() async throws {
        let text = try await export(Self.planner(), .text, stream: "northwind")
        #expect(
            text == """
                Northwind: Maya
                Sun 25 Oct 2026 – Tue 24 Nov 2026, Europe/Berlin

                Sun 25 Oct 2026  01:30–04:30    4:00  night; shift
                Tue 24 Nov 2026  09:00–12:20    3:20  "offer", 2nd
                Tue 24 Nov 2026  23:00–01:30 (Wed 25 Nov)    2:30

                Total  9:50  (9.83 h)

                """
        )
    }

    @Test("as CSV, with quotes where they are needed and no formula")
    func csv() async throws {
        let planner = try await Self.planner()
        _ = try await planner.editTime(.of(2, note: "=HYPERLINK(1,2)"), by: Self.maya)
        let lines = try await export(planner, .csv, stream: "northwind").split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "date,start,end,hours,person,activity,stream,client,note")
        #expect(
            lines[1]
                == "2026-10-25,2026-10-25T01:30:00+02:00,2026-10-25T04:30:00+01:00,4.00,Maya,work,Northwind,,night; shift"
        )
        #expect(lines[2].hasSuffix(#",3.33,Maya,work,Northwind,,"'=HYPERLINK(1,2)""#))
    }

    @Test("for hledger, cut where the clock changes")
    func timeclock() async throws {
        let text = try await export(Self.planner(), .timeclock, stream: nil)
        #expect(
            text.hasPrefix(
                """
                i 2026-10-25 01:30:00+0200 maya:work:northwind  night, shift
                o 2026-10-25 03:00:00+0200
                i 2026-10-25 02:00:00+0100 maya:work:northwind  night, shift
                o 2026-10-25 04:30:00+0100
                i 2026-11-24 09:00:00+0100 maya:work:northwind  "offer", 2nd
                o 2026-11-24 12:20:00+0100

                """
            )
        )
    }

    @Test("for Timewarrior, in UTC and with tags")
    func timewarrior() async throws {
        let text = try await export(Self.planner(), .timewarrior, stream: nil)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == #"inc 20261024T233000Z - 20261025T033000Z # maya work northwind # "night; shift""#)
        #expect(lines[1] == #"inc 20261124T080000Z - 20261124T112000Z # maya work northwind # "\"offer\", 2nd""#)
        #expect(lines[2] == "inc 20261124T133000Z - 20261124T150000Z # maya care noah")
    }

    @Test(
        "what was written is read by another household to the same times, and again changes nothing",
        arguments: [TimeFormat.timeclock, .timewarrior, .timewarriorJSON]
    )
    func roundTrip(format: TimeFormat) async throws {
        // Given
        let text = try await export(Self.planner(), format, stream: nil)
        let (other, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")

        // When
        let first = try await other.importLog(.of(text), by: Self.maya)
        let again = try await other.importLog(.of(text), by: Self.maya)

        // Then
        #expect((first.added, first.unchanged, first.problems.isEmpty) == (4, 0, true))
        #expect(first.minutes == 240 + 200 + 90 + 150)
        #expect((again.added, again.unchanged, again.change) == (0, 4, nil))
        #expect(try await export(other, format, stream: nil) == text)
        try await other.undo(by: Self.maya)
        #expect(try await export(other, .timewarrior, stream: nil) == "")
    }

    @Test("each problem has its line, and what is right beside it is taken")
    func problems() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        let text = """
            ; a comment
            i 2026-11-24 09:00 northwind  offer
            o 2026-11-24 10:00
            i 2026/11/24 9:30 northwind
            o 2026/11/24 11:00
            x 2026-11-24
            o 2026-11-24 12:00
            i 2026-13-24 09:00 northwind
            i 2026-11-24 13:00 elsewhere
            o 2026-11-24 14:00
            i 2026-11-24 15:00 northwind
            o 2026-11-24 14:00
            i 2026-11-27 09:00 northwind
            o 2026-11-27 10:00
            i 2026-11-24 16:00 northwind
            """
        let answer = try await planner.importLog(.of(text), by: Self.maya)
        #expect(answer.added == 1)
        #expect(answer.problems.map(\.line) == [4, 6, 7, 8, 9, 11, 13, 15])
        #expect(answer.problems[0].reason.hasPrefix("the file has something else at that time"))
        #expect(
            answer.problems[4].reason
                == "nothing of “elsewhere” is a stream or a child here (--stream STREAM takes all, --map WORD=STREAM one word)"
        )
    }

    @Test("in Timewarrior's words, what is running or no interval is told of with its line")
    func timewarriorProblems() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        let json = """
            [
            {"id":3,"start":"20261124T080000Z","end":"20261124T090000Z","tags":["writing"],"annotation":"a {\\"b\\" ]"},
            {"id":2,"start":"2026-11-24","end":"20261124T100000Z","tags":["writing"]},
            {"id":1,"start":"20261124T110000Z","tags":["writing"]}, {"no":1}
            ]
            """
        let answer = try await planner.importLog(.of(json, meaning: ["Writing": "northwind"]), by: Self.maya)
        #expect(answer.added == 1)
        #expect(answer.problems.map(\.line) == [3, 4, 4])
        #expect(try await planner.store.loggedTime(1)?.note == "a {\"b\" ]")
        let lines = "inc 20261125T110000Z # x\ninc nonsense\nexc monday\n\ninc 20261125T120000Z - 20261125T130000Z\n"
        let second = try await planner.importLog(.of(lines, stream: "northwind"), by: Self.maya)
        #expect((second.added, second.problems.map(\.line)) == (1, [1, 2]))
    }

    @Test("whose it is: a tag may name somebody, and nobody writes another's log")
    func owners() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        let text = "i 2026-11-24 09:00 maya:northwind\no 2026-11-24 10:00\n"
        let kofi = try await planner.importLog(.of(text), by: .person(ID(trusted: "kofi")))
        #expect((kofi.added, kofi.problems.count) == (0, 1))
        #expect(try await planner.importLog(.of(text), by: .admin).added == 1)
        let nobody = try await planner.importLog(.of(text.replacing("maya:", with: "")), by: .admin)
        #expect(nobody.problems.first?.reason == "nobody says whose it is (--who PERSON)")
        #expect(await refusal { _ = try await planner.importLog(.of("hello"), by: .admin) }?.kind == .invalid)
    }

    @Test(
        "what has no end is refused after 200,000 times, whatever stands between them",
        arguments: [
            "[" + String(repeating: "{},", count: 200_001) + "]", String(repeating: "x\r", count: 200_001),
            String(repeating: ";\r", count: 200_001) + "i x", "inc x" + String(repeating: "\u{2028}y", count: 200_001),
        ]
    )
    func bounds(text: String) async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        var request = LogImportRequest.of(text)
        request.format = text.first == "[" ? "timewarrior-json" : text.first == "i" ? "timewarrior" : "timeclock"
        let refused = await refusal { _ = try await planner.importLog(request, by: Self.maya) }
        #expect(refused?.kind == .tooLarge)
        #expect(
            refused?.message == "cannot import hours: it has more than 200,000 lines or times; give it in parts"
        )
    }

    @Test("two hundred problems are told, and how many more there are")
    func manyProblems() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        let strange = "i 2026-11-24 09:00 elsewhere\no 2026-11-24 10:00\n"
        let text = String(repeating: "x\n", count: 150) + String(repeating: strange, count: 150)
        var request = LogImportRequest.of(text)
        request.format = "timeclock"
        let answer = try await planner.importLog(request, by: Self.maya)
        #expect((answer.problems.count, answer.otherProblems) == (200, 100))
        #expect(answer.problems.map(\.line) == answer.problems.map(\.line).sorted())
        #expect(try await planner.importLog(.of("i 2026-11-24 09:00 x\n"), by: Self.maya).otherProblems == nil)
    }

    @Test("control characters in notes are spaces, so that what is written can be read")
    func controls() async throws {
        // Given
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T18:00:00+01:00")
        let note = "a\u{1B}[2Jb\u{7}\u{0}c\u{9B}d\r\n"
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "10:00", note: note), by: Self.maya)
        let line = "inc 20261124T100000Z - 20261124T110000Z # northwind # \"\(note)\"\n"
        clock.move(to: "2026-11-26T08:00:00+01:00")

        // When
        let taken = try await planner.importLog(.of(line.replacing("\r\n", with: "")), by: Self.maya)
        let text = try await export(planner, .timewarriorJSON, stream: nil)

        // Then
        #expect(taken.added == 1)
        #expect(try await planner.store.loggedTime(1)?.note == "a [2Jb c d")
        #expect(try await planner.store.loggedTime(2)?.note == "a [2Jb c d")
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test("a note that was kept with a control character is written without")
    func oldControls() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        let start = Instant(rfc3339: "2026-11-24T09:00+01:00")!
        let time = LoggedTime(
            id: 1,
            person: ID(trusted: "maya"),
            activity: .work(stream: ID(trusted: "northwind")),
            start: start,
            end: start.adding(seconds: 3_600),
            note: "a\u{1B}b"
        )
        let commit = Commit(changes: [], logged: [.init(adding: time)], actor: "maya", summary: "log", at: start)
        try await planner.store.commit(commit)
        for format in [TimeFormat.timewarrior, .timewarriorJSON, .csv, .text, .timeclock] {
            let text = try await export(planner, format, stream: nil)
            #expect(text.contains("a b") && !text.contains("\u{1B}"))
        }
    }

    @Test("care stays care when it is read again, though a stream is called so, unless a word is said to mean a stream")
    func careStream() async throws {
        // Given
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        try await planner.apply(
            smallHousehold.replacing(
                "streams:",
                with: "streams:\n  - { id: care, name: Care, owner: maya, kind: client }"
            )
        )
        let text =
            "i 2026-11-24 09:00 maya:care:noah\no 2026-11-24 10:00\ni 2026-11-24 11:00 maya:work:care\n"
            + "o 2026-11-24 12:00\n"

        // When
        _ = try await planner.importLog(.of(text), by: Self.maya)
        let mapped = "i 2026-11-25 09:00 care:noah\no 2026-11-25 10:00\n"
        _ = try await planner.importLog(.of(mapped, meaning: ["care": "northwind"]), by: Self.maya)

        // Then
        #expect(try await planner.store.loggedTime(1)?.activity == .care(children: [ID(trusted: "noah")]))
        #expect(try await planner.store.loggedTime(2)?.activity == .work(stream: ID(trusted: "care")))
        #expect(try await planner.store.loggedTime(3)?.activity == .work(stream: ID(trusted: "northwind")))
    }

    @Test("for hledger, cut where the clock changes a whole number of days after the beginning")
    func changeAfterDays() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        _ = try await planner.addTime(
            .of("northwind", from: "2026-10-24T03:00", to: "2026-10-25T04:00"),
            by: Self.maya
        )
        let range = Interval(Instant(rfc3339: "2026-10-24T00:00Z")!, Instant(rfc3339: "2026-10-25T00:00Z")!)
        let text = try await planner.exportLog(
            range,
            format: "timeclock",
            person: nil,
            stream: nil,
            client: nil,
            for: .administrator
        ).text
        #expect(
            text == """
                i 2026-10-24 03:00:00+0200 maya:work:northwind
                o 2026-10-25 03:00:00+0200
                i 2026-10-25 02:00:00+0100 maya:work:northwind
                o 2026-10-25 04:00:00+0100

                """
        )
    }

    @Test("hours of one client alone, and no others")
    func clients() async throws {
        let planner = try await Self.planner()
        try await planner.apply(
            smallHousehold.replacing("kind: client }", with: "kind: client, client: Northwind Ltd }")
        )
        let range = Interval(Instant(rfc3339: "2026-10-01T00:00Z")!, Instant(rfc3339: "2026-12-01T00:00Z")!)
        func text(_ client: String) async throws -> LogText {
            try await planner.exportLog(
                range,
                format: nil,
                person: nil,
                stream: nil,
                client: client,
                for: .administrator
            )
        }
        #expect(try await text("northwind ltd").times == 3)
        #expect(try await text("Northwind Ltd").text.hasPrefix("Northwind for Northwind Ltd: Maya\n"))
        #expect(await refusal { _ = try await text("Nordwind Ltd") }?.message.contains("Northwind Ltd") == true)
    }

    /// A night in which the clock is put back, a day, and a midnight; care among them.
    private static func planner() async throws -> Planner {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-26T08:00:00+01:00")
        for request in [
            LogAddRequest.of("northwind", from: "2026-10-25T01:30", to: "2026-10-25T04:30", note: "night; shift"),
            .of("northwind", from: "2026-11-24T09:00", to: "12:20", note: "\"offer\", 2nd"),
            .of("care:noah", from: "2026-11-24T14:30", length: "90m"),
            .of("northwind", from: "2026-11-24T23:00", to: "1:30"),
        ] {
            _ = try await planner.addTime(request, by: maya)
        }
        return planner
    }

    private func export(_ planner: Planner, _ format: TimeFormat, stream: String?) async throws -> String {
        let zone = await planner.household.zone
        let range = Interval(
            zone.startOfDay(CivilDate("2026-10-25")!),
            zone.startOfDay(CivilDate("2026-11-25")!)
        )
        return try await planner.exportLog(
            range,
            format: format.rawValue,
            person: nil,
            stream: stream.map { ID(trusted: $0) },
            client: nil,
            for: .administrator
        ).text
    }
}

extension LogImportRequest {
    static func of(_ text: String, stream: String? = nil, meaning: [String: String] = [:]) -> LogImportRequest {
        LogImportRequest(
            text: text,
            name: "hours",
            format: nil,
            person: nil,
            stream: stream,
            meaning: meaning,
            dryRun: false
        )
    }
}
