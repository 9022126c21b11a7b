import FamplanAPI
import FamplanClient
import Testing

@testable import FamplanCommands

@Suite("famplan init")
struct InitTests {
    static let answers = [
        "Lindqvist-Osei", "", "Maya", "maya", "Northwind retainer, Taxes", "", "10-16", "admin", "", "Kofi", "", "",
    ]

    @Test("what is answered becomes a household file")
    func file() {
        // Given
        var household = NewHousehold(name: "The \"Osei\"s", timeZone: "Europe/Berlin")
        let stream = NewHousehold.Stream(id: "northwind", name: "Northwind", kind: "client", weekly: (10, 16))
        household.parents = [
            .init(id: "maya", name: "Maya", unixUser: "maya", streams: [stream], digest: "06:45"),
            .init(id: "kofi", name: "Kofi", unixUser: ""),
        ]
        let school = NewHousehold.School(
            title: "Primary school",
            start: "08:15",
            end: "14:15",
            from: "2026-11-23",
            minutes: 15,
            dropOff: "kofi",
            pickUp: ""
        )
        household.children = [.init(id: "noah", name: "Noah", born: "2019-05-02", school: school)]
        household.careShare = (40, 60)

        // Then
        let expected = [
            "  name: \"The \\\"Osei\\\"s\"", "  - { id: noah-school, name: \"Primary school\", minutesFromHome: 15 }",
            "    unixUser: \"maya\"", "      digest: \"06:45\"", "    born: 2019-05-02",
            "    weekly: { min: 10h, max: 16h }",
            "    start: 2026-11-23T08:15", "    place: noah-school", "    dropOff: kofi",
            "  - { id: care, kind: care-share, person: kofi, between: [40%, 60%], weeks: 4 }",
        ]
        let lines = household.file.split(separator: "\n").map(String.init)
        for line in expected { #expect(lines.contains(line), "\(line)") }
        #expect(!household.file.contains("pickUp"))
    }

    @Test(
        "what can't be understood is asked again",
        arguments: [
            ("hours", "12", "(min: 12, max: 12)"), ("hours", "10h - 16h", "(min: 10, max: 16)"), ("hours", "", "nil"),
            ("hours", "16-10", "no"), ("hours", "many", "no"),
            ("times", "8:15-14:15", "(start: \"08:15\", end: \"14:15\")"),
            ("times", "8-14", "(start: \"08:00\", end: \"14:00\")"), ("times", "14-8", "no"), ("times", "8", "no"),
            ("date", "2019-05-02", "2019-05-02"), ("date", "2.5.2019", "no"), ("date", "2019-13-02", "no"),
            ("date", "2019-02-29", "no"), ("date", "2020-02-29", "2020-02-29"),
            ("time", "6:45", "06:45"), ("time", "25:00", "no"), ("kind", "emp", "employment"), ("kind", "x", "no"),
            ("minutes", "15", "15"), ("minutes", "-1", "no"), ("share", "40-60 %", "(min: 40, max: 60)"),
            ("share", "40-160", "no"),
        ]
    )
    func answers(kind: String, answer: String, expected: String) {
        func said<Value>(_ read: (String) throws -> Value) -> String { (try? read(answer)).map { "\($0)" } ?? "no" }
        let result =
            switch kind {
            case "hours": said { try Answers.hours($0) as (min: Int, max: Int)?? }
            case "times": said { try Answers.times($0) as (start: String, end: String)?? }
            case "date": said(Answers.date)
            case "time": said(Answers.time)
            case "kind": said(Answers.kind)
            case "share": said { try Answers.share($0) as (min: Int, max: Int)?? }
            default: said(Answers.minutes)
            }
        var plain = result
        while plain.hasPrefix("Optional(") { plain = String(plain.dropFirst(9).dropLast()) }
        #expect(plain == expected)
    }

    @Test(
        "ids are made of names",
        arguments: [("Grandma Ama", "grandma-ama"), ("Jürgen", "juergen"), ("小明", "person")]
    )
    func ids(name: String, id: String) {
        #expect(Answers.id(name) == id)
    }

    @Test("it never asks without a terminal")
    func noTerminal() async {
        let console = FakeConsole(isTerminal: false)
        #expect(await console.run("init") == 2)
        #expect(console.seen.error.contains("cannot ask without a terminal"))
        #expect(console.seen.requests.isEmpty)
    }

    @Test("a file that is there is never written over, and nothing is asked before that is said")
    func fileThere() async {
        let console = FakeConsole(isTerminal: true, lines: Self.answers, files: ["home.yaml": "household:"])
        #expect(await console.run(["init", "home.yaml"], respond: Self.daemon) == 1)
        #expect(console.seen.error.contains("there is a file “home.yaml” already"))
        #expect(!console.seen.output.contains("?"))
    }

    @Test("an interview that is broken off goes on where it was")
    func resumed() async throws {
        // Given
        let first = FakeConsole(isTerminal: true, lines: Array(Self.answers.prefix(5)))

        // When
        #expect(await first.run(["init", "home.yaml"], respond: Self.daemon) == 1, "\(first.seen.error)")

        // Then
        let kept = try #require(first.seen.files["home.yaml.answers"])
        let text = String(decoding: kept, as: UTF8.self)
        #expect(text == "Lindqvist-Osei\nEurope/Berlin\nMaya\nmaya\nNorthwind retainer, Taxes\n")
        #expect(first.seen.error.contains("home.yaml.answers"))
        #expect(first.seen.files["home.yaml"] == nil)

        // When
        let second = FakeConsole(isTerminal: true, lines: ["x"], files: ["home.yaml.answers": text])
        #expect(await second.run(["init", "home.yaml"], respond: Self.daemon) == 1)

        // Then
        #expect(!second.seen.output.contains("What is it called?"))
        #expect(second.seen.output.contains("Going on from where you stopped"))
    }

    /// A daemon without a household.
    @Sendable private static func daemon(_ request: WireRequest) throws -> WireResponse {
        if request.target.contains("/status") { return try .document("status") }
        if request.target.contains("/people") {
            let body = #"{"schema":1,"now":"2026-11-23T08:00:00+01:00","timeZone":"Europe/Berlin","people":[]}"#
            return WireResponse(status: 200, body: Array(body.utf8))
        }
        if request.target.contains("/dates") {
            let body =
                #"{"schema":1,"now":"2026-11-23T08:00:00+01:00","timeZone":"Europe/Berlin","rule":"FREQ=DAILY","start":"2026-01-01T12:00","zone":"Europe/Berlin","dates":["2026-11-23T12:00:00+01:00"]}"#
            return WireResponse(status: 200, body: Array(body.utf8))
        }
        throw FakeConsole.Unexpected()
    }
}
