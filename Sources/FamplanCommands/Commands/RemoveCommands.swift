internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan skip`
struct SkipCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "skip",
        abstract: "Let one occurrence not happen.",
        discussion: "famplan skip ama-wednesday@2026-11-25"
    )

    @Argument(
        help: ArgumentHelp("One occurrence: ID@2026-11-24.", valueName: "id@date"),
        completion: .live(.occurrence)
    )
    var occurrence: String

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        guard !occurrence.contains("@") else { return }
        throw ValidationError(
            "cannot skip “\(occurrence)”: which occurrence? (\(occurrence)@2026-11-24; famplan rm takes out all)"
        )
    }

    func execute(in session: Session) async throws -> ExitStatus {
        let request = RemoveRequest(target: EntryTarget(name: occurrence), options: changing.options)
        try session.show(try await session.client.skip(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan rm`
struct RemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Take out an entry, one occurrence of it, or one and all that follow.",
        discussion: """
            famplan rm dentist
            famplan rm noah-school@2026-11-25
            famplan rm football@2027-03-01 --following --dry-run
            """
    )

    @OptionGroup
    var target: TargetOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = RemoveRequest(target: target.target, options: changing.options)
        try session.show(try await session.client.remove(request), with: ChangeRenderer())
        return .done
    }
}
