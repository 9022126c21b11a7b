internal import FamplanAPI
internal import FamplanClient

/// What follows once a new household is in the plan: calendars are followed, channels tried, and what is next is said.
struct SettingUp {
    let session: Session
    let household: NewHousehold
    /// The household file's name.
    let file: String

    func finish(_ answer: ChangeAnswer) async throws {
        try show { page in
            page.add(Text())
            page.add(Text("✓ ", .green) + Text("\(file) is written, and the plan is made."))
            addConflicts(answer.created, on: &page)
        }
        for calendar in household.calendars { try await follow(calendar) }
        for parent in household.parents where !parent.channels.isEmpty { try await tell(parent) }
        try show { addNext(answer.change, on: &$0) }
    }

    private func addConflicts(_ created: [ConflictItem], on page: inout Page) {
        guard !created.isEmpty else { return }
        let grave = created.filter { $0.severity != "notice" }
        for conflict in grave.prefix(3) {
            let severity = Severity(conflict.severity)
            page.add(Text(severity.mark + " ", severity.style) + Text(conflict.message), indent: 0, hanging: 2)
        }
        if grave.isEmpty {
            let isUnbooked = created.allSatisfy { $0.kind == "stream-hours" }
            let about = isUnbooked ? " about work that is not booked yet" : ""
            let words = "Nothing is wrong so far; \(counted(created.count, "notice"))\(about)."
            page.add(Text("· ", .dim) + Text(words), indent: 0, hanging: 2)
        }
    }

    // MARK: Calendars

    private func follow(_ calendar: NewHousehold.Calendar) async throws {
        switch calendar.source {
        case .file(let path): try show { addFile(path, calendar, on: &$0) }
        case .address(let address): try await follow(calendar, at: address)
        }
    }

    /// The household is made by now: what can't be followed is told, and is no failure.
    private func follow(_ calendar: NewHousehold.Calendar, at address: String) async throws {
        var fields: EntryFields = [:]
        if !calendar.people.isEmpty { fields.give("people", list: calendar.people) }
        if !calendar.stream.isEmpty { fields.give("stream", calendar.stream) }
        let request = FeedAddRequest(
            url: address,
            role: calendar.role,
            name: calendar.name,
            fields: fields,
            closes: calendar.closes,
            every: nil,
            allowsPrivate: calendar.isAtHome
        )
        let trouble: String?
        var ahead = 0
        do {
            let feed = try await session.client.add(request).document().body.feeds.last
            (trouble, ahead) = (feed?.trouble, feed?.ahead ?? 0)
        } catch let error as ClientError {
            trouble = Failure(error).message
        }
        try show { page in
            guard let trouble else {
                let words =
                    "The calendar of \(calendar.name) is followed: \(ahead == 1 ? "1 entry" : "\(ahead) entries") to come."
                return page.add(Text("✓ ", .green) + Text(words), indent: 0, hanging: 2)
            }
            let words = "The calendar of \(calendar.name) could not be read: \(trouble)"
            page.add(Text("! ", [.bold, .red]) + Text(words), indent: 0, hanging: 2)
            page.addHint("How it is, and what can be done", "famplan feed")
        }
    }

    /// A file would be read with the daemon's rights: so its own configuration names it, and no command.
    private func addFile(_ path: String, _ calendar: NewHousehold.Calendar, on page: inout Page) {
        let words =
            "The calendar of \(calendar.name) is a file: to have it followed, put this in famplan.yaml and reload the daemon."
        page.add(Text("~ ", .yellow) + Text(words), indent: 0, hanging: 2)
        var keys = ["url: \(NewHousehold.quoted("file://\(path)"))", "role: \(calendar.role)"]
        if !calendar.closes.isEmpty { keys.append("entries: [\(calendar.closes.joined(separator: ", "))]") }
        if !calendar.people.isEmpty { keys.append("people: [\(calendar.people.joined(separator: ", "))]") }
        if !calendar.stream.isEmpty { keys.append("stream: \(calendar.stream)") }
        page.add(Text("  feeds:"))
        page.add(Text("    \(Answers.id(calendar.name)):"))
        for key in keys { page.add(Text("      \(key)")) }
    }

    // MARK: Being told

    private func tell(_ parent: NewHousehold.Parent) async throws {
        let secrets = parent.channels.filter { !$0.secret.isEmpty }.map { "\($0.name)=address=\($0.secret)" }
        do {
            if !secrets.isEmpty {
                let request = PersonRequest(
                    person: parent.id,
                    fields: [:],
                    channels: secrets,
                    without: [],
                    options: ChangeOptions()
                )
                _ = try await session.client.edit(request, of: .people)
            }
            let sent = try await session.client.testNotification(
                TestNotificationRequest(person: parent.id, channel: nil)
            )
            let rows = try await settled(sent.document().body.rows)
            try show { page in
                for row in rows { add(row, of: parent, on: &page) }
            }
        } catch let error as ClientError {
            try session.note("! \(parent.name) could not be told: \(Failure(error).message)")
        }
    }

    /// The messages once they are sent or given up, or as they are after some seconds.
    private func settled(_ sent: [OutboxItem]) async throws -> [OutboxItem] {
        var rows = sent
        for _ in 0..<40 where rows.contains(where: { $0.state == "pending" && $0.attempts == 0 }) {
            try await Task.sleep(for: .milliseconds(100))
            let all = try await session.client.outbox().document().body.rows
            rows = sent.map { old in all.first { $0.id == old.id } ?? old }
        }
        return rows
    }

    private func add(_ row: OutboxItem, of parent: NewHousehold.Parent, on page: inout Page) {
        switch row.state {
        case "sent":
            let words = "A test message to \(parent.name) by \(row.channel) was sent."
            page.add(Text("✓ ", .green) + Text(words), indent: 0, hanging: 2)
        case "pending" where row.attempts == 0:
            let words = "A test message to \(parent.name) by \(row.channel) is on its way: famplan outbox"
            page.add(Text("~ ", .yellow) + Text(words), indent: 0, hanging: 2)
        default:
            let words =
                "A test message to \(parent.name) by \(row.channel) did not go out: \(row.error ?? "no reason given")"
            page.add(Text("! ", [.bold, .red]) + Text(words), indent: 0, hanging: 2)
            page.addHint("Once it is mended", "famplan outbox retry \(row.id)")
        }
    }

    // MARK: What is next

    private func addNext(_ change: Int?, on page: inout Page) {
        page.add(Text())
        page.add(Text("Next", .bold))
        var table = Table([.init(), .init()], indent: 2)
        table.add([Text("Your week"), Text("famplan week")])
        if let stream = household.parents.flatMap(\.streams).first {
            table.add([Text("Work"), Text("famplan add 'tue 9-12 #\(stream.id)'")])
        }
        if let child = household.children.first {
            table.add([Text("An appointment"), Text("famplan add 'Dentist fri 15:00 @\(child.id)'")])
        }
        table.add([Text("What is wrong"), Text("famplan conflicts")])
        if let change { table.add([Text("To take it all back"), Text("famplan undo \(change)")]) }
        page.add(table)
    }

    private func show(_ add: (inout Page) -> Void) throws {
        var page = Page(look: session.look)
        add(&page)
        try session.console.print(page.string)
    }
}
