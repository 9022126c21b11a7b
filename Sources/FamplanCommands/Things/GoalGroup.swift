internal import ArgumentParser
internal import FamplanAPI

/// `famplan goal`
enum GoalGroup: ThingGroup {
    typealias Fields = GoalOptions

    static let routes = ThingRoutes.goals
    static let names = NameKind.goal
    static let words = GroupWords(
        abstract: "What the family decided to value; how it stands is in famplan balance.",
        list: "Every goal, a line each.",
        show: .init("All that is said of one goal.", "famplan goal show us"),
        add: .init(
            "Add a goal.",
            """
            famplan goal add us --kind together --min 10h
            famplan goal add split --kind care-share --person kofi --between 40%-60% --weeks 4
            famplan goal add maya-noah --kind one-on-one --person maya --child noah --min 2h
            famplan goal add maya-own --kind own-time --person maya --min 4h
            """
        ),
        edit: .init(
            "Change what a goal asks for.",
            """
            famplan goal edit us --min 8h
            famplan goal edit split --between 45%-55%
            """
        ),
        remove: .init("Take a goal out.", "famplan goal rm us"),
        fields: "--min 2h or --between 40%-60%"
    )

    static func renderer(isFull: Bool) -> ThingsRenderer<GoalsReport> { ThingsRenderer(isFull: isFull) }

    static func removal(_ id: String, _ options: ChangeOptions) -> RemoveThingRequest {
        RemoveThingRequest(id: id, options: options)
    }
}

/// The fields of a goal, by the names of the household file.
struct GoalOptions: ThingFields {
    @Option(
        help: "care-share, together, one-on-one or own-time.",
        completion: .list(["care-share", "together", "one-on-one", "own-time"])
    )
    var kind: String?

    @Option(help: "The parent whose goal it is (not of together).", completion: .live(.person))
    var person: String?

    @Option(help: "The child of the two (of one-on-one).", completion: .live(.child))
    var child: String?

    @Option(help: ArgumentHelp("The least in a week: 4h.", valueName: "time"))
    var min: String?

    @Option(help: ArgumentHelp("Of care-share: the least and the most of the care, 40%-60%.", valueName: "shares"))
    var between: String?

    @Option(help: ArgumentHelp("Of care-share: over how many weeks.", valueName: "n"))
    var weeks: String?

    var isEmpty: Bool { fields.isEmpty }

    func request(_ id: String, _ options: ChangeOptions) -> ThingRequest {
        ThingRequest(id: id, fields: fields, options: options)
    }

    private var fields: EntryFields {
        var fields: EntryFields = [:]
        let single = [("kind", kind), ("person", person), ("child", child), ("min", min), ("weeks", weeks)]
        for case (let name, let value?) in single { fields.give(name, value) }
        if let between { fields["between"] = Self.shares(between) }
        return fields
    }

    /// `40%-60%`, with a dash of whatever length, or a comma.
    private static func shares(_ text: String) -> [String] {
        text.split { "-–—,".contains($0) }.map { String($0.filter { $0 != " " }) }
    }
}
