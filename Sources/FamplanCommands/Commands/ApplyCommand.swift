internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan apply`
struct ApplyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make the household as a household file says.",
        discussion: """
            famplan apply household.yaml
            famplan apply household.yaml --dry-run --prune
            Shows what would change and asks; applying the same file twice changes nothing.
            """
    )

    @Argument(help: "A household file; - is the input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Remove what the file does not name.")
    var prune = false

    @Flag(help: "Take the file’s side where a command changed the same thing since.")
    var overwrite = false

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let asks = !yes && !changing.dryRun
        if asks { try checkCanAsk(session) }
        var request = try self.request(session)
        guard asks else {
            try session.show(try await apply(request, in: session), with: ChangeRenderer())
            return .done
        }
        request.options.dryRun = true
        let preview = try await apply(request, in: session)
        try session.show(preview, with: ChangeRenderer(isPreview: true))
        guard !(try preview.document().body.isEmpty) else { return .done }
        guard try session.confirms("Apply this?") else {
            try session.note("Nothing was written.")
            return .failed
        }
        request.options.dryRun = false
        try session.show(try await apply(request, in: session), with: ChangeRenderer())
        return .done
    }

    private func apply(_ request: ApplyRequest, in session: Session) async throws -> Answer<ChangeAnswer> {
        let what = request.options.dryRun ? "looking through \(file)" : "applying \(file)"
        return try await session.saying(what) { try await session.client.apply(request) }
    }

    private func checkCanAsk(_ session: Session) throws {
        let hasTerminal = session.console.isInputTerminal && session.console.isOutputTerminal
        guard !hasTerminal || file == "-" || session.json else { return }
        throw Failure.usage("cannot ask before applying “\(file)” here: add --yes, or --dry-run to only look")
    }

    private func request(_ session: Session) throws -> ApplyRequest {
        let bytes = try session.console.readFile(file)
        let name = file == "-" ? "standard input" : file
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(kind: .own(.file), message: "cannot apply “\(name)”: it is not UTF-8 text")
        }
        return ApplyRequest(text: text, name: name, prune: prune, overwrite: overwrite, options: changing.options)
    }
}

extension ChangeAnswer {
    /// Whether there is nothing to decide about.
    fileprivate var isEmpty: Bool { things.isEmpty && understood.isEmpty }
}
