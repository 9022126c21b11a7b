package import FamplanAPI

/// Who is where and does what, and who has each child until when.
package struct NowRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Now>, on page: inout Page) throws {
        let now = try Moment(document.now)
        page.add(Text("\(now.day.fullWords) \(now.clock)", .bold) + Text(" \(document.timeZone)", .dim))
        page.addGap()
        guard !document.body.people.isEmpty else {
            page.add(Text("Nobody lives here yet."))
            return page.addHint("Begin with a household file", "famplan apply FILE")
        }
        var people = Table([Table.Column(least: 6), Table.Column(least: 12), Table.Column(least: 20)], indent: 2)
        for whereabouts in document.body.people { people.add(try row(whereabouts, now: now)) }
        page.add(people)
        try addRunning(document.body, on: &page)
        try addChildren(document.body.children, now: now, on: &page)
        try addConflicts(document.body.conflicts, on: &page)
    }

    private func row(_ whereabouts: Whereabouts, now: Moment) throws -> [Text] {
        var doing = Text()
        for item in whereabouts.items {
            let end = try Stretch(item.start, item.end)
            if !doing.isEmpty { doing += Text(", ") }
            doing += Text(item.title, Style.of(kind: item.kind))
            doing += Text(item.allDay ? " all day" : " until \(until(end.end, now: now))")
        }
        if doing.isEmpty { doing = Text("nothing planned", .dim) }
        if let attention = whereabouts.attention, attention != "free" { doing += Text(" (\(attention))", .dim) }
        if let next = whereabouts.next { doing += Text(", next \(try Moment(next.start).clock) \(next.title)", .dim) }
        return [Text(whereabouts.person.name, .bold), Text(place(of: whereabouts)), doing]
    }

    private func place(of whereabouts: Whereabouts) -> String {
        guard let place = whereabouts.place else { return whereabouts.items.isEmpty ? "–" : "away" }
        return place.lowercased() == "home" ? "at home" : "at \(place)"
    }

    /// What is being logged, beside what is planned.
    private func addRunning(_ now: Now, on page: inout Page) throws {
        guard let running = now.running, !running.isEmpty else { return }
        let rows = LogRows(names: Names(now.names ?? [:]))
        page.addGap()
        page.add(Text("Being logged", .bold))
        var table = Table([Table.Column(least: 6), Table.Column(least: 20)], indent: 2)
        for time in running {
            let since = "since \(try Moment(time.start).words), \(amountWords(minutes: Int(time.minutes.rounded())))"
            table.add([Text(rows.names[time.person], .bold), Text(rows.activity(time)) + Text(" \(since)", .dim)])
        }
        page.add(table)
    }

    private func addChildren(_ children: [ChildNow], now: Moment, on page: inout Page) throws {
        guard !children.isEmpty else { return }
        page.addGap()
        page.add(Text("Who has the children", .bold))
        var table = Table([Table.Column(), Table.Column(least: 6), Table.Column(least: 20)])
        for child in children {
            let isGap = child.by == "gap"
            let who = CoverWords.words(by: child.by, carers: child.carers.map(\.name))
            table.add([
                Text(isGap ? "!" : " ", [.bold, .red]),
                Text(child.child.name, .bold),
                Text(who, isGap ? [.bold, .red] : []) + Text(" until \(until(try Moment(child.until), now: now))"),
            ])
        }
        for line in table.lines(widths: table.widths(in: page.look.width)) { page.add(line) }
    }

    private func addConflicts(_ conflicts: [ConflictItem], on page: inout Page) throws {
        page.addGap()
        guard !conflicts.isEmpty else {
            page.add(Text("✓ ", .green) + Text("No conflicts for the rest of the day."))
            return
        }
        page.add(Text("\(counted(conflicts.count, "conflict")) today", .bold))
        let lines = ConflictLines()
        for conflict in conflicts { try lines.add(conflict, on: &page) }
        page.addGap()
        page.addHint("See the week", "famplan week")
    }

    private func until(_ end: Moment, now: Moment) -> String {
        end.day == now.day ? end.clock : end.words
    }
}

/// What `by` means, in words.
enum CoverWords {
    static func words(by: String, carers: [String]) -> String {
        let names = carers.joined(separator: ", ")
        return switch by {
        case "gap": "nobody"
        case "none": "no care needed"
        case "school": "school"
        case "together": names.isEmpty ? "together" : "together with \(names)"
        case "way": names.isEmpty ? "on the way" : "on the way with \(names)"
        default: names.isEmpty ? by : names
        }
    }
}
