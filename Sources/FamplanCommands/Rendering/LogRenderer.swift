package import FamplanAPI

/// What was really done, day by day; what crosses midnight stands on the day on which it began.
package struct LogRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<TimeLog>, on page: inout Page) throws {
        let log = document.body
        let now = try Moment(document.now)
        guard !log.times.isEmpty else {
            page.add(Text("Nothing was logged \(try rangeWords(log.from, log.to))."))
            page.addGap()
            return page.addHint("Log what is planned for you now", "famplan start")
        }
        let rows = LogRows(names: Names(log.names))
        let days = try Dictionary(grouping: log.times) { try Moment($0.start).day }.sorted { $0.key < $1.key }
        let tables = try days.map { (day: $0.key, table: try rows.table($0.value)) }
        let widths = tables.reduce(into: Table(LogRows.columns)) { $0.add(rowsOf: $1.table) }
            .widths(in: page.look.width)
        for (day, table) in tables {
            page.addGap()
            page.add(dayHeading(day, now: now))
            for line in table.lines(widths: widths) { page.add(line) }
        }
        page.addGap()
        page.add(Text("In all  ", .bold) + Text(rows.totals(log.times)))
    }
}

/// How logged times are put into rows: their numbers, when, how long, what, who.
struct LogRows {
    static let columns = [
        Table.Column(), Table.Column(), Table.Column(), Table.Column(least: 14, weight: 2), Table.Column(least: 6),
    ]

    let names: Names

    func table(_ times: [LoggedItem]) throws -> Table {
        var table = Table(Self.columns)
        for time in times { table.add(try row(time)) }
        return table
    }

    /// `work on Northwind`, `care for Noah`; of somebody else's private time nothing.
    func activity(_ time: LoggedItem) -> String {
        switch time.activity {
        case "work": names[time.stream ?? ""]
        case "care": "care for \(time.for.map { names[$0] }.joined(separator: ", "))"
        default: "something private"
        }
    }

    /// `Maya 12 h 30 min, Kofi 8 h`, in the order in which they come.
    func totals(_ times: [LoggedItem]) -> String {
        var people: [String] = []
        for time in times where !people.contains(time.person) { people.append(time.person) }
        return people.map { person in
            let minutes = times.filter { $0.person == person }.map(\.minutes).reduce(0, +)
            return "\(names[person]) \(amountWords(minutes: Int(minutes.rounded())))"
        }.joined(separator: ", ")
    }

    private func row(_ time: LoggedItem) throws -> [Text] {
        let isRunning = time.end == nil
        var what = Text(activity(time))
        if let note = time.note { what += Text(" \(note)", .dim) }
        if time.private { what += Text(" (private)", .dim) }
        return [
            Text("\(time.number)", .dim),
            Text(try when(time), isRunning ? [.bold, .cyan] : []),
            Text(amountWords(minutes: Int(time.minutes.rounded()))),
            what,
            Text(names[time.person]),
        ]
    }

    private func when(_ time: LoggedItem) throws -> String {
        let start = try Moment(time.start)
        guard let end = try time.end.map(Moment.init) else { return "\(start.clock)– running" }
        let stretch = try Stretch(time.start, time.end ?? time.start)
        return stretch.lastDay == start.day
            ? "\(start.clock)–\(stretch.endClock)" : "\(start.clock)–\(end.clock) (\(end.day.words))"
    }
}
