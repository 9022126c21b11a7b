internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan feed`: alone, the list.
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Calendars elsewhere that the household follows: a school’s, an employer’s.",
        subcommands: [
            FeedListCommand.self, FeedAddCommand.self, FeedRefreshCommand.self, FeedRemoveCommand.self,
        ],
        defaultSubcommand: FeedListCommand.self
    )
}

/// `famplan feed list`
struct FeedListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Each with when it was last good, when it is looked at next, and what is wrong with it.",
        discussion: "famplan feed list"
    )

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.feeds(), with: FeedsRenderer())
        return .done
    }
}

/// `famplan feed add`
struct FeedAddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Follow a calendar, and look at it now.",
        discussion: """
            famplan feed add https://school.example/days.ics --role closure --entry noah-school --name 'School days'
            famplan feed add webcal://work.example/kofi.ics --role busy --person kofi
            Roles: busy (--person is busy then), school (somebody else looks after --for), closure (--entry does not \
            happen on those days), info (shown only). The address is kept as a secret: it is never shown again.
            """
    )

    @Argument(help: ArgumentHelp("Where it is: https://… or webcal://….", valueName: "url"))
    var url: String

    @Option(
        help: ArgumentHelp("busy, school, closure or info.", valueName: "role"),
        completion: .list(["busy", "school", "closure", "info"])
    )
    var role: String

    @Option(
        help: ArgumentHelp("Whose it is; again or with commas for more.", valueName: "person"),
        completion: .lists(of: .person)
    )
    var person: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The children it is about.", valueName: "child"),
        completion: .lists(of: .child)
    )
    var children: [String] = []

    @Option(
        help: ArgumentHelp("What a closed day closes; again for more.", valueName: "id"),
        completion: .lists(of: .entry)
    )
    var entry: [String] = []

    @Option(help: "The income stream worked on.", completion: .live(.stream))
    var stream: String?

    @Option(help: "call, focus, light or free.", completion: .list(["call", "focus", "light", "free"]))
    var attention: String?

    @Option(help: "Where it is: home where none is given.", completion: .live(.place))
    var place: String?

    @Option(parsing: .unconditional, help: "What it is called: its server’s name where none is given.")
    var name: String?

    @Option(help: ArgumentHelp("How often to look: 6h. From 15m to 1d.", valueName: "time"))
    var every: String?

    @Flag(name: .customLong("private"), help: "Only its people are told what is in it; others see that they are busy.")
    var isPrivate = false

    @Flag(help: "The server may be in a private network.")
    var allowPrivate = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = FeedAddRequest(
            url: url,
            role: role,
            name: name,
            fields: fields,
            closes: entry,
            every: every,
            allowsPrivate: allowPrivate
        )
        try session.show(try await session.client.add(request), with: FeedsRenderer())
        return .done
    }

    private var fields: EntryFields {
        var fields: EntryFields = [:]
        // Of an entry, both are its people.
        let people = person + children
        if !people.isEmpty { fields.give("people", list: people) }
        if isPrivate { fields.give("private", "true") }
        for case (let name, let value?) in [("stream", stream), ("attention", attention), ("place", place)] {
            fields.give(name, value)
        }
        return fields
    }
}

/// `famplan feed refresh`
struct FeedRefreshCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Look at one, or at all, now.",
        discussion: """
            famplan feed refresh
            famplan feed refresh school-days
            """
    )

    @Argument(help: ArgumentHelp("An id or a name: famplan feed.", valueName: "feed"), completion: .live(.feed))
    var feed: String?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.refresh(FeedNameRequest(feed: feed)), with: FeedsRenderer())
        return .done
    }
}

/// `famplan feed rm`
struct FeedRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Follow it no longer: what is still to come of it goes.",
        discussion: "famplan feed rm school-days"
    )

    @Argument(help: ArgumentHelp("An id or a name: famplan feed.", valueName: "feed"), completion: .live(.feed))
    var feed: String

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.remove(FeedNameRequest(feed: feed)), with: FeedsRenderer())
        return .done
    }
}
