internal import ArgumentParser
internal import FamplanClient

/// `famplan balance`
struct BalanceCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Where the time goes: care, work, admin, own time, time together and one-on-one; the goals."
    )

    @OptionGroup
    var range: RangeOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.balance(from: range.from, to: range.to)
        try session.show(answer, with: BalanceRenderer())
        return .done
    }
}
