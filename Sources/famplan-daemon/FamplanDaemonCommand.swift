import ArgumentParser
import FamplanDaemon
import Foundation

@main
struct FamplanDaemonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "famplan-daemon",
        abstract: "Keeps a household's plan and answers `famplan` on a Unix socket.",
        version: Daemon.version
    )

    @OptionGroup var arguments: Arguments

    func run() async throws {
        throw ExitCode(await Daemon.run(arguments, environment: ProcessInfo.processInfo.environment))
    }
}
