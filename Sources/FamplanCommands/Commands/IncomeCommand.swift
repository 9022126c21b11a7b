internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan income`
struct IncomeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "income",
        abstract:
            "Hours and money, planned and actual; what the month and the quarter will bring, and what of it is at risk.",
        discussion: """
            famplan income
            famplan income --month last --by person
            famplan income --from 2026-01-01 --to 2027-01-01 --by client --csv
            This month where nothing is said.
            """
    )

    @Option(help: ArgumentHelp("A month: 2026-11, this, last, next.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The day after the last.", valueName: "date"))
    var to: String?

    @Option(help: "stream, person or client.", completion: .list(["stream", "person", "client"]))
    var by = "stream"

    @Flag(help: "Print comma-separated values (RFC 4180).")
    var csv = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        guard !(csv && shared.json) else { throw Self.usage("--csv and --json exclude each other") }
        let answer = try await session.client.income(month: month, from: from, to: to, by: by)
        if csv {
            try session.console.print(IncomeTable(try answer.document().body).csv)
        } else {
            try session.show(answer, with: IncomeRenderer())
        }
        return .done
    }
}
