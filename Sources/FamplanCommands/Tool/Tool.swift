internal import ArgumentParser
public import FamplanClient

/// The command line: reads arguments, runs one command, tells what went wrong, and gives the exit status.
public struct Tool: Sendable {
    private let console: Console
    private let client: @Sendable (_ socket: String) -> FamplanClient

    /// - Parameter client: Makes the client for a socket; nothing is connected before a command asks.
    public init(
        console: Console,
        client: @escaping @Sendable (_ socket: String) -> FamplanClient = { FamplanClient(socket: $0) }
    ) {
        self.console = console
        self.client = client
    }

    /// Runs what the arguments say, the program's name left out, and gives the exit status.
    public func run(_ arguments: [String]) async -> Int32 {
        do {
            return try await execute(arguments).rawValue
        } catch let error as FileError where error.isClosedPipe {
            // Whoever read has seen enough: less was quit.
            return ExitStatus.done.rawValue
        } catch {
            return report(Failure(error), asJSON: arguments.contains("--json"))
        }
    }

    private func execute(_ arguments: [String]) async throws -> ExitStatus {
        var parsed: any ParsableCommand
        do {
            if arguments.first == "---completion" { return try await complete(arguments) }
            parsed = try await RootCommand.asyncParseAsRoot(arguments)
            guard let command = parsed as? any Command else {
                // Help, and whatever else the parser brings.
                try parsed.run()
                return .done
            }
            return try await command.execute(in: session(for: command.shared))
        } catch  where isParsers(error) {
            return try answer(parsers: error)
        }
    }

    /// Prints what a word could be, which the parser throws. What goes wrong is not told: it would stand in the middle of what
    /// somebody types.
    private func complete(_ arguments: [String]) async throws -> ExitStatus {
        let source = Completing.Source(environment: console.environment, client: client)
        do {
            try await Completing.$source.withValue(source) {
                _ = try await RootCommand.asyncParseAsRoot(arguments)
            }
        } catch {
            guard RootCommand.exitCode(for: error).isSuccess else { return .failed }
            try console.print(RootCommand.fullMessage(for: error) + "\n")
        }
        return .done
    }

    private func session(for shared: SharedOptions) -> Session {
        let socket = SocketPath.resolved(
            option: shared.socket,
            environment: console.environment,
            exists: SocketPath.isThere
        )
        return Session(client: client(socket), console: console, json: shared.json, look: look(shared))
    }

    private func look(_ shared: SharedOptions) -> Look {
        Look(
            color: shared.color,
            ascii: shared.ascii,
            environment: console.environment,
            isTerminal: console.isOutputTerminal,
            terminalWidth: console.terminalWidth
        )
    }

    private func isParsers(_ error: any Error) -> Bool {
        !(error is Failure || error is ClientError || error is FileError)
    }

    /// The parser throws what is asked for, help and version, as well as what is wrong.
    private func answer(parsers error: any Error) throws -> ExitStatus {
        let message = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error).isSuccess else {
            throw Failure.usage(message)
        }
        try console.print(BashScript.finished(message) + "\n")
        return .done
    }

    /// A report that can't be written is no reason to hide the failure: its status stands.
    private func report(_ failure: Failure, asJSON: Bool) -> Int32 {
        let width = console.terminalWidth ?? 80
        let look = Look(
            color: .never,
            ascii: false,
            environment: console.environment,
            isTerminal: false,
            terminalWidth: max(width, 60)
        )
        let report = FailureReport(failure: failure, look: look, wraps: console.isErrorTerminal)
        if asJSON, let document = try? report.json() {
            try? console.write(.output, document + [UInt8(ascii: "\n")])
        } else if failure.kind == .own(.usage), failure.message.contains("\n") {
            // The parser's words, with lines and usage of their own.
            try? console.print(CleanText.block(failure.message) + "\n", to: .error)
        } else if let text = try? report.text() {
            try? console.print(text, to: .error)
        }
        return failure.status.rawValue
    }
}
