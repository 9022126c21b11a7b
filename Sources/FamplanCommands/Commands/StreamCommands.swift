internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan stream`: alone, the list.
struct StreamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream",
        abstract: "The income streams: clients, jobs, products, and the admin that comes with them.",
        subcommands: [
            StreamListCommand.self, StreamShowCommand.self, StreamAddCommand.self, StreamEditCommand.self,
            StreamArchiveCommand.self, StreamRemoveCommand.self,
        ],
        defaultSubcommand: StreamListCommand.self
    )
}

/// `famplan stream list`
struct StreamListCommand: Command {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Every stream, a line each.")

    @Flag(help: "With those that are archived.")
    var all = false

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.streams(all: all), with: StreamsRenderer())
        return .done
    }
}

/// `famplan stream show`
struct StreamShowCommand: Command {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "All that is said of one stream.")

    @Argument(help: "The stream.")
    var stream: String

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.streams(stream), with: StreamsRenderer(isFull: true))
        return .done
    }
}

/// `famplan stream add`
struct StreamAddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an income stream.",
        discussion: "famplan stream add fjord --owner maya --kind client --rate 110.00/hour --target 3500.00"
    )

    @Argument(help: "The new stream’s id.")
    var stream: String

    @OptionGroup(title: "The stream")
    var options: StreamOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = options.request(stream, changing.options)
        try session.show(try await session.client.addStream(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan stream edit`
struct StreamEditCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change what is said of a stream.",
        discussion: """
            A new rate holds from a day on; what was before stays as it was: famplan stream edit fjord --rate 120/hour \
            --from 2027-01-01
            An empty value takes a field away: famplan stream edit fjord --target ''
            """
    )

    @Argument(help: "The stream.")
    var stream: String

    @OptionGroup(title: "The stream")
    var options: StreamOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        guard !options.isEmpty else {
            throw Self.usage("cannot edit “\(stream)”: no field is given (such as --rate 95.00/hour or --target 4000)")
        }
        let request = options.request(stream, changing.options)
        try session.show(try await session.client.editStream(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan stream archive`
struct StreamArchiveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Let a stream end; its past stays.",
        discussion: "Taking it back: famplan stream edit fjord --archived ''"
    )

    @Argument(help: "The stream.")
    var stream: String

    @Option(help: ArgumentHelp("The first day on which it is no more.", valueName: "date"))
    var from = "today"

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = StreamRequest(
            stream: stream,
            fields: ["archived": [from]],
            rate: nil,
            revenue: nil,
            from: nil,
            options: changing.options
        )
        try session.show(try await session.client.editStream(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan stream rm`
struct StreamRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Take a stream out that nothing names (archive keeps its past)."
    )

    @Argument(help: "The stream.")
    var stream: String

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = RemoveStreamRequest(stream: stream, options: changing.options)
        try session.show(try await session.client.removeStream(request), with: ChangeRenderer())
        return .done
    }
}
