internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan log export`
struct LogExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what was logged: as a timesheet, as CSV, for hledger or for Timewarrior.",
        discussion: """
            famplan log export --client 'Northwind Ltd' --from 2026-11-01 --to 2026-12-01
            famplan log export --format csv --stream northwind > november.csv
            famplan log export --format timeclock --from 2026-01-01 | hledger -f timeclock:- balance
            What begins in the range and is over is written; the last week where nothing is said.
            """
    )

    @Option(
        help: ArgumentHelp(
            "text, csv, timeclock, timewarrior (its data lines) or timewarrior-json.",
            valueName: "format"
        ),
        completion: .list(["text", "csv", "timeclock", "timewarrior", "timewarrior-json"])
    )
    var format: String?

    @OptionGroup
    var range: RangeOptions

    @Option(help: ArgumentHelp("One person’s alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @Option(help: ArgumentHelp("Work on one stream alone.", valueName: "stream"), completion: .live(.stream))
    var stream: String?

    @Option(help: ArgumentHelp("Work for one client alone.", valueName: "name"), completion: .live(.client))
    var client: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.logText(
            format: format,
            from: range.from,
            to: range.to,
            who: who,
            stream: stream,
            client: client
        )
        guard !session.json else {
            try session.printDocument(answer.raw)
            return .done
        }
        let body = try answer.document().body
        // A file gets every byte; a terminal none that it would obey.
        try session.console.print(session.console.isOutputTerminal ? CleanText.block(body.text) : body.text)
        if body.running > 0 { try session.note("What is still running was left out (famplan stop).") }
        return .done
    }
}

/// `famplan log import`
struct LogImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over what hledger or Timewarrior wrote down.",
        discussion: """
            famplan log import hours.timeclock
            famplan log import ~/.timewarrior/data/2026-11.data --stream northwind
            timew export | famplan log import - --map writing=northwind --map email=admin
            An account or a tag names a stream by its id or name. Importing again changes nothing.
            """
    )

    @Argument(help: "The file; - is the input.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("timeclock, timewarrior or timewarrior-json; else what it looks like.", valueName: "format"),
        completion: .list(["timeclock", "timewarrior", "timewarrior-json"])
    )
    var format: String?

    @Option(
        help: ArgumentHelp("Whose it is where nothing in it says so.", valueName: "person"),
        completion: .live(.person)
    )
    var who: String?

    @Option(help: ArgumentHelp("All of it is work on this.", valueName: "stream"), completion: .live(.stream))
    var stream: String?

    @Option(help: ArgumentHelp("What a word of it means; again for more.", valueName: "word=stream"))
    var map: [String] = []

    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.importLog(try request(session))
        try session.show(answer, with: LogImportRenderer())
        return try answer.document().body.problems.isEmpty ? .done : .failed
    }

    private func request(_ session: Session) throws -> LogImportRequest {
        var meaning: [String: String] = [:]
        for pair in map {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Self.usage("“\(pair)” does not say what a word means (--map word=stream)")
            }
            meaning[parts[0]] = parts[1]
        }
        return LogImportRequest(
            text: String(decoding: try session.console.readFile(file), as: UTF8.self),
            name: file == "-" ? "standard input" : file,
            format: format,
            person: who,
            stream: stream,
            meaning: meaning,
            dryRun: dryRun
        )
    }
}
