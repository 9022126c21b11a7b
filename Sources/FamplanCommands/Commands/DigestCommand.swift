internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan digest`
struct DigestCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "The daily digest, just as it would be sent.",
        discussion: "famplan digest --html > digest.html"
    )

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whose: yours where none is given.", valueName: "person"),
        completion: .live(.person)
    )
    var person: String?

    @Option(help: ArgumentHelp("The day that it is about: today where none is given.", valueName: "date"))
    var date: String?

    @Flag(help: "With the week’s balance, as on the day of the week that has it.")
    var balance = false

    @Flag(help: "The HTML document of the mail.")
    var html = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.digest(for: person, date: date, balance: balance)
        guard html, !session.json else {
            try session.show(answer, with: DigestRenderer())
            return .done
        }
        let text = try answer.document().body.html
        // A file gets every byte; a terminal none that it would obey.
        try session.console.print(session.console.isOutputTerminal ? CleanText.block(text) : text)
        return .done
    }
}
