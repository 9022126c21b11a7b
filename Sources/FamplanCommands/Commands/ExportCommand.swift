internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan export`
struct ExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the household file from what the daemon knows.",
        discussion: "famplan export --household > household.yaml"
    )

    @Flag(help: "As a household file.")
    var household = false

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        guard !household else { return }
        throw ValidationError("cannot export: as what? (--household)")
    }

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.householdText()
        if session.json {
            try session.printDocument(answer.raw)
            return .done
        }
        let text = try answer.document().body.text
        // A file gets every byte; a terminal none that it would obey.
        try session.console.print(session.console.isOutputTerminal ? CleanText.block(text) : text)
        return .done
    }
}
