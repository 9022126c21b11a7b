internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan init`
struct InitCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set up a household by answering questions, and write its file.",
        discussion: """
            Asks for people, work, school, goals and the day’s overview, writes a household file that can be kept in git, and \
            applies it. Broken off, it goes on where it was. Without a terminal, write the file by hand: famplan apply FILE.
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
                status: .failed,
                kind: "file",
                message: "cannot begin: there is a file “\(file)” already",
                details: [
                    "famplan apply \(file) makes the household as it says; famplan init OTHER.yaml writes another."
                ]
            )
        }
        try await checkIsEmpty(session)
        let school = try await nextWeekday(session)
        let kept = "\(file).answers"
        let interview = try Interview(session, file: kept)
        var questions = Questions(
            session,
            interview,
            zone: school.timeZone,
            schoolDay: String(school.body.dates.first?.prefix(10) ?? "")
        )
        let household = try await questions.ask()
        let text = household.file
        let answer = try await preview(text, kept, session)
        try session.show(answer, with: ChangeRenderer(isPreview: true))
        guard try session.confirms("Write \(file) and make it so?") else {
            try session.note("Nothing was written. Your answers are kept in \(kept).")
            return .failed
        }
        try write(text, session)
        let request = ApplyRequest(text: text, name: file, prune: false, overwrite: false, options: ChangeOptions())
        try session.show(try await session.client.apply(request), with: ChangeRenderer())
        try session.console.removeFile(kept)
        try sayWhatIsNext(household, session)
        return .done
    }

    private func checkIsEmpty(_ session: Session) async throws {
        let people = try await session.client.people().document().body.people
        guard !people.isEmpty else { return }
        throw Failure(
            status: .failed,
            kind: "clash",
            message: "cannot begin: there is a household already (\(people.map(\.name).joined(separator: ", ")))",
            details: ["famplan export --household writes its file; famplan apply FILE changes it."]
        )
    }

    /// Today or the first weekday after it, by the daemon's clock, and the zone that it supposes.
    private func nextWeekday(_ session: Session) async throws -> Document<Dates> {
        let status = try await session.client.status().document()
        return try await session.client.dates(
            rule: "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            start: "\(status.now.prefix(10))T12:00",
            zone: status.timeZone,
            limit: 1
        ).document()
    }

    private func preview(
        _ text: String,
        _ kept: String,
        _ session: Session
    ) async throws -> Answer<ChangeAnswer> {
        let options = ChangeOptions(dryRun: true)
        let request = ApplyRequest(text: text, name: file, prune: false, overwrite: false, options: options)
        do {
            return try await session.client.apply(request)
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

    private func sayWhatIsNext(_ household: NewHousehold, _ session: Session) throws {
        var page = Page(look: session.look)
        page.addGap()
        page.add(Text("Next:", .bold))
        page.addHint("Your week", "famplan week")
        if let stream = household.parents.first?.streams.first {
            page.addHint("Work", "famplan add '\(stream.name) tue 9-12 #\(stream.id)'")
        }
        page.addHint("A calendar file of the school", "famplan import school.ics --as school --who CHILD")
        if household.parents.contains(where: { !$0.digest.isEmpty }) {
            page.addHint("How messages reach you", "famplan person edit \(household.parents[0].id) --channel NAME")
            page.addHint("Whether they do", "famplan notify test")
        }
        try session.console.print(page.string, to: .output)
    }
}
