import FamplanAPI
import FamplanClient
import Testing

@testable import FamplanCommands

@Suite("famplan init")
struct InitTests {
    static let answers = [
        "Lindqvist-Osei", "", "Maya", "Kofi", "maya", "Northwind retainer, Taxes", "", "10-16", "admin", "", "-",
        "Harbour", "emp", "20", "Noah", "2.5.2019", "8:15-14:15", "Primary school", "15", "m", "",
        "https://school.example/closed.ics?key=7f3e9", "", "", "40-60", "", "phone, log", "maya-7f3e9", "6:45", "", "",
    ]

    @Test("what is answered becomes a household file")
    func file() {
        // Given
        var household = NewHousehold(name: "The \"Osei\"s", timeZone: "Europe/Berlin")
        let stream = NewHousehold.Stream(id: "northwind", name: "Northwind", kind: "client", weekly: (10, 16))
        household.parents = [
            .init(
                id: "maya",
                name: "Maya",
                unixUser: "maya",
                streams: [stream],
                digest: "06:45",
                channels: [.init(name: "email", address: "maya@home.example"), .init(name: "phone", secret: "7f3e9")]
            ),
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
        household.calendars = [
            .init(source: .address("https://school.example/closed.ics?key=7f3e9"), name: "School", role: "closure")
        ]
        let lines = household.file.split(separator: "\n").map(String.init)
        for line in expected { #expect(lines.contains(line), "\(line)") }
        #expect(!household.file.contains("pickUp"))
        #expect(!household.file.contains("7f3e9"), "what only some may know is kept in git otherwise")
    }

    @Test(
        "what can't be understood is asked again",
        arguments: [
            ("hours", "12", "(min: 12, max: 12)"), ("hours", "10h - 16h", "(min: 10, max: 16)"), ("hours", "", "nil"),
            ("hours", "16-10", "no"), ("hours", "many", "no"),
            ("times", "8:15-14:15", "(start: \"08:15\", end: \"14:15\")"),
            ("times", "8-14", "(start: \"08:00\", end: \"14:00\")"), ("times", "14-8", "no"), ("times", "8", "no"),
            ("date", "2019-05-02", "2019-05-02"), ("date", "2.5.2019", "2019-05-02"), ("date", "31.2.2019", "no"),
            ("date", "5/2/2019", "no"), ("date", "2019-13-02", "no"),
            ("date", "2019-02-29", "no"), ("date", "2020-02-29", "2020-02-29"),
            ("time", "6:45", "06:45"), ("time", "6.45", "06:45"), ("time", "25:00", "no"),
            ("kind", "emp", "employment"), ("kind", "x", "no"), ("kind", "employed", "employment"),
            ("kind", "a client", "client"), ("kind", "a", "admin"), ("kind", "Freelance", "client"), ("kind", "", "no"),
            ("people", "Emil and Frida", "Emil|Frida"), ("people", "Emil, Frida und Max", "Emil|Frida|Max"),
            ("people", "Emil & Frida + Max", "Emil|Frida|Max"), ("people", "Emil+Frida,Emil", "Emil|Frida"),
            ("people", "Emil, and Frida", "Emil|Frida"), ("people", "and Emil", "Emil"),
            ("people", "Andrea Anderson", "Andrea Anderson"),
            ("people", "\"Emil and Frida\", Max", "Emil and Frida|Max"),
            ("people", "“Emil & Frida”", "Emil & Frida"), ("people", "5\" Emil", "5\" Emil"), ("people", "none", ""),
            ("list", "Smith & Sons, Own shop", "Smith & Sons|Own shop"), ("list", "\"A, B\", C", "A, B|C"),
            ("person", "Maya", "Maya"), ("person", "Maya and Kofi", "no"),
            ("person", "\"Maya and Kofi\"", "Maya and Kofi"),
            ("person", "", "no"), ("parent", "both", ""), ("parent", "m", "maya"), ("parent", "MAYA", "maya"),
            ("parent", "me", "maya"), ("parent", "Kofi", "kofi"), ("parent", "x", "no"), ("parent", "", ""),
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
            case "people": said { try Answers.people($0).joined(separator: "|") }
            case "list": said { try Answers.list($0).joined(separator: "|") }
            case "person": said(Answers.person)
            case "parent": said { try Answers.parent($0, Self.parents) }
            case "share": said { try Answers.share($0) as (min: Int, max: Int)?? }
            default: said(Answers.minutes)
            }
        var plain = result
        while plain.hasPrefix("Optional(") { plain = String(plain.dropFirst(9).dropLast()) }
        #expect(plain == expected)
    }

    private static let parents = [
        NewHousehold.Parent(id: "maya", name: "Maya", unixUser: "maya"),
        NewHousehold.Parent(id: "kofi", name: "Kofi", unixUser: ""),
    ]

    @Test("two parents whose names begin alike are told apart, and what may be answered is said")
    func alike() throws {
        let parents = ["Max", "Maxine"].map { NewHousehold.Parent(id: $0.lowercased(), name: $0, unixUser: "") }
        #expect(try Answers.parent("max", parents) == "max")
        #expect(try Answers.parent("maxi", parents) == "maxine")
        let error = try #require(throws: NotUnderstood.self) { try Answers.parent("ma", parents) }
        #expect(error.message == "One of Max, Maxine, please; or Enter, for whoever can.")
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
        #expect(text == "name: Lindqvist-Osei\nzone: Europe/Berlin\nparent1: Maya\nparent2: Kofi\nparent1.user: maya\n")
        #expect(first.seen.error.contains("home.yaml.answers"))
        #expect(first.seen.files["home.yaml"] == nil)

        // When
        let second = FakeConsole(isTerminal: true, lines: ["x"], files: ["home.yaml.answers": text])
        #expect(await second.run(["init", "home.yaml"], respond: Self.daemon) == 1)

        // Then
        #expect(!second.seen.output.contains("What is it called?"))
        #expect(second.seen.output.contains("Going on from where you stopped"))
    }

    @Test("what is answered is applied, followed and tried out, and nothing secret is in the file")
    func whole() async throws {
        // Given
        let console = FakeConsole(
            environment: ["LANG": "C.UTF-8", "NO_COLOR": "1"],
            isTerminal: true,
            lines: Self.answers + ["", "y"]
        )

        // When
        #expect(await console.run(["init", "home.yaml"], respond: Self.daemon) == 0, "\(console.seen.error)")

        // Then
        let file = String(decoding: try #require(console.seen.files["home.yaml"]), as: UTF8.self)
        #expect(file.contains("born: 2019-05-02"))
        #expect(file.contains("- { channel: phone }"))
        #expect(!file.contains("7f3e9"))
        #expect(console.seen.files["home.yaml.answers"] == nil)
        let sent = console.seen.requests.compactMap { request in
            request.body.map { (request.target, String(decoding: $0, as: UTF8.self)) }
        }
        #expect(sent.contains { $0.0 == "/v1/feeds" && $0.1.contains("\"closes\":[\"noah-school\"]") }, "\(sent)")
        #expect(sent.contains { $0.1.contains("phone=address=maya-7f3e9") })
        #expect(console.seen.output.contains("✓ The calendar of Primary school is followed: 3 entries to come."))
        #expect(console.seen.output.contains("! A test message to Maya by phone did not go out: no such topic"))
        #expect(console.seen.output.contains("✓ A test message to Maya by log was sent."))
    }

    @Test("one answer is changed at the end, and only what hangs on it is asked anew")
    func changed() async throws {
        // Given: the children become two.
        let review = ["15", "Noah, Lena", "", "", ""]
        let console = FakeConsole(isTerminal: true, lines: Self.answers + review + ["n"])

        // When
        #expect(await console.run(["init", "home.yaml"], respond: Self.daemon) == 1)

        // Then
        let output = console.seen.output
        #expect(output.components(of: "Noah’s birthday? ") == 1)
        #expect(output.components(of: "Lena’s birthday? ") == 1)
        #expect(output.contains("Noah, Lena\n"), "\(output)")
        #expect(console.seen.error.contains("Nothing was written. Your answers are kept in home.yaml.answers."))
        #expect(console.seen.files["home.yaml"] == nil)
        #expect(console.seen.files["home.yaml.answers"] != nil)
    }

    @Test("< takes back the answer before")
    func back() async throws {
        let console = FakeConsole(isTerminal: true, lines: ["<", "Hmoe", "<", "Home", "", "Maya"])
        #expect(await console.run(["init", "home.yaml"], respond: Self.daemon) == 1)
        let kept = String(decoding: try #require(console.seen.files["home.yaml.answers"]), as: UTF8.self)
        #expect(kept == "name: Home\nzone: Europe/Berlin\nparent1: Maya\n")
        #expect(console.seen.output.contains("This is the first question."))
    }

    @Test("< at the last question, and where all answers are listed, goes back and stops nothing")
    func backAtTheEnd() async throws {
        // Given: back from whether to write it to the list, from there to the last answer, and from there to the one before.
        let back = ["", "<", "<", "<", "log", "7:00", "", "y"]
        let console = FakeConsole(isTerminal: true, lines: Self.answers + back)

        // When
        #expect(await console.run(["init", "home.yaml"], respond: Self.daemon) == 0, "\(console.seen.error)")

        // Then
        let file = String(decoding: try #require(console.seen.files["home.yaml"]), as: UTF8.self)
        #expect(file.contains("digest: \"07:00\""), "\(file)")
        #expect(!console.seen.error.contains("Nothing was written"))
        #expect(console.seen.output.components(of: "What you said") == 3)
    }

    @Test("where no channel is configured, it says how to configure one")
    func noChannel() async throws {
        let console = FakeConsole(isTerminal: true, lines: ["", "", "Maya", "", "", "", ""])
        #expect(
            await console.run(["init", "home.yaml"]) { request in
                request.target.contains("/status") ? try .document("status") : try Self.daemon(request)
            } == 1
        )
        #expect(console.seen.output.contains("No channel is configured"), "\(console.seen.output)")
    }

    @Test(
        "calendars are addresses, or files that are there",
        arguments: [
            ("", "none"), ("https://school.example/a.ics", "address https://school.example/a.ics"),
            ("webcal://school.example/a.ics", "address webcal://school.example/a.ics"), ("https://", "no"),
            ("school.ics", "file /home/maya/school.ics"), ("~/school.ics", "file /home/maya/school.ics"),
            ("file:///home/maya/school.ics", "file /home/maya/school.ics"), ("gone.ics", "no"), ("ftp://x/a.ics", "no"),
        ]
    )
    func calendars(answer: String, expected: String) {
        let console = FakeConsole(
            environment: ["PWD": "/home/maya", "HOME": "/home/maya"],
            files: ["/home/maya/school.ics": "BEGIN:VCALENDAR"]
        )
        let words =
            switch Result(catching: { try Answers.calendar(answer, console.console) }) {
            case .success(.address(let address)?): "address \(address)"
            case .success(.file(let path)?): "file \(path)"
            case .success(nil): "none"
            case .failure: "no"
            }
        #expect(words == expected)
    }

    @Test(
        "servers in one's own network are known",
        arguments: [
            ("http://192.168.1.5:8080/a.ics", true), ("https://nas.local/a", true), ("http://localhost/a", true),
            ("https://172.20.0.1/", true), ("https://172.40.0.1/", false), ("https://school.example/a", false),
            ("https://maya:secret@10.0.0.2/a", true),
        ]
    )
    func atHome(address: String, isAtHome: Bool) {
        #expect(Answers.isAtHome(address) == isAtHome)
    }

    /// A daemon without a household, with two channels, of which one does not work.
    @Sendable private static func daemon(_ request: WireRequest) throws -> WireResponse {
        let path = request.target.split(separator: "?")[0]
        if path == "/v1/status" {
            let status = String(decoding: try TestFiles.document("status"), as: UTF8.self)
            let channels =
                #""channels":[{"name":"log","kind":"journal"},{"name":"phone","kind":"ntfy","address":"topic"}]"#
            return WireResponse(status: 200, body: Array(("{\(channels)," + status.trimmed.dropFirst()).utf8))
        }
        let bodies: [Substring: String] = [
            "/v1/people": #""people":[]"#,
            "/v1/dates":
                #""rule":"FREQ=DAILY","start":"2026-01-01T12:00","zone":"Europe/Berlin","dates":["2026-11-23T12:00:00+01:00"]"#,
            "/v1/household": change, "/v1/people/edit": change,
            "/v1/feeds":
                #""feeds":[{"id":"f","name":"f","role":"closure","address":"a","closes":[],"entries":3,"ahead":3}]"#,
            "/v1/notify/test": #""names":{},"rows":[\#(row(1, "phone", "pending", 0)),\#(row(2, "log", "sent", 1))]"#,
            "/v1/outbox": #""names":{},"rows":[\#(row(1, "phone", "dead", 1)),\#(row(2, "log", "sent", 1))]"#,
        ]
        guard let body = bodies[path] else { throw FakeConsole.Unexpected() }
        let head = #"{"schema":1,"now":"2026-11-23T08:00:00+01:00","timeZone":"Europe/Berlin","#
        return WireResponse(status: 200, body: Array((head + body + "}").utf8))
    }

    private static let change =
        #""dryRun":false,"change":1,"understood":[],"things":[],"created":[],"resolved":[],"warnings":[],"clashes":[],"names":{}"#

    private static func row(_ id: Int, _ channel: String, _ state: String, _ attempts: Int) -> String {
        let error = state == "dead" ? #","error":"no such topic""# : ""
        return
            #"{"id":\#(id),"message":"test","kind":"test","person":"maya","channel":"\#(channel)","isConfigured":true,"#
            + #""title":"famplan: a test","state":"\#(state)","createdAt":"2026-11-23T08:00:00+01:00","attempts":\#(attempts)\#(error)}"#
    }
}

extension String {
    /// How often it holds the text.
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}
