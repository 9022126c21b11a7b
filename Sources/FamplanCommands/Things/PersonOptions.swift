internal import ArgumentParser
internal import FamplanAPI

/// The fields of a person, by the names of the household file.
struct PersonOptions: ThingFields {
    @Option(parsing: .unconditional, help: "What the person is called.")
    var name: String?

    @Option(help: "parent, child or carer.", completion: .list(["parent", "child", "carer"]))
    var role: String?

    @Option(
        name: [.customLong("unix-user"), .customLong("unixUser")],
        help: ArgumentHelp("The account by which the daemon knows the person.", valueName: "user")
    )
    var unixUser: String?

    @Option(
        name: [.customLong("per-day"), .customLong("perDay")],
        help: ArgumentHelp("A parent’s work a day at most: 8h.", valueName: "time")
    )
    var perDay: String?

    @Option(
        name: [.customLong("per-week"), .customLong("perWeek")],
        help: ArgumentHelp("A parent’s work a week at most: 36h.", valueName: "time")
    )
    var perWeek: String?

    @Option(help: ArgumentHelp("The least time between the work of two days: 11h.", valueName: "time"))
    var rest: String?

    @Option(help: ArgumentHelp("A child’s date of birth.", valueName: "date"))
    var born: String?

    @Flag(inversion: .prefixedNo, help: "Whether a child does not travel alone.")
    var escort: Bool?

    @Option(
        name: [.customLong("alone-up-to"), .customLong("aloneUpTo")],
        help: ArgumentHelp("How long a child may be alone: 15m.", valueName: "time")
    )
    var aloneUpTo: String?

    @OptionGroup
    var notify: NotifyOptions

    var isEmpty: Bool { fields.isEmpty && notify.channels.isEmpty && notify.without.isEmpty }

    func request(_ person: String, _ options: ChangeOptions) -> PersonRequest {
        PersonRequest(
            person: person,
            fields: fields,
            channels: notify.channels,
            without: notify.without,
            options: options
        )
    }

    private var fields: EntryFields {
        var fields = notify.fields
        let single = [
            ("name", name), ("role", role), ("unixUser", unixUser), ("work.perDay", perDay), ("work.perWeek", perWeek),
            ("work.rest", rest), ("born", born), ("escort", escort.map(String.init)), ("aloneUpTo", aloneUpTo),
        ]
        for case (let name, let value?) in single { fields.give(name, value) }
        return fields
    }
}

/// What a person wants to be told, by the names of the household file.
struct NotifyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When the day’s overview is sent: 06:45.", valueName: "time"))
    var digest: String?

    @Option(help: ArgumentHelp("The day on which it says the balance: sunday.", valueName: "day"))
    var balance: String?

    @Option(help: ArgumentHelp("When there is to be silence: 22:00-06:30.", valueName: "hours"))
    var quiet: String?

    @Option(help: ArgumentHelp("The language of dates, a BCP 47 tag: de.", valueName: "tag"))
    var language: String?

    @Option(
        name: .customLong("channel"),
        help: ArgumentHelp(
            """
            A channel to be told through, and what: phone=critical,no-digest. After the name: notice, warning or critical; \
            digest, reminders, changes, each with no- before it to turn it off; address=….
            """,
            valueName: "channel"
        ),
        completion: .live(.channel)
    )
    var channels: [String] = []

    @Option(
        name: .customLong("no-channel"),
        help: ArgumentHelp("A channel to be told through no more.", valueName: "channel"),
        completion: .live(.channel)
    )
    var without: [String] = []

    var fields: EntryFields {
        var fields: EntryFields = [:]
        let single = [("digest", digest), ("balance", balance), ("quiet", quiet), ("language", language)]
        for case (let name, let value?) in single { fields.give("notify.\(name)", value) }
        return fields
    }
}
