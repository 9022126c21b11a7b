import FamplanAPI
import FamplanClient
import FamplanCommands
import FoundationEssentials
import Testing

@Suite struct ArgumentTests {
    private func posted<Request: Decodable>(
        _ type: Request.Type,
        _ arguments: [String],
        answer: String = "change"
    ) async throws -> Request {
        let console = FakeConsole(files: ["a.ics": "BEGIN:VCALENDAR"])
        _ = await console.run(arguments) { _ in try .document(answer) }
        let request = try #require(console.seen.requests.first, "\(console.seen.error)")
        return try JSONDecoder().decode(type, from: Data(#require(request.body)))
    }

    @Test(
        "an option is the field of the same name",
        arguments: [
            (["--title", "Dentist"], ["title": ["Dentist"]]),
            (["--title", "- bring card"], ["title": ["- bring card"]]),
            (["--note", "a, b"], ["note": ["a, b"]]), (["--who", "maya"], ["people": ["maya"]]),
            (["--who", "maya,kofi", "--people", "noah"], ["people": ["maya", "kofi", "noah"]]),
            (["--for", "noah, ada"], ["for": ["noah", "ada"]]), (["--stream", "northwind"], ["stream": ["northwind"]]),
            (["--place", "school"], ["place": ["school"]]), (["--attention", "call"], ["attention": ["call"]]),
            (["--start", "fri 15:00"], ["start": ["fri 15:00"]]), (["--end", "16:00"], ["end": ["16:00"]]),
            (["--from", "fri 15:00", "--to", "16:00"], ["start": ["fri 15:00"], "end": ["16:00"]]),
            (["--duration", "90m"], ["duration": ["90m"]]), (["--all-day"], ["allDay": ["true"]]),
            (["--allDay"], ["allDay": ["true"]]), (["--time-zone", "Europe/Paris"], ["timeZone": ["Europe/Paris"]]),
            (["--timeZone=Europe/Paris"], ["timeZone": ["Europe/Paris"]]),
            (["--repeat", "FREQ=WEEKLY;BYDAY=MO,TU"], ["repeat": ["FREQ=WEEKLY;BYDAY=MO,TU"]]),
            (
                ["--also", "2026-12-01T09:00", "--also", "2026-12-02T09:00"],
                ["also": ["2026-12-01T09:00", "2026-12-02T09:00"]]
            ),
            (["--except", "2026-12-24,2026-12-28/2027-01-03"], ["except": ["2026-12-24", "2026-12-28/2027-01-03"]]),
            (["--resources", "car", "--resource", "quiet-room"], ["resources": ["car", "quiet-room"]]),
            (["--drop-off", "kofi"], ["dropOff": ["kofi"]]), (["--dropOff", "kofi"], ["dropOff": ["kofi"]]),
            (["--pick-up", "maya"], ["pickUp": ["maya"]]), (["--pickUp", "maya"], ["pickUp": ["maya"]]),
            (["--remind", "15m"], ["remind": ["15m"]]), (["--movable", "day"], ["movable": ["day"]]),
            (["--url", "https://x"], ["url": ["https://x"]]), (["--tentative"], ["tentative": ["true"]]),
            (["--no-busy"], ["busy": ["false"]]), (["--busy"], ["busy": ["true"]]),
            (["--supervised"], ["supervised": ["true"]]), (["--private"], ["private": ["true"]]),
            (["--not-private"], ["private": ["false"]]),
        ] as [([String], EntryFields)]
    )
    func fields(options: [String], fields: EntryFields) async throws {
        let added = try await posted(AddRequest.self, ["add", "appointment"] + options)
        let edited = try await posted(EditRequest.self, ["edit", "dentist@2026-11-24"] + options)

        #expect(added.fields == fields.merging(["kind": ["appointment"]]) { $1 })
        #expect(added.id == nil)
        #expect(edited.fields == fields)
        #expect(edited.target == EntryTarget(name: "dentist@2026-11-24"))
    }

    @Test("a swap is asked for and answered as the words say")
    func swaps() async throws {
        let words = [
            "swap", "ask", "football@2026-11-25", "--to", "kofi", "--for", "bedtime@2026-11-26", "--only", "people",
            "--reason", "a call", "--by", "tue 20:00", "--dry-run",
        ]
        let asked = try await posted(SwapRequest.self, words, answer: "swap")
        #expect((asked.target, asked.to, asked.offer) == ("football@2026-11-25", "kofi", "bedtime@2026-11-26"))
        #expect((asked.parts, asked.reason, asked.by) == (["people"], "a call", "tue 20:00"))
        #expect(asked.options == ChangeOptions(dryRun: true))
        let answer = ["swap", "answer", "3", "counter", "--for", "bedtime@2026-11-26"]
        let answered = try await posted(SwapAnswerRequest.self, answer, answer: "swap")
        #expect((answered.swap, answered.answer, answered.offer) == (3, .counter, "bedtime@2026-11-26"))
        #expect(try await posted(WithdrawSwapRequest.self, ["swap", "withdraw", "3"], answer: "swap").swap == 3)
    }

    @Test(
        "what does not belong to an answer is refused before anybody is asked",
        arguments: [
            ["3", "counter"], ["3", "yes", "--for", "x"], ["3", "no", "--by", "fri"], ["3", "perhaps"],
            ["three", "yes"],
        ]
    )
    func wrongAnswers(arguments: [String]) async throws {
        let console = FakeConsole()
        let status = await console.run(["swap", "answer"] + arguments) { _ in try .document("swap") }
        #expect(status == 2)
        #expect(console.seen.requests.isEmpty)
    }

    @Test(
        "an empty value takes a field away",
        arguments: [("--pick-up", "pickUp"), ("--who", "people"), ("--note", "note")]
    )
    func emptyFields(option: String, field: String) async throws {
        let edited = try await posted(EditRequest.self, ["edit", "a", option, ""])
        #expect(edited.fields == [field: []])
    }

    @Test("what is added in words is sent as it is; a kind as a word of its own is none of them")
    func phrases() async throws {
        let quoted = try await posted(AddRequest.self, ["add", "School play fri 17:00 @noah"])
        #expect(quoted.phrase == "School play fri 17:00 @noah")
        #expect(quoted.fields.isEmpty)

        let words = try await posted(
            AddRequest.self,
            ["add", "away", "Berlin", "tue", "until", "thu", "+3d", "--busy"]
        )
        #expect(words.phrase == "Berlin tue until thu +3d")
        #expect(words.fields == ["kind": ["away"], "busy": ["true"]])

        let fields = try await posted(AddRequest.self, ["add", "care", "--title", "Afternoon"])
        #expect(fields.phrase == nil)
    }

    @Test("changing commands say what they are about, and how it is to be done")
    func targets() async throws {
        let add = try await posted(AddRequest.self, ["add", "work", "--id", "x", "--dry-run", "--strict"])
        #expect(add.id == "x")
        #expect(add.options == ChangeOptions(dryRun: true, strict: true))

        let move = try await posted(MoveRequest.self, ["move", "a@2026-11-24", "next", "fri", "15:00", "--following"])
        #expect(move.target == EntryTarget(name: "a@2026-11-24", following: true))
        #expect(move.when == "next fri 15:00")

        let skip = try await posted(RemoveRequest.self, ["skip", "a@2026-11-24"])
        #expect(skip.target == EntryTarget(name: "a@2026-11-24"))

        let take = try await posted(TakeRequest.self, ["suggest", "k7q2m9fa", "--take", "2", "--dry-run"])
        #expect(take.conflict == "k7q2m9fa" && take.number == 2 && take.options == ChangeOptions(dryRun: true))

        let ill = try await posted(IllRequest.self, ["ill", "noah", "--until", "fri", "--strict"])
        #expect(ill.person == "noah" && ill.until == "fri" && ill.options == ChangeOptions(strict: true))

        let undo = try await posted(UndoRequest.self, ["undo", "42", "--dry-run"])
        #expect(undo.change == 42)
        #expect(undo.options.dryRun)
        #expect(try await posted(UndoRequest.self, ["undo"]).change == nil)
    }

    @Test("messages are named by their number, and whom to try by name")
    func outbox() async throws {
        #expect(try await posted(OutboxRequest.self, ["outbox", "retry", "7"], answer: "outbox").id == 7)
        #expect(try await posted(OutboxRequest.self, ["outbox", "drop", "8"], answer: "outbox").id == 8)
        let test = try await posted(
            TestNotificationRequest.self,
            ["notify", "test", "--for", "maya", "--channel", "email"],
            answer: "outbox"
        )
        #expect(test.person == "maya")
        #expect(test.channel == "email")
        let own = try await posted(TestNotificationRequest.self, ["notify", "test"], answer: "outbox")
        #expect(own.person == nil && own.channel == nil)
    }

    @Test("what a person wants to be told goes by the keys of the household file")
    func person() async throws {
        let request = try await posted(
            PersonRequest.self,
            [
                "person", "edit", "maya", "--digest", "06:45", "--quiet", "22:00-06:30", "--balance", "sunday",
                "--language", "de", "--channel", "phone=warning,no-reminders", "--no-channel", "mail", "--per-day",
                "8h",
                "--unix-user", "", "--dry-run",
            ],
            answer: "change"
        )
        #expect(request.person == "maya" && request.options.dryRun)
        #expect(
            request.fields == [
                "notify.digest": ["06:45"], "notify.quiet": ["22:00-06:30"], "notify.balance": ["sunday"],
                "notify.language": ["de"], "work.perDay": ["8h"], "unixUser": [],
            ]
        )
        #expect(request.channels == ["phone=warning,no-reminders"] && request.without == ["mail"])
        let added = try await posted(
            PersonRequest.self,
            ["person", "add", "opa", "--role", "carer", "--name", "Opa"],
            answer: "change"
        )
        #expect(added.person == "opa" && added.fields == ["role": ["carer"], "name": ["Opa"]])
        #expect(try await posted(RemovePersonRequest.self, ["person", "rm", "opa"], answer: "change").person == "opa")
    }

    @Test(
        "what is said of a place, a resource and a goal goes by the keys of the household file",
        arguments: [
            (
                "place add zoo --name 'City zoo' --minutes 25 --travel school=30 --no-travel pool", "places", "zoo",
                ["name": ["City zoo"], "minutesFromHome": ["25"], "travel": ["school=30", "pool="]]
            ),
            ("place edit school --minutes-from-home 20", "places/edit", "school", ["minutesFromHome": ["20"]]),
            ("place edit school --minutesFromHome 20", "places/edit", "school", ["minutesFromHome": ["20"]]),
            ("resource add car", "resources", "car", [:]),
            ("resource edit car --name", "resources/edit", "car", ["name": []]),
            (
                "goal add split --kind care-share --person kofi --between 40%–60% --weeks 4", "goals", "split",
                ["kind": ["care-share"], "person": ["kofi"], "between": ["40%", "60%"], "weeks": ["4"]]
            ),
            (
                "goal edit us --min 8h --between 40%,60%", "goals/edit", "us",
                ["min": ["8h"], "between": ["40%", "60%"]]
            ),
            ("goal edit g --child noah", "goals/edit", "g", ["child": ["noah"]]),
        ] as [(String, String, String, EntryFields)]
    )
    func things(line: String, address: String, id: String, fields: EntryFields) async throws {
        var words = ShellWords(line).words
        if words.last == "--name" { words.append("") }
        let request = try await posted(ThingRequest.self, words + ["--dry-run", "--strict"])
        #expect(request.id == id && request.fields == fields)
        #expect(request.options == ChangeOptions(dryRun: true, strict: true))
        let console = FakeConsole()
        _ = await console.run(words) { _ in .refusal("internal") }
        #expect(console.seen.requests.map(\.target) == ["/v1/\(address)"])
    }

    @Test(
        "every kind of thing is listed, shown and taken out in the same words",
        arguments: [
            ("person", "people"), ("place", "places"), ("resource", "resources"), ("stream", "streams"),
            ("goal", "goals"),
        ]
    )
    func groups(noun: String, plural: String) async {
        for (words, target) in [
            ([noun], "/v1/\(plural)"), ([noun, "list"], "/v1/\(plural)"),
            ([noun, "show", "x"], "/v1/\(plural)?\(noun)=x"), ([noun, "rm", "x"], "/v1/\(plural)/remove"),
        ] {
            let console = FakeConsole()
            _ = await console.run(words) { _ in .refusal("internal") }
            #expect(console.seen.requests.map(\.target) == [target])
        }
        let console = FakeConsole()
        #expect(await console.run([noun, "edit", "x"]) { _ in .refusal("internal") } == 2)
        #expect(console.seen.requests.isEmpty && console.seen.error.contains("no field is given"))
    }

    @Test("import sends the file's bytes and what every entry is to be")
    func importing() async throws {
        let request = try await posted(
            ImportRequest.self,
            ["import", "a.ics", "--as", "school", "--who", "noah", "--place", "school", "--dry-run"],
            answer: "import"
        )

        #expect(Data(base64Encoded: request.base64) == Data("BEGIN:VCALENDAR".utf8))
        #expect(request.name == "a.ics")
        #expect(request.fields == ["kind": ["school"], "people": ["noah"], "place": ["school"]])
        #expect(request.options.dryRun)
    }

    @Test(
        "reading commands ask for what was given",
        arguments: [
            (["today"], "/v1/day"), (["today", "--who", "maya"], "/v1/day?who=maya"),
            (["agenda", "--who", "maya"], "/v1/agenda?who=maya"),
            (["week"], "/v1/week"), (["week", "next", "fri"], "/v1/week?date=next%20fri"), (["now"], "/v1/now"),
            (["month"], "/v1/month"), (["month", "next", "month"], "/v1/month?month=next%20month"),
            (["conflicts", "--from", "fri", "--severity", "critical"], "/v1/conflicts?from=fri&severity=critical"),
            (["conflicts", "--new"], "/v1/conflicts?since=yesterday"),
            (["conflicts", "--since", "2026-11-20", "--resolved"], "/v1/conflicts?since=2026-11-20&resolved=true"),
            (["suggest", "k7q2m9fa"], "/v1/suggestions?conflict=k7q2m9fa"),
            (["coverage", "--child", "noah"], "/v1/coverage?child=noah"),
            (["balance", "--from", "mon", "--to", "+1w"], "/v1/balance?from=mon&to=%2B1w"),
            (["digest"], "/v1/digest"), (["digest", "--for", "kofi", "--html"], "/v1/digest?for=kofi"),
            (["digest", "--date", "fri", "--balance"], "/v1/digest?date=fri&balance=true"),
            (["history", "--limit", "3", "noah-school"], "/v1/history?limit=3&thing=noah-school"),
            (["outbox"], "/v1/outbox"), (["outbox", "list", "--limit", "3"], "/v1/outbox?limit=3"),
            (["status"], "/v1/status"), (["export", "--household"], "/v1/household"),
            (["export", "--who", "noah", "--from", "today"], "/v1/export?who=noah&from=today"),
        ]
    )
    func reading(arguments: [String], target: String) async {
        let console = FakeConsole()
        _ = await console.run(arguments) { _ in .refusal("internal") }
        #expect(console.seen.requests.map(\.target) == [target])
    }

    @Test("--dry-run is about taking a suggestion, not about looking at them")
    func dryLook() async {
        let console = FakeConsole()
        #expect(await console.run("suggest", "k7q2m9fa", "--dry-run") == 2)
        #expect(console.seen.requests.isEmpty)
        #expect(console.seen.error.contains("--dry-run and --strict go with --take"))
    }

    @Test("new is since yesterday: with another day there is nothing to ask")
    func newAndSince() async {
        let console = FakeConsole()
        #expect(await console.run("conflicts", "--new", "--since", "2026-11-20") == 2)
        #expect(console.seen.requests.isEmpty)
        #expect(console.seen.error.contains("--new is --since yesterday: give one of the two"))
    }

    @Test(
        "what every command takes stands before or after its name",
        arguments: [["--socket", "/x.sock", "--json", "now"], ["now", "--json", "--socket=/x.sock"]]
    )
    func shared(arguments: [String]) async throws {
        let console = FakeConsole(environment: ["FAMPLAN_SOCKET": "/y.sock"])

        #expect(await console.run(arguments) { _ in try .document("now") } == 0)
        #expect(console.seen.sockets == ["/x.sock"])
        #expect(console.seen.output == String(decoding: try TestFiles.document("now"), as: UTF8.self))
    }

    @Test("FAMPLAN_SOCKET names the socket where the option does not")
    func environment() async {
        let console = FakeConsole(environment: ["FAMPLAN_SOCKET": "/y.sock"])
        _ = await console.run("now") { _ in .refusal("internal") }
        #expect(console.seen.sockets == ["/y.sock"])
    }
}
