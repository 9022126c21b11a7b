internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan start`
struct StartCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Begin to log what you really do; alone, what is planned for you now.",
        discussion: """
            famplan start                      what is planned now
            famplan start northwind            work on a stream
            famplan start deep-work@2026-11-24 one occurrence of an entry
            famplan start care:noah,lena       care; care alone is for all children
            famplan start northwind --at 8:45 --switch
            One timer runs for a person.
            """
    )

    @Argument(help: "A stream, an entry (ID, ID@2026-11-24), or care:CHILD.", completion: .live(.stream, .entry))
    var what: [String] = []

    @Option(help: ArgumentHelp("Since when: 8:45, 'yesterday 22:00'.", valueName: "time"))
    var at: String?

    @Flag(name: .customLong("switch"), help: "Stop what is running at that moment.")
    var switching = false

    @OptionGroup
    var logging: LoggingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = StartRequest(
            what: what,
            at: at,
            person: logging.who,
            note: logging.note,
            switching: switching,
            isPrivate: logging.isPrivate,
            dryRun: logging.dryRun
        )
        try session.show(try await session.client.start(request), with: LogAnswerRenderer())
        return .done
    }
}

/// `famplan stop`
struct StopCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "End what is being logged, now or at a time that is over.",
        discussion: """
            famplan stop
            famplan stop --at 17:00 --note 'offer sent'
            """
    )

    @Option(
        help: ArgumentHelp("When: 17:00, 'yesterday 17:00'; alone, the first 17:00 since it began.", valueName: "time")
    )
    var at: String?

    @Option(help: ArgumentHelp("What it was; instead of what was said before.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("Whose, where it is not yours.", valueName: "person"), completion: .live(.person))
    var who: String?

    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = StopRequest(at: at, person: who, note: note, dryRun: dryRun)
        try session.show(try await session.client.stop(request), with: LogAnswerRenderer())
        return .done
    }
}

/// What is said of a time that is being logged.
struct LoggingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What it is.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("Whose, where it is not yours.", valueName: "person"), completion: .live(.person))
    var who: String?

    @Flag(name: .customLong("private"), help: "Only you are told what it was.")
    var isPrivate = false

    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false
}
