import FamplanAPI
import FamplanClient
import FamplanCommands
import Testing

@Suite struct IncomeCommandTests {
    private func output(_ arguments: [String], answer: String = "income") async -> (
        status: Int32, output: String, error: String
    ) {
        let console = FakeConsole()
        let status = await console.run(arguments) { _ in try .document(answer) }
        return (status, console.seen.output, console.seen.error)
    }

    @Test("--csv gives a row for each group, basis and currency; hours stand in the first alone")
    func csv() async {
        let (status, output, _) = await output(["income", "--csv"])
        #expect(status == 0)
        let lines = output.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.first
                == "stream,name,from,to,basis,currency,money,target,billable_minutes,other_minutes,admin_minutes,hourly,"
                + "hourly_currency"
        )
        #expect(lines.last == "")
        let fjord = lines.filter { $0.hasPrefix("fjord,") && $0.contains(",expected,") }
        #expect(
            fjord == [
                "fjord,\"Fjord, Analytics \"\"AS\"\"\",2026-11-01,2026-12-01,expected,EUR,440.00,3500.00,600,0,90.5,88.40,EUR",
                "fjord,\"Fjord, Analytics \"\"AS\"\"\",2026-11-01,2026-12-01,expected,USD,720.00,,,,,,",
            ]
        )
    }

    @Test("words that begin like a formula, and escape sequences, do nothing in a spreadsheet or a terminal")
    func formula() async {
        let output = await output(["income", "--csv"]).output
        #expect(output.contains("'=HYPERLINK(\"\"http://example.org\"\")"))
        #expect(!output.contains("\u{1B}"))
    }

    @Test("--csv and --json exclude each other")
    func both() async {
        let (status, said, _) = await output(["income", "--csv", "--json"])
        #expect(status == 2 && said.contains("--csv and --json exclude each other"), "\(said)")
    }

    @Test("the options are the daemon's parameters")
    func options() async throws {
        let console = FakeConsole()
        _ = await console.run(["income", "--from", "2026-01-01", "--to", "2027-01-01", "--by", "client"]) { _ in
            try .document("income")
        }
        #expect(console.seen.requests.first?.target == "/v1/income?from=2026-01-01&to=2027-01-01&by=client")
    }

    @Test("a stream's options are the fields of the household file")
    func stream() async throws {
        let console = FakeConsole()
        let arguments = [
            "stream", "add", "fjord", "--owner", "maya", "--kind", "client", "--no-billable", "--min", "8h",
            "--budget-hours",
            "120h", "--rate", "110/hour", "--from", "2026-12-01", "--dry-run",
        ]
        _ = await console.run(arguments) { _ in try .document("change") }
        let body = try #require(console.seen.requests.first?.body)
        let text = String(decoding: body, as: UTF8.self)
        for part in [
            #""stream":"fjord""#, #""owner":["maya"]"#, #""billable":["false"]"#, #""weekly.min":["8h"]"#,
            #""budget.hours":["120h"]"#, #""rate":"110/hour""#, #""from":"2026-12-01""#, #""dryRun":true"#,
        ] {
            #expect(text.replacing("\\/", with: "/").contains(part), "\(text)")
        }
        #expect(await FakeConsole().run("stream", "edit", "fjord") == 2)
    }
}
