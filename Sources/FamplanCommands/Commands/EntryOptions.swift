internal import ArgumentParser
internal import FamplanAPI

/// The fields of an entry, by the names of the household file.
struct EntryOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "What it is called.")
    var title: String?

    @Option(parsing: .unconditional, help: "More about it.")
    var note: String?

    @Option(
        name: [.customLong("who"), .customLong("people")],
        help: ArgumentHelp("Whose it is; again or with commas for more.", valueName: "person"),
        completion: .lists(of: .person)
    )
    var people: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The children cared for.", valueName: "child"),
        completion: .lists(of: .child)
    )
    var children: [String] = []

    @Option(help: "The income stream worked on.", completion: .live(.stream))
    var stream: String?

    @Option(help: "Where it is: home where none is given.", completion: .live(.place))
    var place: String?

    @Option(help: "call, focus, light or free.", completion: .list(["call", "focus", "light", "free"]))
    var attention: String?

    @Option(
        name: [.customLong("start"), .customLong("from")],
        help: ArgumentHelp("When it begins: 2026-11-24T14:00, fri 15:00, a date.", valueName: "when")
    )
    var start: String?

    @Option(
        name: [.customLong("end"), .customLong("to")],
        help: ArgumentHelp("When it ends; of whole days, the last.", valueName: "when")
    )
    var end: String?

    @Option(help: ArgumentHelp("How long it is, for --end: 90m, 1h30m, 3d.", valueName: "time"))
    var duration: String?

    @Flag(name: [.customLong("all-day"), .customLong("allDay")], help: "It has the whole day.")
    var allDay = false

    @Option(
        name: [.customLong("time-zone"), .customLong("timeZone")],
        help: ArgumentHelp("Its time zone: the household’s where none is given.", valueName: "zone")
    )
    var timeZone: String?

    @Option(help: ArgumentHelp("How it repeats: an RRULE value.", valueName: "rrule"))
    var `repeat`: String?

    @Option(help: ArgumentHelp("Extra starts.", valueName: "when"))
    var also: [String] = []

    @Option(help: ArgumentHelp("Days off: 2026-12-24, 2026-07-20/2026-08-31.", valueName: "dates"))
    var except: [String] = []

    @Option(
        name: [.customLong("resources"), .customLong("resource")],
        help: ArgumentHelp("What only one entry can use at a time.", valueName: "resource"),
        completion: .lists(of: .resource)
    )
    var resources: [String] = []

    @OptionGroup
    var more: FurtherEntryOptions

    /// The fields that were given, `kind` left out.
    var fields: EntryFields {
        var fields = more.fields
        let single = [
            ("title", title), ("note", note), ("stream", stream), ("place", place), ("attention", attention),
            ("start", start), ("end", end), ("duration", duration), ("allDay", allDay ? "true" : nil),
            ("timeZone", timeZone), ("repeat", `repeat`),
        ]
        for case (let name, let value?) in single { fields.give(name, value) }
        let lists = [
            ("people", people), ("for", children), ("also", also), ("except", except), ("resources", resources),
        ]
        for (name, values) in lists where !values.isEmpty { fields.give(name, list: values) }
        return fields
    }
}

extension EntryFields {
    /// One value; an empty one takes the field away.
    mutating func give(_ name: String, _ value: String) {
        self[name] = value.isEmpty ? [] : [value]
    }

    /// Several values, each perhaps several with commas.
    mutating func give(_ name: String, list: [String]) {
        self[name] = list.flatMap { $0.split(separator: ",") }.map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var rest = drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
