internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan log`: alone, the list.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "What was really done: list it, add to it, mend it.",
        subcommands: [
            LogListCommand.self, LogAddCommand.self, LogEditCommand.self, LogRemoveCommand.self, LogExportCommand.self,
            LogImportCommand.self,
        ],
        defaultSubcommand: LogListCommand.self
    )
}

/// `famplan log list`
struct LogListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What was really done, day by day; the last week where nothing is said.",
        discussion: """
            famplan log
            famplan log list --from mon --who maya --stream northwind
            """
    )

    @OptionGroup
    var range: RangeOptions

    @Option(help: ArgumentHelp("One person’s alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @Option(help: ArgumentHelp("Work on one stream alone.", valueName: "stream"), completion: .live(.stream))
    var stream: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.log(from: range.from, to: range.to, who: who, stream: stream)
        try session.show(answer, with: LogRenderer())
        return .done
    }
}

/// `famplan log add`
struct LogAddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Log what is over.",
        discussion: """
            famplan log add northwind --from 9:00 --to 12:30 --note 'Q4 report'
            famplan log add care:noah --from 'yesterday 15:00' --for 2h
            A time of day alone is the last one up to now; for --to, the first after --from.
            """
    )

    @Argument(help: "A stream, or care:CHILD.", completion: .live(.stream))
    var what: [String]

    @Option(help: ArgumentHelp("When it began.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("When it ended.", valueName: "time"))
    var to: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it was: 90m, 1h30m.", valueName: "length"))
    var length: String?

    @OptionGroup
    var logging: LoggingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = LogAddRequest(
            what: what,
            from: from,
            to: to,
            length: length,
            person: logging.who,
            note: logging.note,
            isPrivate: logging.isPrivate,
            dryRun: logging.dryRun
        )
        try session.show(try await session.client.addTime(request), with: LogAnswerRenderer())
        return .done
    }
}

/// `famplan log edit`
struct LogEditCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Mend what was logged.",
        discussion: """
            famplan log edit 17 --to 17:00
            famplan log edit 17 --what admin --note ''
            """
    )

    @Argument(help: ArgumentHelp("Its number: famplan log.", valueName: "n"), completion: .live(.time))
    var number: Int

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("A stream, or care:CHILD.", valueName: "what"),
        completion: .live(.stream)
    )
    var what: [String] = []

    @Option(help: ArgumentHelp("When it began; a time of day alone is on the same day.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("When it ended.", valueName: "time"))
    var to: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it was: 90m, 1h30m.", valueName: "length"))
    var length: String?

    @Option(help: ArgumentHelp("What it was; '' takes the note away.", valueName: "text"))
    var note: String?

    @Flag(inversion: .prefixedNo, help: "Whether only you are told what it was.")
    var `private`: Bool?

    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let isEmpty = what.isEmpty && `private` == nil && [from, to, length, note].allSatisfy { $0 == nil }
        guard !isEmpty else {
            throw Self.usage("cannot edit \(number): nothing is given (such as --to 17:00)")
        }
        let request = LogEditRequest(
            number: number,
            what: what,
            from: from,
            to: to,
            length: length,
            note: note,
            isPrivate: `private`,
            dryRun: dryRun
        )
        try session.show(try await session.client.editTime(request), with: LogAnswerRenderer())
        return .done
    }
}

/// `famplan log rm`
struct LogRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Take out what was logged; famplan undo brings it back.",
        discussion: "famplan log rm 17"
    )

    @Argument(help: ArgumentHelp("Its number: famplan log.", valueName: "n"), completion: .live(.time))
    var number: Int

    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = LogRemoveRequest(number: number, dryRun: dryRun)
        try session.show(try await session.client.removeTime(request), with: LogAnswerRenderer())
        return .done
    }
}
