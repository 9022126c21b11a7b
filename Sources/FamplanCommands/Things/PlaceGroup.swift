internal import ArgumentParser
internal import FamplanAPI

/// `famplan place`
enum PlaceGroup: ThingGroup {
    typealias Fields = PlaceOptions

    static let routes = ThingRoutes.places
    static let names = NameKind.place
    static let words = GroupWords(
        abstract: "The places where entries happen, and how long the ways between them take.",
        list: "Every place, a line each.",
        show: .init("All that is said of one place, and what names it.", "famplan place show school"),
        add: .init(
            "Add a place.",
            """
            famplan place add zoo --name 'City zoo' --minutes 25
            famplan place add pool --minutes 20 --travel school=10
            The way from one place to another is the sum through home, unless --travel says otherwise.
            """
        ),
        edit: .init(
            "Change what is said of a place.",
            """
            famplan place edit school --minutes 20
            famplan place edit school --travel office-park=50 --travel zoo=15
            famplan place edit school --no-travel zoo
            """
        ),
        remove: .init("Take a place out that nothing names; its travel times go with it.", "famplan place rm zoo"),
        fields: "--minutes 15 or --travel school=10"
    )

    static func renderer(isFull: Bool) -> ThingsRenderer<PlacesReport> { ThingsRenderer(isFull: isFull) }

    static func removal(_ id: String, _ options: ChangeOptions) -> RemoveThingRequest {
        RemoveThingRequest(id: id, options: options)
    }
}

/// The fields of a place, by the names of the household file.
struct PlaceOptions: ThingFields {
    @Option(parsing: .unconditional, help: "What the place is called.")
    var name: String?

    @Option(
        name: [.long, .customLong("minutes-from-home"), .customLong("minutesFromHome")],
        help: ArgumentHelp("The way there from home, one way: 15.", valueName: "n")
    )
    var minutes: String?

    @Option(
        help: ArgumentHelp(
            "How long it takes to another place, where the sum through home is wrong: school=10; again for more.",
            valueName: "place=n"
        )
    )
    var travel: [String] = []

    @Option(
        name: .customLong("no-travel"),
        help: ArgumentHelp("A place to which the way is the sum through home again.", valueName: "place"),
        completion: .live(.place)
    )
    var without: [String] = []

    var isEmpty: Bool { fields.isEmpty }

    func request(_ id: String, _ options: ChangeOptions) -> ThingRequest {
        ThingRequest(id: id, fields: fields, options: options)
    }

    private var fields: EntryFields {
        var fields: EntryFields = [:]
        for case (let name, let value?) in [("name", name), ("minutesFromHome", minutes)] { fields.give(name, value) }
        let ways = travel + without.map { "\($0)=" }
        if !ways.isEmpty { fields["travel"] = ways }
        return fields
    }
}
