import ArgumentParser
import FamplanDaemon
import Foundation

@main
struct FamplanDaemonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "famplan-daemon",
        abstract: "Keeps a household's plan and answers `famplan` on a Unix socket.",
        version: Daemon.version
    )

    @OptionGroup var arguments: Arguments

    @MainActor
    static func main() async {
        let arguments = parseOrExit().arguments
        let status = await Daemon.run(arguments, environment: ProcessInfo.processInfo.environment)
        exit(withError: ExitCode(status))
    }
}
