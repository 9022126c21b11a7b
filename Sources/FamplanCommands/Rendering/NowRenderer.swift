package import FamplanAPI

/// Who is where and does what, and who has each child until when.
package struct NowRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Now>, on page: inout Page) throws {
        let now = try Moment(document.now)
        page.add(
            Text("\(now.day.fullWords) \(now.clock)", .bold) + Text(" · \(document.timeZone)", .dim),
            indent: 0
        )
        page.addGap()
        guard !document.body.people.isEmpty else {
            return page.addNobody()
        }
        try NowPeople(now: now).add(document.body.people, on: &page)
        try addRunning(document.body, on: &page)
        try addChildren(document.body.children, now: now, on: &page)
        try addConflicts(document.body.conflicts, on: &page)
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
                Text(who, isGap ? [.bold, .red] : []) + (try until(child.until, now: now, width: page.look.width)),
            ])
        }
        for line in table.lines(widths: table.widths(in: page.look.width)) { page.add(line) }
    }

    private func addConflicts(_ conflicts: [ConflictItem], on page: inout Page) throws {
        guard !conflicts.isEmpty else {
            page.addGap()
            return page.add(Text("✓ ", .green) + Text("No conflicts for the rest of the day."))
        }
        try ConflictLines().add(all: conflicts, "today", on: &page)
        page.addGap()
        page.addHint("See the week", "famplan week")
    }

    /// ` until 14:15 · 4 h 35 min more`
    private func until(_ end: String, now: Moment, width: Int) throws -> Text {
        let end = try Moment(end)
        let until = Text(" until \(end.words(seenFrom: now))")
        guard width >= NowPeople.leastForColumns else { return until }
        let rest = durationWords(seconds: (end.instant - now.instant) / 60 * 60)
        return until + Text("\u{A0}· \(rest) more", .dim)
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
