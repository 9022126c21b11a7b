internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan backup`
struct BackupCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a copy of the household’s database to a file.",
        discussion: """
            famplan backup ~/famplan-2026-11-24.sqlite
            The copy is of one moment, checked by the daemon and again when it has arrived; nobody has to stop working. \
            famplan restore takes it back.
            """
    )

    @Argument(help: "The file to write; - is the output.", completion: .file(extensions: ["sqlite"]))
    var file: String

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        guard file == "-", shared.json else { return }
        throw ValidationError("cannot write a backup and a JSON document to the output: name a file")
    }

    func execute(in session: Session) async throws -> ExitStatus {
        guard file == "-" else {
            let answer = try await save(in: session)
            try session.show(answer, with: BackupRenderer(name: file))
            return .done
        }
        guard !session.console.isOutputTerminal else {
            throw Failure.usage(
                "cannot write a backup to a terminal: name a file, or send it on (famplan backup - | …)"
            )
        }
        let answer = try await session.saying("backing up") {
            try await session.client.backup { try session.console.write(.output, $0) }
        }
        var page = Page(look: session.look)
        try BackupRenderer(name: "standard output").render(try answer.document(), on: &page)
        try session.console.print(page.string, to: .error)
        return .done
    }

    private func save(in session: Session) async throws -> Answer<BackupContents> {
        let new = try session.console.newFile(file, force)
        do {
            let answer = try await session.saying("backing up to \(file)") {
                try await session.client.backup { try new.write($0) }
            }
            try new.finish()
            return answer
        } catch {
            new.discard()
            throw error
        }
    }
}
