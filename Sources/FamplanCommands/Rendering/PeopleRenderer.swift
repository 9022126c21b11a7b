package import FamplanAPI

/// The people of the household: a line each, or all that is said of them.
package struct PeopleRenderer: Renderer {
    let isFull: Bool

    package init(isFull: Bool = false) { self.isFull = isFull }

    package func render(_ document: Document<PeopleReport>, on page: inout Page) throws {
        let people = document.body.people
        guard let first = people.first else {
            return page.addNobody()
        }
        if isFull { people.forEach { addFull($0, on: &page) } } else { page.add(list(people)) }
        page.addGap()
        let example = people.first { $0.notify != nil } ?? first
        if isFull {
            page.addHint("Change something", "famplan person edit \(example.id) --digest 06:45 --channel email")
        } else {
            page.addHint("All of one", "famplan person show \(example.id)")
        }
    }

    private func list(_ people: [PersonReport]) -> Table {
        var table = Table([Table.Column(), Table.Column(least: 10), Table.Column(), Table.Column(least: 20)])
        for person in people {
            table.add([Text(person.id, .bold), Text(person.name), Text(person.role, .dim), told(person.notify)])
        }
        return table
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

    private func addFull(_ person: PersonReport, on page: inout Page) {
        page.addGap()
        page.add(Text(person.name, .bold) + Text(" (\(person.id)), \(person.role)"))
        var table = Table([Table.Column(), Table.Column(least: 30)], indent: 2)
        func add(_ label: String, _ value: String?) {
            if let value { table.add([Text(label, .dim), Text(value)]) }
        }
        add("unixUser", person.unixUser)
        for field in person.fields { add(field.field, field.value) }
        if let notify = person.notify {
            add("digest", notify.digest)
            add("balance", notify.balance)
            add("quiet", notify.quiet)
            add("language", notify.language)
            for channel in notify.channels { table.add([Text(channel.channel, .dim), words(channel)]) }
            if notify.channels.isEmpty { add("channels", "none: told nothing") }
        }
        page.add(table)
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
