internal import ArgumentParser
internal import FamplanClient

/// `famplan week`
struct WeekCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "The week, drawn: a lane for each person, gaps and conflicts marked.",
        discussion: """
            famplan week
            famplan week next
            famplan week 24 Dec --plan-vs-actual
            """
    )

    @Argument(help: "The week, or a day of it: next, last, +2, “24 Dec”; this one where none is given.")
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

/// `famplan month`
struct MonthCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "month",
        abstract: "The month, drawn: what has whole days, what is due, and where nobody has the children.",
        discussion: """
            Each day has the mark of the worst conflict that begins on it, and a strip from six to ten that shows by whom the \
            children are looked after, gaps marked.

            Examples:
              famplan month
              famplan month next
              famplan month dec
              famplan month 2027-03
            """
    )

    @Argument(help: "The month, or a day of it: 2026-12, dec, next, +2; this one where none is given.")
    var month: [String] = []

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let words = month.isEmpty ? nil : month.joined(separator: " ")
        try session.show(try await session.client.month(words), with: MonthRenderer())
        return .done
    }
}

/// `famplan now`
struct NowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "now",
        abstract: "Who is where, and who has the children, this minute.",
        discussion: "famplan now"
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.now(), with: NowRenderer())
        return .done
    }
}
