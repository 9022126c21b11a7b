internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan doctor`
struct DoctorCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at the database, the channels, the clock, the files, and say what to do.",
        discussion: """
            famplan doctor
            The exit code is 1 where there is a problem; warnings leave it at 0.
            """
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.doctor()
        try session.show(answer, with: DoctorRenderer())
        return try answer.document().body.findings.contains { $0.level == "problem" } ? .failed : .done
    }
}
