internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan today`
struct TodayCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Today: a lane for each person, what is on, and what is wrong.",
        discussion: """
            A lane is drawn as wide as the terminal lets it: the wider, the finer. Below it stands all that is on, with the ids \
            that commands take, and today’s conflicts.

            Examples:
              famplan today
              famplan today --who noah
            """
    )

    @Option(help: ArgumentHelp("For one person alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.day(who: who), with: DayRenderer())
        return .done
    }
}

/// `famplan agenda`
struct AgendaCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "What is on, over a range; from today for 14 days where none is given.",
        discussion: """
            famplan agenda
            famplan agenda --from mon --to +1w --who noah
            """
    )

    @OptionGroup
    var range: RangeOptions

    @Option(help: ArgumentHelp("For one person alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.agenda(from: range.from, to: range.to, who: who)
        try session.show(answer, with: AgendaRenderer())
        return .done
    }
}

/// A time to look at.
struct RangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first day, or an instant.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The day, or instant, before which it ends.", valueName: "date"))
    var to: String?
}
