/// How a day's minutes become cells: from six in the morning, as fine and as long as the width lets it.
struct DayScale: Hashable {
    static let labelWidth = 11
    /// Beside the cells, one on either side: what goes on outside of the hours drawn.
    static let gutters = 2
    private static let steps = [1, 2, 3, 5, 6, 10, 15, 20, 30, 60]
    /// Sixteen hours are drawn at least, from breakfast to bedtime.
    private static let least = 16 * 60

    /// The first minute of the day that is drawn.
    let first = 6 * 60
    /// Minutes to a cell.
    let step: Int
    let cells: Int

    init(width: Int) {
        let room = max(width - Self.labelWidth - Self.gutters, 16)
        let step = Self.steps.first { room * $0 >= Self.least } ?? 60
        let halfHours = min(room * step, 24 * 60 - first) / 30
        self.step = step
        cells = halfHours * 30 / step
    }

    var last: Int { first + cells * step }

    /// The cells of a time of the day, at least one; nil where none of it is drawn.
    func cells(of minutes: Range<Int>) -> Range<Int>? {
        guard minutes.lowerBound < last, minutes.upperBound > first || minutes.isEmpty else { return nil }
        let start = min(max(nearest(minutes.lowerBound), 0), cells - 1)
        let end = min(nearest(minutes.upperBound), cells)
        return start..<max(end, start + 1)
    }

    /// The cell that a minute lies in.
    func cell(of minute: Int) -> Int? {
        (first..<last).contains(minute) ? (minute - first) / step : nil
    }

    private func nearest(_ minute: Int) -> Int {
        (minute - first + step / 2).quotientRoundedDown(by: step)
    }

    /// `06  07  08`, an hour at a time or as many as fit.
    var axis: String {
        let perHour = 60 / step
        let every = perHour >= 3 ? 1 : perHour == 2 ? 2 : 4
        var axis = ""
        for hour in stride(from: first / 60, to: 24, by: every) {
            let cell = (hour * 60 - first) / step
            guard cell + 2 <= cells else { break }
            axis += String(repeating: " ", count: cell - axis.count) + padded(hour, 2)
        }
        return axis
    }

    /// Whether a cell begins an hour that the axis names: empty lanes have a dot there.
    func isTick(_ cell: Int) -> Bool {
        let perHour = 60 / step
        return cell % (perHour >= 3 ? perHour : perHour * 2) == 0
    }
}

extension Int {
    fileprivate func quotientRoundedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
