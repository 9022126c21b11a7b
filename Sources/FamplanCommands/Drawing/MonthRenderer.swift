package import FamplanAPI

/// The month, drawn: a cell for each day, and below it what is wrong.
package struct MonthRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Month>, on page: inout Page) throws {
        var body = document.body
        body.conflicts = try body.conflicts.timely
        let range = try Stretch(body.from, body.to)
        let first = range.start.day
        let weekStart = body.weekStart - 1
        let grid = MonthGrid(width: page.look.width, first: first, end: range.end.day, weekStart: weekStart)
        let cells = try MonthCells(body, now: try Moment(document.now), first: first, grid: grid)
        page.addTitle(first.monthWords, household: body.household, zone: document.timeZone)
        page.addGap()
        page.add(grid.header(weekStart: weekStart))
        for week in grid.weeks {
            page.add(grid.rule)
            for line in cells.lines(of: week, on: page) { page.add(line) }
        }
        addLegend(body, on: &page)
        if !grid.hasWords { try addList(body, on: &page) }
        try ConflictLines().add(all: body.conflicts, "in \(first.monthWords)", on: &page)
    }

    private func addLegend(_ body: Month, on page: inout Page) {
        page.addGap()
        if !body.children.isEmpty {
            let signs = [(Block.Shape.available, "looked after"), (.school, "at school"), (.gap, "nobody has a child")]
                .map { shape, word in
                    Text(String(repeating: shape.glyphs.fill, count: 2), shape.style) + Text(" \(word)")
                }
            page.add(
                Text("The children from 6 to 22: ", .dim) + signs.joined(Text(", ")) + Text(", ⋅ no care needed."),
                indent: 0,
                hanging: 2
            )
        }
        page.add(
            Text(
                "! ~ · beside a date: a conflict begins on that day, see below. ◆ due. ▸ today. ‹ › goes on before, after.",
                .dim
            ),
            indent: 0,
            hanging: 2
        )
    }

    /// What the cells have no room for.
    private func addList(_ body: Month, on page: inout Page) throws {
        let bars = try MonthBars(body).bars.sorted { $0.days.lowerBound < $1.days.lowerBound }
        guard !bars.isEmpty else { return }
        page.addGap()
        var table = Table([Table.Column(), Table.Column(least: 10)])
        for bar in bars {
            let (start, end) = (bar.days.lowerBound, bar.days.upperBound)
            let days = start == end ? start.words : "\(start.words) – \(end.words)"
            table.add([Text(days), Text(bar.labels.first ?? "", bar.style)])
        }
        page.add(table)
    }
}

/// What stands in the cells of a month.
private struct MonthCells {
    private let grid: MonthGrid
    private let today: Day
    private let strip: MonthStrip?
    private let bars: MonthBars
    private let marks: [Day: Severity]

    init(_ month: Month, now: Moment, first: Day, grid: MonthGrid) throws {
        self.grid = grid
        today = now.day
        strip = month.children.isEmpty ? nil : try MonthStrip(month.children)
        bars = try MonthBars(month)
        // On the day on which it begins alone: a week's goal would mark each day of the week.
        let begun = try month.conflicts.map { (max(try Moment($0.start).day, first), Severity($0.severity)) }
        marks = Dictionary(begun, uniquingKeysWith: min)
    }

    func lines(of week: [Day?], on page: Page) -> [Text] {
        let days = week.enumerated().compactMap { column, day in day.map { (columns: column...column, day: $0) } }
        var lines = [grid.line(days.map { ($0.columns, date($0.day)) })]
        if let strip {
            let margin = Text(grid.hasWords ? " " : "")
            let cells = grid.cells - 2 * margin.width
            lines.append(grid.line(days.map { ($0.columns, margin + strip.line(on: $0.day, cells: cells)) }))
        }
        guard grid.hasWords else { return lines }
        let (rows, hidden) = bars.rows(in: week, most: grid.cells < 16 ? 4 : 6)
        lines += rows.map { row in
            grid.line(
                row.compactMap { columns, bar in
                    guard let first = week[columns.lowerBound], let last = week[columns.upperBound] else { return nil }
                    return (columns, bar.drawn(in: grid.width(of: columns), showing: first...last))
                }
            )
        }
        guard !hidden.isEmpty else { return lines }
        return lines + [grid.line(hidden.map { ($0.key...$0.key, Text("+\($0.value) more", .dim)) })]
    }

    /// `▸24 !      1h30`
    private func date(_ day: Day) -> Text {
        let number = String(day.parts.day)
        let space = number.count < 2 ? " " : ""
        let isToday = day == today
        var text = Text((isToday ? "▸" : " ") + space + number, isToday ? [.bold, .cyan] : .bold)
        if let mark = marks[day] { text += Text(grid.hasWords ? " " : "") + Text(mark.mark, mark.style) }
        guard let strip, grid.hasWords, case let gap = strip.gap(on: day), gap > 0 else { return text }
        let minutes = gap / 60
        let short = minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h\(minutes % 60 == 0 ? "" : padded(minutes % 60, 2))"
        let words = durationWords(seconds: gap)
        let fitting = ["nobody for \(words)", words, short].first { $0.count + text.width < grid.cells } ?? short
        let room = grid.cells - text.width - fitting.count
        return text + Text(String(repeating: " ", count: max(room, 1))) + Text(fitting, .red)
    }
}
