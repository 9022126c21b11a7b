internal import ArgumentParser
internal import FamplanClient

/// `famplan capacity`
struct CapacityCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "capacity",
        abstract:
            "Hours against deadlines: needed, booked, free; by when it can be done, and what can still be booked.",
        discussion: "famplan capacity"
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.capacity(), with: CapacityRenderer())
        return .done
    }
}
