internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan outbox`: alone, the list.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "What is on its way to people, and what became of it.",
        subcommands: [OutboxListCommand.self, OutboxRetryCommand.self, OutboxDropCommand.self],
        defaultSubcommand: OutboxListCommand.self
    )
}

/// `famplan outbox list`
struct OutboxListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The newest messages first.",
        discussion: "famplan outbox list --limit 5"
    )

    @Option(help: ArgumentHelp("At most so many messages.", valueName: "n"))
    var limit: Int?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.outbox(limit: limit), with: OutboxRenderer())
        return .done
    }
}

/// `famplan outbox retry`
struct OutboxRetryCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try a message again now, as if it had not been tried.",
        discussion: "famplan outbox retry 7"
    )

    @Argument(
        help: ArgumentHelp("The number of a message: famplan outbox.", valueName: "n"),
        completion: .live(.message)
    )
    var id: Int

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.retry(OutboxRequest(id: id)), with: OutboxRenderer())
        return .done
    }
}

/// `famplan outbox drop`
struct OutboxDropCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Do not send a message that waits or was given up.",
        discussion: "famplan outbox drop 7"
    )

    @Argument(
        help: ArgumentHelp("The number of a message: famplan outbox.", valueName: "n"),
        completion: .live(.message)
    )
    var id: Int

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.drop(OutboxRequest(id: id)), with: OutboxRenderer())
        return .done
    }
}
