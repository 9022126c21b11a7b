internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan init`
struct InitCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set up a household by answering questions, and write its file.",
        discussion: """
            famplan init
            Asks for people, work, school, calendars to follow, goals and how each parent is told things; shows all answers, of \
            which each can be changed; writes a household file that can be kept in git, and applies it. Broken off, it goes on \
            where it was. Without a terminal, write the file by hand: famplan apply FILE.
            """
    )

    @Argument(help: "The household file to write.", completion: .file(extensions: ["yaml", "yml"]))
    var file = "household.yaml"

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        guard session.console.isInputTerminal, session.console.isOutputTerminal, !session.json else {
            throw Self.usage("cannot ask without a terminal: write a household file and `famplan apply` it")
        }
        if (try? session.console.readFile(file)) != nil {
            throw Failure(
                kind: .own(.file),
                message: "cannot begin: there is a file “\(file)” already",
                details: [
                    "famplan apply \(file) makes the household as it says; famplan init OTHER.yaml writes another."
                ]
            )
        }
        try await checkIsEmpty(session)
        let status = try await session.client.status().document()
        let school = try await nextWeekday(status, session)
        let kept = "\(file).answers"
        var questions = Questions(
            session,
            try Interview(session, file: kept),
            zone: school.timeZone,
            schoolDay: String(school.body.dates.first?.prefix(10) ?? ""),
            channels: status.body.channels ?? []
        )
        guard let household = try await agreed(&questions, kept, session) else { return .failed }
        let text = household.file
        try write(text, session)
        let request = ApplyRequest(text: text, name: file, prune: false, overwrite: false, options: ChangeOptions())
        let answer = try await session.client.apply(request).document().body
        try session.console.removeFile(kept)
        try await SettingUp(session: session, household: household, file: file).finish(answer)
        return .done
    }

    /// Asks until somebody says whether to write what was said; nil: it is not to be.
    private func agreed(
        _ questions: inout Questions,
        _ kept: String,
        _ session: Session
    ) async throws -> NewHousehold? {
        while true {
            let household = try await questions.ask()
            try await preview(household.file, kept, session)
            switch try session.answer("Write \(file) and make it so? [y/N]") {
            case "y", "yes": return household
            // The list of all answers was before this question, and comes again.
            case "<": continue
            default:
                try session.note("Nothing was written. Your answers are kept in \(kept).")
                return nil
            }
        }
    }

    private func checkIsEmpty(_ session: Session) async throws {
        let people = try await session.client.people().document().body.people
        guard !people.isEmpty else { return }
        throw Failure(
            kind: .daemon(.clash),
            message: "cannot begin: there is a household already (\(people.map(\.name).joined(separator: ", ")))",
            details: ["famplan export --household writes its file; famplan apply FILE changes it."]
        )
    }

    /// Today or the first weekday after it, by the daemon's clock, and the zone that it supposes.
    private func nextWeekday(_ status: Document<Status>, _ session: Session) async throws -> Document<Dates> {
        try await session.client.dates(
            rule: "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            start: "\(status.now.prefix(10))T12:00",
            zone: status.timeZone,
            limit: 1
        ).document()
    }

    /// Says what is odd about it; what can't be is a failure.
    private func preview(_ text: String, _ kept: String, _ session: Session) async throws {
        let options = ChangeOptions(dryRun: true)
        let request = ApplyRequest(text: text, name: file, prune: false, overwrite: false, options: options)
        do {
            let warnings = try await session.client.apply(request).document().body.warnings
            var page = Page(look: session.look)
            for warning in warnings { page.add(Text("~ ", .yellow) + Text(warning), indent: 0, hanging: 2) }
            page.addGap()
            try session.console.print(page.string)
        } catch {
            var failure = Failure(error)
            failure.details.append("Your answers are kept in \(kept): mend them there, or remove it to begin anew.")
            throw failure
        }
    }

    private func write(_ text: String, _ session: Session) throws {
        let new = try session.console.newFile(file, false)
        do {
            try new.write(Array(text.utf8))
            try new.finish()
        } catch {
            new.discard()
            throw error
        }
    }
}
