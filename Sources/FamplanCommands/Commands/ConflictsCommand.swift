internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan conflicts`
struct ConflictsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "What is wrong with the plan, the worst first."
    )

    @OptionGroup
    var range: RangeOptions

    @Option(
        help: "Of one kind alone: coverage-gap, double-booked, …",
        completion: .list([
            "coverage-gap", "double-booked", "care-clash", "tight-travel", "handover", "resource-clash",
            "protected-time", "overload-day", "overload-week", "short-rest", "deadline", "stream-hours",
        ])
    )
    var kind: String?

    @Option(help: ArgumentHelp("Of one person alone.", valueName: "person"))
    var who: String?

    @Option(
        help: "Of one severity alone: critical, warning or notice.",
        completion: .list(["critical", "warning", "notice"])
    )
    var severity: String?

    @Flag(help: "Exit with 3 if there is any that nobody accepted.")
    var check = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.conflicts(
            from: range.from,
            to: range.to,
            kind: kind,
            who: who,
            severity: severity
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
