internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan stream`
enum StreamGroup: ThingGroup {
    typealias Fields = StreamOptions

    static let routes = ThingRoutes.streams
    static let names = NameKind.stream
    static let words = GroupWords(
        abstract: "The income streams: clients, jobs, products, and the admin that comes with them.",
        list: "Every stream, a line each.",
        show: .init("All that is said of one stream.", "famplan stream show northwind"),
        add: .init(
            "Add an income stream.",
            "famplan stream add fjord --owner maya --kind client --rate 110.00/hour --target 3500.00"
        ),
        edit: .init(
            "Change what is said of a stream.",
            """
            famplan stream edit fjord --rate 120/hour --from 2027-01-01
            famplan stream edit fjord --target ''
            A new rate holds from a day on; what was before stays as it was. An empty value takes a field away.
            """
        ),
        remove: .init(
            "Take a stream out that nothing names (archive keeps its past).",
            "famplan stream rm fjord --dry-run"
        ),
        fields: "--rate 95.00/hour or --target 4000"
    )
    static let further: [any ParsableCommand.Type] = [StreamArchiveCommand.self]

    static func renderer(isFull: Bool) -> StreamsRenderer { StreamsRenderer(isFull: isFull) }

    static func removal(_ id: String, _ options: ChangeOptions) -> RemoveStreamRequest {
        RemoveStreamRequest(stream: id, options: options)
    }

    struct ListOptions: ThingListOptions {
        @Flag(help: "With those that are archived.")
        var all = false
    }
}

/// `famplan stream archive`
struct StreamArchiveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Let a stream end; its past stays.",
        discussion: """
            famplan stream archive fjord
            famplan stream archive fjord --from 2027-01-01
            famplan stream edit fjord --archived ''
            The last one takes it back.
            """
    )

    @OptionGroup
    var named: NamedThing<StreamGroup>

    @Option(help: ArgumentHelp("The first day on which it is no more.", valueName: "date"))
    var from = "today"

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = StreamRequest(
            stream: named.id,
            fields: ["archived": [from]],
            rate: nil,
            revenue: nil,
            from: nil,
            options: changing.options
        )
        try session.show(try await session.client.edit(request, of: .streams), with: ChangeRenderer())
        return .done
    }
}
