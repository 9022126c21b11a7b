import FamplanClient
import FamplanCommands
import Testing

@Suite struct ExitStatusTests {
    @Test(
        "what the daemon says no to has its exit code, in words on stderr and as a document with --json",
        arguments: [
            ("invalid", 2), ("invalid-file", 1), ("not-found", 4), ("conflicts", 3), ("clash", 1), ("not-allowed", 5),
            ("too-large", 1), ("no-route", 1), ("busy", 75), ("storage", 1), ("internal", 1),
        ] as [(String, Int32)]
    )
    func refusals(kind: String, code: Int32) async {
        let people = FakeConsole()
        let programs = FakeConsole()

        let status = await people.run("now") { _ in .refusal(kind, message: "cannot see") }
        let same = await programs.run("now", "--json") { _ in .refusal(kind, message: "cannot see") }

        #expect(status == code)
        #expect(same == code)
        #expect(people.seen.error == "famplan: cannot see\n  a detail\n")
        #expect(people.seen.output.isEmpty)
        #expect(programs.seen.error.isEmpty)
        #expect(
            programs.seen.output
                == #"{"error":{"kind":"\#(kind)","message":"cannot see","details":["a detail"]}}"# + "\n"
        )
    }

    @Test("a daemon that is not there: 69, the socket that was tried, and how to start it")
    func unreachable() async {
        let console = FakeConsole()
        let respond: @Sendable (WireRequest) throws -> WireResponse = { _ in
            throw ClientError.unreachable(path: "/x.sock", reason: "connection refused")
        }

        #expect(await console.run(["status"], respond: respond) == 69)
        #expect(console.seen.error.contains("cannot reach the daemon at /x.sock: connection refused"))
        #expect(console.seen.error.contains("systemctl start famplan"))
        #expect(console.seen.error.contains("famplan-daemon --state DIR --socket /x.sock"))

        #expect(await console.run(["status", "--json"], respond: respond) == 69)
        #expect(console.seen.output.hasPrefix(#"{"error":{"details":["#))
        #expect(console.seen.output.contains(#""kind":"unreachable""#))
    }

    @Test(
        "what went wrong on the way has its exit code",
        arguments: [
            (ClientError.notAllowed(path: "/x"), 5), (.interrupted, 1), (.timedOut(seconds: 3), 1),
            (.tooLarge(limit: 5), 1), (.unreadable(status: 200, reason: "why"), 1),
        ] as [(ClientError, Int32)]
    )
    func connection(error: ClientError, code: Int32) async {
        let console = FakeConsole()

        #expect(await console.run("now") { _ in throw error } == code)
        #expect(console.seen.error.hasPrefix("famplan: "))
    }

    @Test(
        "a socket that may not be opened: who may is said, and how another is named",
        arguments: [
            ("/run/famplan/famplan.sock", "The group family may: sudo adduser YOU family"),
            ("/srv/f.sock", "Whose it is: ls -l /srv/f.sock"),
        ]
    )
    func notAllowed(path: String, help: String) async {
        let console = FakeConsole()
        #expect(await console.run("now") { _ in throw ClientError.notAllowed(path: path) } == 5)
        #expect(console.seen.error.contains("cannot open the daemon’s socket \(path): permission denied"))
        #expect(console.seen.error.contains(help), "\(console.seen.error)")
        #expect(console.seen.error.contains("--socket PATH or FAMPLAN_SOCKET"))
    }

    @Test("an answer with times that can't be read is a failure, not a crash")
    func unreadableTime() async throws {
        let console = FakeConsole()
        let body = #"{"schema":1,"now":"soon","timeZone":"Europe/Berlin","people":[],"children":[],"conflicts":[]}"#

        #expect(await console.run("now") { _ in WireResponse(status: 200, body: Array(body.utf8)) } == 1)
        #expect(console.seen.error.contains("“soon” is not an RFC 3339 time"))
    }

    @Test(
        "what can't be read on the command line: 2, with the usage",
        arguments: [
            ["bogus"], ["agenda", "--bogus"], ["add"], ["edit", "a"], ["skip", "a"], ["move", "a"],
            ["rm", "a", "--following"], ["export", "--household", "--who", "noah"], ["dates", "FREQ=DAILY"],
            ["undo", "x"], ["--color", "red", "now"],
            ["import", "x.ics", "--as", "party"], ["export", "--format", "csv"],
        ]
    )
    func usage(arguments: [String]) async {
        let people = FakeConsole()
        let programs = FakeConsole()

        #expect(await people.run(arguments, respond: { _ in throw FakeConsole.Unexpected() }) == 2)
        #expect(people.seen.error.contains("Usage: famplan"))
        #expect(people.seen.output.isEmpty)

        #expect(await programs.run(arguments + ["--json"], respond: { _ in throw FakeConsole.Unexpected() }) == 2)
        #expect(programs.seen.output.contains(#""kind":"usage""#))
        #expect(programs.seen.error.isEmpty)
    }

    @Test(
        "an option that there is not is named, also where nothing else is given",
        arguments: [["edit", "a", "--titel", "x"], ["person", "edit", "maya", "--languge", "de"]]
    )
    func mistyped(arguments: [String]) async {
        let console = FakeConsole()
        #expect(await console.run(arguments, respond: { _ in throw FakeConsole.Unexpected() }) == 2)
        #expect(console.seen.error.contains("Unknown option '\(arguments[arguments.count - 2])'"))
    }

    @Test(
        "help and version are answers",
        arguments: [[], ["--help"], ["help", "add"], ["week", "-h"], ["--version"]]
    )
    func help(arguments: [String]) async {
        let console = FakeConsole()

        #expect(await console.run(arguments, respond: { _ in throw FakeConsole.Unexpected() }) == 0)
        #expect(console.seen.error.isEmpty)
        let isVersion = arguments == ["--version"]
        #expect(console.seen.output.contains(isVersion ? "0.1" : "USAGE: famplan"))
    }

    @Test(
        "conflicts --check exits with 3 where there are any, and with 0 where there are none",
        arguments: [[], ["--json"]]
    )
    func check(more: [String]) async {
        let console = FakeConsole()

        #expect(await console.run(["conflicts", "--check"] + more) { _ in try .document("conflicts") } == 3)
        #expect(await console.run(["conflicts", "--check"] + more) { _ in try .document("conflicts-none") } == 0)
        #expect(await console.run(["conflicts"] + more) { _ in try .document("conflicts") } == 0)
    }

    @Test("a strict change that is refused names the conflicts it would create")
    func strict() async throws {
        let console = FakeConsole()
        let body = """
            {"error":{"kind":"conflicts","message":"cannot add “Call”: it creates 1 conflict",
            "details":["Nobody can fetch Noah"],"created":[
            {"id":null,"kind":"handover","severity":"critical","status":"open","people":["noah"],"resource":null,
            "stream":null,"start":"2026-11-25T14:15:00+01:00","end":"2026-11-25T14:30:00+01:00","occurrences":[],
            "message":"Nobody can fetch Noah"}]}}
            """

        let status = await console.run("add", "work", "--strict") { _ in
            WireResponse(status: 409, body: Array(body.utf8))
        }

        #expect(status == 3)
        #expect(console.seen.error.ranges(of: "Nobody can fetch Noah").count == 1)
        #expect(console.seen.error.contains("! Nobody can fetch Noah"))
        #expect(console.seen.error.contains("Wed 25 Nov 14:15–14:30"))
    }
}
