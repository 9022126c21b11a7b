internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan history`
struct HistoryCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Who changed what, when, before and after.",
        discussion: """
            famplan history
            famplan history noah-school --limit 5
            """
    )

    @Argument(help: "The id of one thing: its changes alone, in full.", completion: .live(.entry))
    var id: String?

    @Option(help: ArgumentHelp("At most so many changes.", valueName: "n"))
    var limit: Int?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.history(limit: limit, thing: id)
        try session.show(answer, with: HistoryRenderer(isFull: id != nil))
        return .done
    }
}

/// `famplan undo`
struct UndoCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a change back: your own last where none is given.",
        discussion: """
            famplan undo
            famplan undo 42 --dry-run
            Taking a change back is a change too. It is refused if the same thing was changed again since.
            """
    )

    @Argument(
        help: ArgumentHelp("The number of a change: famplan history.", valueName: "n"),
        completion: .live(.change)
    )
    var change: Int?

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.undo(UndoRequest(change: change, options: changing.options))
        try session.show(answer, with: ChangeRenderer())
        return .done
    }
}
