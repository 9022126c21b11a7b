internal import ArgumentParser
internal import FamplanAPI

/// The fields of an income stream, by the names of the household file.
struct StreamOptions: ThingFields {
    @Option(parsing: .unconditional, help: "What the stream is called.")
    var name: String?

    @Option(help: "The parent whose it is.", completion: .live(.person))
    var owner: String?

    @Option(
        help: "client, employment, product or admin.",
        completion: .list(["client", "employment", "product", "admin"])
    )
    var kind: String?

    @Option(parsing: .unconditional, help: "Whom it is for.", completion: .live(.client))
    var client: String?

    @Option(
        help: "What its work takes: call, focus, light or free.",
        completion: .list(["call", "focus", "light", "free"])
    )
    var attention: String?

    @Flag(inversion: .prefixedNo, help: "Whether its hours are worked for money.")
    var billable: Bool?

    @Option(help: ArgumentHelp("Of its money where a rate names none: USD.", valueName: "code"))
    var currency: String?

    @OptionGroup
    var money: StreamMoneyOptions

    @Option(help: ArgumentHelp("The hours that a week should have at least: 10h.", valueName: "time"))
    var min: String?

    @Option(help: ArgumentHelp("The hours that a week should have at most: 16h.", valueName: "time"))
    var max: String?

    @Option(help: ArgumentHelp("The first day on which it is no more.", valueName: "date"))
    var archived: String?

    var isEmpty: Bool { fields.isEmpty && money.rate == nil && money.revenue == nil }

    func request(_ stream: String, _ options: ChangeOptions) -> StreamRequest {
        StreamRequest(
            stream: stream,
            fields: fields,
            rate: money.rate,
            revenue: money.revenue,
            from: money.from,
            options: options
        )
    }

    private var fields: EntryFields {
        var fields = money.fields
        let single = [
            ("name", name), ("owner", owner), ("kind", kind), ("client", client), ("attention", attention),
            ("billable", billable.map(String.init)), ("currency", currency), ("weekly.min", min), ("weekly.max", max),
            ("archived", archived),
        ]
        for case (let name, let value?) in single { fields.give(name, value) }
        return fields
    }
}

/// What a stream pays, and what it may take.
struct StreamMoneyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What it pays: 95.00/hour, '105 USD/day', 2450/month, 9000/project.", valueName: "rate"))
    var rate: String?

    @Option(help: ArgumentHelp("What comes in each month besides: 420.00.", valueName: "amount"))
    var revenue: String?

    @Option(help: ArgumentHelp("The day from which --rate and --revenue hold, or always.", valueName: "date"))
    var from: String?

    @Option(
        name: [.customLong("budget-hours"), .customLong("budgetHours")],
        help: ArgumentHelp("The hours that it may take in all: 120h.", valueName: "time")
    )
    var budgetHours: String?

    @Option(
        name: [.customLong("budget-amount"), .customLong("budgetAmount")],
        help: ArgumentHelp("The money that it may take in all: 9000.00.", valueName: "amount")
    )
    var budgetAmount: String?

    @Option(help: ArgumentHelp("The money that you want of it each month: 4000.00.", valueName: "amount"))
    var target: String?

    var fields: EntryFields {
        var fields: EntryFields = [:]
        let single = [("budget.hours", budgetHours), ("budget.amount", budgetAmount), ("target", target)]
        for case (let name, let value?) in single { fields.give(name, value) }
        return fields
    }
}
