import ICalendar

/// One person's bars in a picture of a day; those that overlap lie in rows below one another.
struct PictureLane {
    let name: String
    /// Each bar with its row, from 0.
    let placed: [(bar: PictureBar, row: Int)]
    /// At least one.
    let rows: Int

    init(_ name: String, bars: [PictureBar]) {
        self.name = name
        var ends: [Instant] = []
        placed = bars.map { bar in
            let row = ends.firstIndex { $0 <= bar.interval.start } ?? ends.count
            if row == ends.count { ends.append(bar.interval.end) } else { ends[row] = bar.interval.end }
            return (bar, row)
        }
        rows = max(ends.count, 1)
    }
}

/// A stretch of time in a lane.
struct PictureBar {
    let interval: Interval
    /// What it can be called, the best first.
    let labels: [String]
    let fill: Fill

    /// Names of the style's classes.
    enum Fill {
        case gap
        case plain(String, text: String)

        var isGap: Bool {
            if case .gap = self { true } else { false }
        }

        var text: String {
            switch self {
            case .gap: "ongap"
            case .plain(_, let text): text
            }
        }
    }

    init(_ interval: Interval, _ labels: [String], fill: Fill) {
        self.interval = interval
        self.labels = labels.map(HarmlessText.line)
        self.fill = fill
    }

    /// The first label that has room, or the last with its end cut off; nil where that would say nothing.
    func label(pixels: Double) -> String? {
        let columns = Int((pixels - 6) / 6.6)
        if let whole = labels.first(where: { ColumnWidth.of($0) <= columns }) { return whole }
        guard columns >= 4, let last = labels.first else { return nil }
        return ColumnWidth.cut(last, to: columns)
    }
}
