internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan notify`
struct NotifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "How people are reached.",
        subcommands: [NotifyTestCommand.self]
    )
}

/// `famplan notify test`
struct NotifyTestCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send somebody a message to see whether it arrives.",
        discussion: "famplan notify test --for maya --channel email"
    )

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom; else you.", valueName: "person"),
        completion: .live(.person)
    )
    var person: String?

    @Option(help: ArgumentHelp("Through one channel alone.", valueName: "name"), completion: .live(.channel))
    var channel: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = TestNotificationRequest(person: person, channel: channel)
        try session.show(try await session.client.testNotification(request), with: OutboxRenderer())
        return .done
    }
}
