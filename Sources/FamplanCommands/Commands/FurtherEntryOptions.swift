internal import ArgumentParser
internal import FamplanAPI

/// The fields of an entry that are needed less often.
struct FurtherEntryOptions: ParsableArguments {
    @Option(
        name: [.customLong("drop-off"), .customLong("dropOff")],
        help: ArgumentHelp("Who brings the child.", valueName: "person"),
        completion: .live(.person)
    )
    var dropOff: String?

    @Option(
        name: [.customLong("pick-up"), .customLong("pickUp")],
        help: ArgumentHelp("Who fetches the child.", valueName: "person"),
        completion: .live(.person)
    )
    var pickUp: String?

    @Option(help: ArgumentHelp("How long before to remind: 15m.", valueName: "time"))
    var remind: String?

    @Option(
        help: "How far a suggestion may move it: fixed, day or week.",
        completion: .list(["fixed", "day", "week"])
    )
    var movable: String?

    @Option(help: "Where there is more.")
    var url: String?

    @Flag(inversion: .prefixedNo, help: "Not certain yet.")
    var tentative: Bool?

    @Flag(inversion: .prefixedNo, help: "Whether it takes part in the conflict rules.")
    var busy: Bool?

    @Flag(inversion: .prefixedNo, help: "A child away with somebody who looks after it.")
    var supervised: Bool?

    @Flag(name: .customLong("private"), help: "Only its people are told what it is; others see that they are busy.")
    var isPrivate = false

    @Flag(name: .customLong("not-private"), help: "Everybody sees what it is.")
    var isNotPrivate = false

    func validate() throws {
        if isPrivate, isNotPrivate { throw ValidationError("cannot be both --private and --not-private") }
    }

    var fields: EntryFields {
        var fields: EntryFields = [:]
        let single = [
            ("dropOff", dropOff), ("pickUp", pickUp), ("remind", remind), ("movable", movable), ("url", url),
            ("tentative", tentative.map(String.init)), ("busy", busy.map(String.init)),
            ("supervised", supervised.map(String.init)),
            ("private", isPrivate ? "true" : isNotPrivate ? "false" : nil),
        ]
        for case (let name, let value?) in single { fields.give(name, value) }
        return fields
    }
}
