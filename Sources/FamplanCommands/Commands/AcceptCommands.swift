internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan accept`
struct AcceptCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Live with a conflict: it stays in view, and is open again if it gets worse.",
        discussion: """
            Of several, all are accepted or none is.

            Examples:
              famplan accept k7q2m9fa --reason 'the neighbour looks in' --until fri
              famplan accept k7q2m9fa x7j8jchx --reason 'the neighbour looks in'
            """
    )

    @Argument(
        help: ArgumentHelp("The ids of the conflicts, as famplan conflicts shows them.", valueName: "id"),
        completion: .live(.conflict)
    )
    var ids: [String]

    @Option(help: ArgumentHelp("Why it is all right.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Open again from that day on.", valueName: "date"))
    var until: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = AcceptRequest(id: ids[0], also: Array(ids.dropFirst()), reason: reason, until: until)
        try session.show(try await session.client.accept(request), with: ConflictAnswerRenderer())
        return .done
    }
}

/// `famplan reopen`
struct ReopenCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "No longer live with a conflict that was accepted.",
        discussion: "famplan reopen k7q2m9fa"
    )

    @Argument(help: ArgumentHelp("The ids of the conflicts.", valueName: "id"), completion: .live(.conflict))
    var ids: [String]

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = ReopenRequest(id: ids[0], also: Array(ids.dropFirst()))
        try session.show(try await session.client.reopen(request), with: ConflictAnswerRenderer())
        return .done
    }
}
