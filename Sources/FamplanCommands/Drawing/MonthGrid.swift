/// Where the days of a month stand: seven columns, a row for each week.
struct MonthGrid {
    /// The cells of a day, without the line beside it.
    let cells: Int
    /// Each week's days in order, nil where one is of another month.
    let weeks: [[Day?]]

    /// Below this, what is in a day has no room for words.
    static let leastForWords = 8

    /// - Parameter weekStart: 0 is Monday.
    init(width: Int, first: Day, end: Day, weekStart: Int) {
        cells = max((width - 6) / 7, 4)
        let start = first.adding(-((first.weekday - weekStart + 7) % 7))
        weeks = stride(from: start.number, to: end.number, by: 7).map { monday in
            (0..<7).map { column in
                let day = Day(number: monday + column)
                return first <= day && day < end ? day : nil
            }
        }
    }

    var hasWords: Bool { cells >= Self.leastForWords }

    /// One line of a week, from what stands in some of its columns.
    func line(_ pieces: [(columns: ClosedRange<Int>, text: Text)]) -> Text {
        var line = (0..<7).map { column in
            (0..<cells).map { _ in Text(" ") } + (column < 6 ? [Text("│", .dim)] : [])
        }.flatMap(\.self)
        for (columns, text) in pieces {
            let width = self.width(of: columns)
            let start = columns.lowerBound * (cells + 1)
            line.replaceSubrange(start..<start + width, with: text.truncated(to: width).padded(to: width).cells)
        }
        return line.reduce(Text(), +)
    }

    /// In cells, with the lines between the columns.
    func width(of columns: ClosedRange<Int>) -> Int { columns.count * (cells + 1) - 1 }

    /// Between two weeks.
    var rule: Text {
        Text((0..<7).map { _ in String(repeating: "─", count: cells) }.joined(separator: "┼"), .dim)
    }

    /// `Mon │Tue │…`
    func header(weekStart: Int) -> Text {
        line(
            (0..<7).map { column in
                // 1970-01-05 was a Monday.
                (column...column, Text(" \(Day(number: 4 + weekStart + column).weekdayName)", .bold))
            }
        )
    }
}
