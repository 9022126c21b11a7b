internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan restore`
struct RestoreCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Take a backup back: everything becomes as it was then.",
        discussion: """
            famplan restore ~/famplan-2026-11-24.sqlite
            The daemon checks it first, brings it up to date, and keeps what it replaces in backups/ of its state folder. \
            Nobody is told again what was told before.
            """
    )

    @Argument(help: "A file of famplan backup; - is the input.", completion: .file(extensions: ["sqlite"]))
    var file: String

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        if !yes { try checkCanAsk(session) }
        let bytes = try session.console.readFile(file)
        guard bytes.starts(with: "SQLite format 3\0".utf8) else {
            throw Failure(
                kind: .own(.file),
                message: "cannot restore “\(file)”: it is no backup of famplan’s"
            )
        }
        guard
            try yes || session.confirms("Replace the whole plan with what is in “\(file)” (\(sizeWords(bytes.count)))?")
        else {
            try session.note("Nothing was changed.")
            return .failed
        }
        let answer = try await session.saying("restoring \(file)") { try await session.client.restore(bytes) }
        try session.show(answer, with: RestoreRenderer())
        return .done
    }

    private func checkCanAsk(_ session: Session) throws {
        guard !session.console.isInputTerminal || file == "-" || session.json else { return }
        throw Failure.usage("cannot ask before restoring “\(file)” here: add --yes")
    }
}
