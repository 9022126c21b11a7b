internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan coverage`
struct CoverageCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Who has each child, stretch by stretch, gaps marked.",
        discussion: "famplan coverage --child noah --from fri"
    )

    @OptionGroup
    var range: RangeOptions

    @Option(help: ArgumentHelp("One child alone.", valueName: "person"), completion: .live(.child))
    var child: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.coverage(from: range.from, to: range.to, child: child)
        try session.show(answer, with: CoverageRenderer())
        return .done
    }
}
