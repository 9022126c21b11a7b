internal import ArgumentParser
internal import FamplanClient

/// `famplan coverage`
struct CoverageCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Who has each child, stretch by stretch, gaps marked."
    )

    @OptionGroup
    var range: RangeOptions

    @Option(help: ArgumentHelp("One child alone.", valueName: "person"))
    var child: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.coverage(from: range.from, to: range.to, child: child)
        try session.show(answer, with: CoverageRenderer())
        return .done
    }
}
