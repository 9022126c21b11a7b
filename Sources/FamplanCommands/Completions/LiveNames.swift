internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// What completions ask, while one is asked for: the parser's closures are made before there is a console or a client.
enum Completing {
    @TaskLocal static var source: Source?

    struct Source: Sendable {
        let environment: @Sendable (String) -> String?
        let client: @Sendable (_ socket: String) -> FamplanClient
    }
}

/// What the daemon says that a word of a command line could be. Nobody is told of anything that goes wrong: the shell would show it in the
/// middle of what is typed.
struct LiveNames {
    /// A person waits at the keyboard.
    private static let patience = Duration.milliseconds(800)

    private let client: FamplanClient
    private let shell: CompletionShell?

    /// - Parameter words: The command line; nil where nothing can be asked.
    init?(words: [String]) {
        guard let source = Completing.source else { return nil }
        let socket = SocketPath.resolved(
            option: Self.socket(in: words),
            environment: source.environment,
            exists: SocketPath.isThere
        )
        client = source.client(socket).waiting(atMost: Self.patience)
        shell = CompletionShell.requesting
    }

    /// - Parameter before: What stands before each name.
    /// - Returns: Words as the shell takes them.
    func candidates(_ kind: NameKind, after before: String = "") async -> [String] {
        guard let answer: Answer<NamesReport> = try? await client.names(kind),
            let names = try? answer.document().body.names
        else { return [] }
        let words = CompletionWords(shell: shell)
        return names.compactMap { words.candidate(before + $0.name, meaning: $0.words) }
    }

    /// What `--socket` says, with quotes and backslashes as they were typed.
    private static func socket(in words: [String]) -> String? {
        let given = words.lastIndex(of: "--socket").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        let joined = words.last { $0.hasPrefix("--socket=") }.map { String($0.dropFirst("--socket=".count)) }
        return (given ?? joined)?.filter { !"'\"\\".contains($0) }
    }
}
