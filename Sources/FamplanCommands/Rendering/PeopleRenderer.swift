package import FamplanAPI

package typealias PeopleRenderer = ThingsRenderer<PeopleReport>

extension PeopleReport: ThingsShown {
    package static var words: ThingsWords {
        ThingsWords(
            none: "Nobody lives here yet.",
            columns: [10, nil, 20],
            begin: ("Set up a household by answering questions", "famplan init"),
            show: "famplan person show",
            edit: ("Change something", "famplan person edit", "--digest 06:45 --channel email")
        )
    }

    package var shown: [ShownThing] { people.map(shown) }

    /// Somebody who can be told things, if there is one.
    package var example: String? { (people.first { $0.notify != nil } ?? people.first)?.id }

    private func shown(_ person: PersonReport) -> ShownThing {
        ShownThing(
            id: person.id,
            title: Text(person.name, .bold) + Text(" (\(person.id)), \(person.role)"),
            cells: [Text(person.name), Text(person.role, .dim), told(person.notify)],
            fields: fields(person)
        )
    }

    private func told(_ notify: NotifyReport?) -> Text {
        guard let notify else { return Text() }
        guard !notify.channels.isEmpty else { return Text("told nothing", .dim) }
        let channels = notify.channels.map {
            Text($0.channel) + ($0.isConfigured ? Text() : Text(" (not configured)", .red))
        }
        let digest = notify.digest.map { Text("digest \($0), ") } ?? Text()
        return digest + Text("by ") + channels.joined(Text(", "))
    }

    private func fields(_ person: PersonReport) -> [(label: String, value: Text)] {
        var fields: [(label: String, value: Text)] = []
        func add(_ label: String, _ value: String?) {
            if let value { fields.append((label, Text(value))) }
        }
        add("unixUser", person.unixUser)
        for field in person.fields { add(field.field, field.value) }
        guard let notify = person.notify else { return fields }
        add("digest", notify.digest)
        add("balance", notify.balance)
        add("quiet", notify.quiet)
        add("language", notify.language)
        for channel in notify.channels { fields.append((channel.channel, words(channel))) }
        if notify.channels.isEmpty { add("channels", "none: told nothing") }
        return fields
    }

    private static let conflicts = [
        "notice": "every conflict", "warning": "warnings and critical conflicts", "critical": "critical conflicts",
    ]

    /// `maya@home.example: warnings and critical conflicts, digest, reminders, changes`
    private func words(_ channel: SubscriptionReport) -> Text {
        let kinds = [
            (true, Self.conflicts[channel.severity] ?? "conflicts from \(channel.severity) on"),
            (channel.digest, "digest"), (channel.reminders, "reminders"), (channel.changes, "changes"),
        ].filter(\.0).map(\.1)
        let address = channel.address.map { Text("\($0): ") } ?? Text()
        return address + Text(kinds.joined(separator: ", "))
            + (channel.isConfigured ? Text() : Text(" (not configured)", .red))
    }
}
