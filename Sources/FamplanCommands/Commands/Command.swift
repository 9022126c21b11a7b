internal import ArgumentParser

/// A command: its options, one call to the daemon, one way to show the answer.
protocol Command: AsyncParsableCommand {
    var shared: SharedOptions { get }

    /// - Throws: ``Failure``, `ClientError` or ``FileError``.
    func execute(in session: Session) async throws -> ExitStatus
}

extension Command {
    /// What is wrong with the arguments, with the command's usage.
    static func usage(_ message: String) -> Failure {
        .usage("Error: \(message)\nUsage: \(RootCommand.usageString(for: Self.self))")
    }
}

/// What every command takes, before or after its name.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon’s socket (else FAMPLAN_SOCKET).", valueName: "path"), completion: .file())
    var socket: String?

    @Option(help: "Colour: auto, always or never; beats NO_COLOR.")
    var color: ColorChoice = .auto

    @Flag(help: "Draw with ASCII characters alone.")
    var ascii = false

    @Flag(help: "Print the daemon’s JSON document.")
    var json = false
}

extension ColorChoice: ExpressibleByArgument {}
