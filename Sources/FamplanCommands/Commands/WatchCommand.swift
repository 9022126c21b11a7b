internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan watch`
struct WatchCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Conflicts and changes, as they happen.",
        discussion: """
            A line for each change: when, who, what. A conflict that is new has the mark of its severity, one that is resolved a \
            ✓. When the daemon goes, watching goes on once it is back, with what was missed. Ctrl-C ends it.

            With --json, one document a line: begin says how things are, then change, found, altered and gone.

            Examples:
              famplan watch
              famplan watch --json | jq --unbuffered -r 'select(.event == "found").conflict.message'
            """
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try await session.console.untilInterrupted { try await Watch(session: session).run() }
        return .done
    }
}
