internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient
internal import FoundationEssentials

/// `famplan import`
struct ImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in an iCalendar file.",
        discussion: """
            famplan import school.ics --as school --who noah --place school
            The same file again brings what changed in it; what was edited or removed here stays so.
            What can't be used is written to FILE.rejects.ics here, and the exit code is 1.
            """
    )

    @Argument(help: "An iCalendar file; - is the input.", completion: .file(extensions: ["ics"]))
    var file: String

    @Option(
        name: .customLong("as"),
        help:
            "What its entries are; appointments that concern nobody, or as famplan export wrote them, where nothing is said."
    )
    var kind: EntryKindArgument?

    @Flag(help: "Take the file’s side where both it and the family changed something; bring back what was removed.")
    var overwrite = false

    @OptionGroup
    var entry: ImportedEntryOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = try request(session)
        let answer = try await session.saying("importing \(file)") {
            try await session.client.importCalendar(request)
        }
        let document = try answer.document()
        let skipped = document.body.skipped
        let rejects = RejectsFile(source: file, skipped: skipped)
        let isWritten = !skipped.isEmpty && !document.body.answer.dryRun
        if isWritten { try session.console.writeFile(rejects.name, rejects.content) }
        try session.show(answer, with: ImportRenderer(rejects: isWritten ? rejects.name : nil))
        return skipped.isEmpty ? .done : .failed
    }

    private func request(_ session: Session) throws -> ImportRequest {
        let bytes = try session.console.readFile(file)
        var fields = entry.fields
        if let kind { fields["kind"] = [kind.rawValue] }
        return ImportRequest(
            base64: Data(bytes).base64EncodedString(),
            name: file == "-" ? "standard input" : file,
            fields: fields,
            overwrite: overwrite,
            options: changing.options
        )
    }
}

/// What every entry of an iCalendar file is to have.
struct ImportedEntryOptions: ParsableArguments {
    @Option(
        name: [.customLong("who"), .customLong("people")],
        help: ArgumentHelp("Whose they are; again or with commas for more.", valueName: "person"),
        completion: .lists(of: .person)
    )
    var people: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The children cared for.", valueName: "child"),
        completion: .lists(of: .child)
    )
    var children: [String] = []

    @Option(help: "The income stream worked on.", completion: .live(.stream))
    var stream: String?

    @Option(help: "call, focus, light or free.", completion: .list(["call", "focus", "light", "free"]))
    var attention: String?

    @Option(help: "Where they are.", completion: .live(.place))
    var place: String?

    var fields: EntryFields {
        var fields: EntryFields = [:]
        for case (let name, let value?) in [("stream", stream), ("attention", attention), ("place", place)] {
            fields.give(name, value)
        }
        for (name, values) in [("people", people), ("for", children)] where !values.isEmpty {
            fields.give(name, list: values)
        }
        return fields
    }
}
