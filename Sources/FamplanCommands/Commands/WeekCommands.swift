internal import ArgumentParser
internal import FamplanClient

/// `famplan week`
struct WeekCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "The week, drawn: a lane for each person, gaps and conflicts marked."
    )

    @Argument(help: "A day of the week to draw: this week’s where none is given.")
    var date: [String] = []

    @Flag(help: "What was planned and what was really done, a lane each.")
    var planVsActual = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let day = date.isEmpty ? nil : date.joined(separator: " ")
        let answer = try await session.client.week(date: day, logged: planVsActual)
        if planVsActual {
            try session.show(answer, with: ComparedWeekRenderer())
        } else {
            try session.show(answer, with: WeekRenderer())
        }
        return .done
    }
}

/// `famplan now`
struct NowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "now",
        abstract: "Who is where, and who has the children, this minute."
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.now(), with: NowRenderer())
        return .done
    }
}
