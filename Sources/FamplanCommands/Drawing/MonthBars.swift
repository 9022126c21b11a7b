internal import FamplanAPI

/// What has whole days of a month, or is due on one: bars over the days that it takes.
struct MonthBars {
    struct Bar {
        var days: ClosedRange<Day>
        /// What stands in it: the first that fits.
        var labels: [String]
        /// Nil: no line is drawn, for it is of one day.
        var shape: Block.Shape?
        var style: Style
    }

    let bars: [Bar]

    init(_ month: Month) throws {
        let names = Names(month.names)
        let items = try month.items.compactMap { try Self.bar($0, names) }
        bars = try items + month.due.map { try Self.bar($0, names) }
    }

    /// Bars by the lines in which they stand, so that none hides another, and how many of each day found no room.
    func rows(in week: [Day?], most: Int) -> (rows: [[(columns: ClosedRange<Int>, bar: Bar)]], hidden: [Int: Int]) {
        var rows: [[(columns: ClosedRange<Int>, bar: Bar)]] = []
        var hidden: [Int: Int] = [:]
        let placed = bars.compactMap { bar in Self.columns(of: bar, in: week).map { (columns: $0, bar: bar) } }
        // The longest first, so that what goes on for days stands at the top of each.
        for piece in placed.sorted(by: {
            ($0.columns.lowerBound, -$0.columns.count) < ($1.columns.lowerBound, -$1.columns.count)
        }) {
            if let free = rows.firstIndex(where: { row in !row.contains { $0.columns.overlaps(piece.columns) } }) {
                rows[free].append(piece)
            } else if rows.count < most {
                rows.append([piece])
            } else {
                for column in piece.columns { hidden[column, default: 0] += 1 }
            }
        }
        return (rows, hidden)
    }

    private static func columns(of bar: Bar, in week: [Day?]) -> ClosedRange<Int>? {
        let columns = week.indices.filter { column in week[column].map(bar.days.contains) ?? false }
        guard let first = columns.first, let last = columns.last else { return nil }
        return first...last
    }

    private static func bar(_ item: AgendaItem, _ names: Names) throws -> Bar? {
        guard item.takesPlace, item.allDay || item.kind == "away" else { return nil }
        let time = try Stretch(item.start, item.end)
        let days = time.start.day...max(time.lastDay, time.start.day)
        let title = item.tentative ? "\(item.title)?" : item.title
        let who = names.people(of: item)
        let shape = Block.Shape(kind: item.kind)
        return Bar(
            days: days,
            labels: who.isEmpty ? [title] : ["\(title) (\(who))", title],
            shape: days.lowerBound < days.upperBound || item.kind == "away" ? shape : nil,
            style: shape.style
        )
    }

    /// What is due at midnight is due at the end of the day before.
    private static func bar(_ item: DueItem, _ names: Names) throws -> Bar {
        let due = try Moment(item.due)
        let isMidnight = due.second == 0
        let day = isMidnight ? due.day.adding(-1) : due.day
        let time = isMidnight ? "" : " \(due.clock)"
        return Bar(
            days: day...day,
            labels: ["◆ \(item.title) (\(names[item.stream]))\(time)", "◆ \(item.title)\(time)", "◆ \(item.title)"],
            shape: nil,
            style: .bold
        )
    }
}

extension MonthBars.Bar {
    /// In so many cells; its ends are open where it goes on in another week.
    ///
    /// - Parameter shown: the days that the cells are of.
    func drawn(in cells: Int, showing shown: ClosedRange<Day>) -> Text {
        if let shape {
            var drawn = Block(minutes: 0..<0, labels: labels, shape: shape).drawn(in: cells).cells
            if days.lowerBound < shown.lowerBound { drawn[0] = Text("‹", style) }
            if days.upperBound > shown.upperBound { drawn[cells - 1] = Text("›", style) }
            return drawn.reduce(Text(), +)
        }
        let space = cells < 16 ? "" : " "
        let fitting = labels.first { DisplayWidth.of($0) <= cells - space.count } ?? labels.last ?? ""
        return Text(space) + Text(fitting, style).truncated(to: cells - space.count)
    }
}
