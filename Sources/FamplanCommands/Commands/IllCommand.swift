internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan ill`
struct IllCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "ill",
        abstract: "A child is ill and stays at home: school and activities go on without it; gaps are shown.",
        discussion: """
            famplan ill noah
            famplan ill noah --until fri
            """
    )

    @Argument(help: "The child.", completion: .live(.child))
    var person: String

    @Option(help: ArgumentHelp("The last day at home; today where none is given.", valueName: "date"))
    var until: String?

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = IllRequest(person: person, until: until, options: changing.options)
        try session.show(try await session.client.ill(request), with: ChangeRenderer())
        return .done
    }
}
