internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan conflicts`
struct ConflictsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "What is wrong with the plan, the worst first.",
        discussion: """
            famplan conflicts
            famplan conflicts --new --severity critical
            famplan conflicts --from mon --to +1w --check
            A conflict keeps its id for as long as it lives. One that is not found any more is resolved: --resolved shows \
            it again, --new what nobody can have seen before yesterday.
            """
    )

    @OptionGroup
    var range: RangeOptions

    @Option(
        help: "Of one kind alone: coverage-gap, double-booked, …",
        completion: .list(ConflictItem.kinds)
    )
    var kind: String?

    @Option(help: ArgumentHelp("Of one person alone.", valueName: "person"), completion: .live(.person))
    var who: String?

    @Option(
        help: "Of one severity alone: critical, warning or notice.",
        completion: .list(["critical", "warning", "notice"])
    )
    var severity: String?

    @Flag(help: "Seen first since yesterday’s midnight.")
    var new = false

    @Option(
        help: ArgumentHelp("Seen first on that day or later.", valueName: "date"),
        completion: .list(["today", "yesterday"])
    )
    var since: String?

    @Flag(help: "With those that are resolved, and when they were.")
    var resolved = false

    @Flag(help: "Exit with 3 if there is any that nobody accepted.")
    var check = false

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        if new, since != nil { throw ValidationError("--new is --since yesterday: give one of the two") }
    }

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.conflicts(
            from: range.from,
            to: range.to,
            kind: kind,
            who: who,
            severity: severity,
            since: new ? "yesterday" : since,
            resolved: resolved
        )
        try session.show(answer, with: ConflictsRenderer(filter: filter))
        guard check else { return .done }
        return try answer.document().body.conflicts.contains { $0.status == "open" } ? .conflicts : .done
    }

    private var filter: String? {
        let parts = [("kind", kind), ("person", who), ("severity", severity)].compactMap { name, value in
            value.map { "\(name) \($0)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
