internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan export`
struct ExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the calendar for other programs, or the household file.",
        discussion: """
            famplan export -o family.ics
            famplan export --who noah --from today > noah.ics
            famplan export --household > household.yaml
            With --from or --to, series are written whole if anything of them is in the range. famplan import takes the file \
            into another household with the same people, places and streams, and its plan is the same there; a range of days off \
            (except) comes back day by day.
            """
    )

    /// What the entries are written as.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case ics
    }

    @Flag(help: "As a household file.")
    var household = false

    @Option(help: "ics: an iCalendar file.")
    var format: Format?

    @Option(help: ArgumentHelp("One person’s alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @OptionGroup
    var range: RangeOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; the output where none is named.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        if household, format != nil || who != nil || range.from != nil || range.to != nil {
            throw ValidationError("cannot choose what of a household file is written: it is all of it")
        }
        guard let output, output != "-", shared.json else { return }
        throw ValidationError("cannot write a JSON document to \(output): leave out one of --json and --output")
    }

    func execute(in session: Session) async throws -> ExitStatus {
        if household {
            let answer = try await session.saying("writing the household file") {
                try await session.client.householdText()
            }
            return try write(answer, in: session) { $0.text }
        }
        let (who, from, to) = (who, range.from, range.to)
        let answer = try await session.saying("writing the calendar") {
            try await session.client.calendarText(who: who, from: from, to: to)
        }
        return try write(answer, in: session) { $0.text }
    }

    private func write<Body>(
        _ answer: Answer<Body>,
        in session: Session,
        _ text: (Body) -> String
    ) throws -> ExitStatus {
        if session.json {
            try session.printDocument(answer.raw)
            return .done
        }
        let text = text(try answer.document().body)
        if let output, output != "-" {
            let file = try session.console.newFile(output, force)
            do {
                try file.write(Array(text.utf8))
                try file.finish()
            } catch {
                file.discard()
                throw error
            }
            return .done
        }
        // A file gets every byte; a terminal none that it would obey.
        try session.console.print(session.console.isOutputTerminal ? CleanText.block(text) : text)
        return .done
    }
}
