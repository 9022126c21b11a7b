internal import ArgumentParser
internal import FamplanClient

/// `famplan dates`
struct DatesCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "dates",
        abstract: "What a repetition gives, before it is used.",
        discussion: "famplan dates 'FREQ=WEEKLY;BYDAY=TU,TH' --start 2026-09-01T09:00 --zone Europe/Berlin"
    )

    @Argument(help: ArgumentHelp("An RRULE value (RFC 5545).", valueName: "rrule"))
    var rule: String

    @Option(help: ArgumentHelp("The first start, wall time: 2026-09-01T09:00.", valueName: "wall"))
    var start: String

    @Option(help: "The time zone: Europe/Berlin.")
    var zone: String

    @Option(help: ArgumentHelp("None at or after this instant.", valueName: "instant"))
    var until: String?

    @Option(help: ArgumentHelp("At most so many (20 where none is given).", valueName: "n"))
    var limit: Int?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let answer = try await session.client.dates(rule: rule, start: start, zone: zone, until: until, limit: limit)
        try session.show(answer, with: DatesRenderer())
        return .done
    }
}
