package import FamplanAPI

/// Hours against deadlines, then a bar for each day of this week and next.
package struct CapacityRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<CapacityReport>, on page: inout Page) throws {
        let report = document.body
        let names = Names(report.names)
        if report.deadlines.isEmpty { page.add(Text("No deadlines are coming up.")) }
        for deadline in report.deadlines { try add(deadline, names, on: &page) }
        let days = report.people.flatMap(\.days)
        let bars = try CapacityBars(days, width: page.look.width)
        for person in report.people {
            page.addGap()
            page.add(Text("\(names[person.person]), this week and next", .bold))
            for day in person.days { page.add(try bars.line(day)) }
        }
        if !report.people.isEmpty {
            page.addGap()
            page.add(
                Text(
                    "━ booked  ─ can still be booked: outside 23:00–06:00, care, protected time and work limits",
                    .dim
                ),
                indent: 0
            )
        }
    }

    private func add(_ item: DeadlineCapacityItem, _ names: Names, on page: inout Page) throws {
        page.addGap()
        let due = try Moment(item.due)
        page.add(
            Text(item.title, .bold) + Text(" (\(names[item.stream]), \(names[item.person])), due \(due.words)"),
            indent: 0
        )
        var table = Table([Table.Column(), Table.Column(least: 30)], indent: 2)
        let parts = [
            "\(hourWords(item.neededMinutes)) h", "\(hourWords(item.bookedMinutes)) h booked",
            item.missingMinutes > 0 ? "\(hourWords(item.missingMinutes)) h missing" : "nothing missing",
        ]
        table.add([Text("needs", .dim), Text(parts.joined(separator: ", "))])
        let free =
            "\(hourWords(item.freeMinutes)) h in its hours, \(hourWords(item.bookableMinutes)) h of it can be booked"
        table.add([Text("free", .dim), Text(free)])
        table.add([Text("done by", .dim), try done(item, due)])
        if let help = item.help { table.add([Text("help", .dim), words(help, item, names)]) }
        page.add(table)
    }

    private func done(_ item: DeadlineCapacityItem, _ due: Moment) throws -> Text {
        guard let done = item.doneBy else { return Text("not in sight: there is too little time to book", .red) }
        let moment = try Moment(done)
        guard item.neededMinutes > 0 else { return Text("nothing is left to do", .green) }
        guard moment > due else { return Text(moment.words, .green) + Text(" at the earliest") }
        return Text(moment.words, .yellow) + Text(" at the earliest, after it is due")
    }

    private func words(_ help: CareSwapItem, _ item: DeadlineCapacityItem, _ names: Names) -> Text {
        let freed = "\(names[help.person]) could free \(hourWords(help.minutes)) h by taking over care"
        let share = "\(names[item.person])'s share of the care until then would go from "
        return Text("\(freed); \(share)\(percent(help.shareBefore)) to \(percent(help.shareAfter))")
    }

    private func percent(_ share: Double) -> String {
        share == share.rounded() ? "\(Int(share)) %" : "\(share) %"
    }
}

/// A bar for each day, all to one scale.
private struct CapacityBars {
    private static let label = "Mon 23 Nov".count
    private let cells: Int
    /// In minutes.
    private let longest: Double

    init(_ days: [DayCapacityItem], width: Int) throws {
        cells = min(max(width - Self.label - 30, 8), 48)
        longest = max(days.map { max($0.bookedMinutes + $0.bookableMinutes, $0.limitMinutes ?? 0) }.max() ?? 0, 60)
    }

    func line(_ day: DayCapacityItem) throws -> Text {
        let date = try Moment(day.date + "T00:00:00Z").day
        let label = Text(date.words).padded(to: Self.label)
        let bar =
            Text(String(repeating: "━", count: length(of: day.bookedMinutes)), .blue)
            + Text(String(repeating: "─", count: length(of: day.bookableMinutes)), .green)
        let isOver = day.limitMinutes.map { day.bookedMinutes > $0 } ?? false
        let words =
            Text("\(hourWords(day.bookedMinutes)) h", isOver ? .yellow : [])
            + Text(day.bookableMinutes > 0 ? ", \(hourWords(day.bookableMinutes)) h free" : "", .green)
        return Text("  ") + label + Text("  ") + bar.padded(to: cells + 1) + Text("  ") + words
    }

    /// In cells; at least one for anything at all.
    private func length(of minutes: Double) -> Int {
        guard minutes > 0 else { return 0 }
        return max(Int((minutes / longest * Double(cells)).rounded()), 1)
    }
}
