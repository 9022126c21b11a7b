internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan suggest`
struct SuggestCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Ways out of a conflict: what each would do, and what it costs.",
        discussion: """
            famplan suggest k7q2m9fa
            famplan suggest k7q2m9fa --take 1
            """
    )

    @Argument(
        help: ArgumentHelp("The conflict's id, as famplan conflicts shows it.", valueName: "id"),
        completion: .live(.conflict)
    )
    var id: String

    @Option(help: ArgumentHelp("Do what the suggestion of that number says.", valueName: "number"))
    var take: Int?

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        guard take == nil, changing.dryRun || changing.strict else { return }
        throw ValidationError("--dry-run and --strict go with --take: famplan suggest \(id) --take 1 --dry-run.")
    }

    func execute(in session: Session) async throws -> ExitStatus {
        if let take {
            let request = TakeRequest(conflict: id, number: take, options: changing.options)
            try session.show(try await session.client.take(request), with: ChangeRenderer())
        } else {
            try session.show(try await session.client.suggestions(for: id), with: SuggestionsRenderer())
        }
        return .done
    }
}
