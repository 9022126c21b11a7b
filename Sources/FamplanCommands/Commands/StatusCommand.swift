internal import ArgumentParser
internal import FamplanClient

/// `famplan status`
struct StatusCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How the daemon is.",
        discussion: """
            famplan status
            famplan status --json
            """
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.status(), with: StatusRenderer())
        return .done
    }
}
