internal import ArgumentParser
internal import FamplanClient

/// `famplan balance`
struct BalanceCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Where the time goes: care, work, admin, own time, time together and one-on-one; the goals.",
        discussion: """
            famplan balance
            famplan balance --weeks 8
            Planned, and beside it what was really done where it was logged. --weeks 8 draws the last eight weeks one by one.
            """
    )

    @Option(help: ArgumentHelp("So many weeks one by one, up to this one or that before --to.", valueName: "n"))
    var weeks: Int?

    @OptionGroup
    var range: RangeOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        guard weeks == nil || range.from == nil else {
            throw Self.usage("cannot take both --weeks and --from: say --weeks and, if you like, --to")
        }
        let answer = try await session.client.balance(from: range.from, to: range.to, weeks: weeks)
        if weeks != nil {
            try session.show(answer, with: TrendRenderer())
        } else {
            try session.show(answer, with: BalanceRenderer())
        }
        return .done
    }
}
