/// One person's day: bars in one line where they lie apart, in more where they overlap, so that none hides another.
struct Lane {
    let name: String
    /// Says that something is wrong with the person's day.
    let mark: Text
    /// The first line is what the person is seen by; it is drawn even when empty.
    private var rows: [[Block]]

    /// Bars that may overlap.
    init(name: String, mark: Text, packing blocks: [Block], scale: DayScale) {
        self.name = name
        self.mark = mark
        rows = []
        add(packing: blocks, scale: scale)
        if rows.isEmpty { rows = [[]] }
    }

    /// Bars that follow one another, and below them those that may overlap.
    init(name: String, mark: Text, first blocks: [Block], packing others: [Block], scale: DayScale) {
        self.name = name
        self.mark = mark
        rows = [blocks]
        add(packing: others, scale: scale)
    }

    private mutating func add(packing blocks: [Block], scale: DayScale) {
        let fixed = rows.count
        var ends: [Int] = []
        for block in blocks.sorted(by: { $0.minutes.lowerBound < $1.minutes.lowerBound }) {
            let cells = scale.cells(of: block.minutes) ?? 0..<0
            if let free = ends.indices.first(where: { ends[$0] <= cells.lowerBound }) {
                rows[fixed + free].append(block)
                ends[free] = cells.upperBound
            } else {
                rows.append([block])
                ends.append(cells.upperBound)
            }
        }
    }

    func lines(scale: DayScale) -> [Text] {
        rows.enumerated().map { number, blocks in
            let label = number == 0 ? mark.padded(to: 1) + Text(name) : Text()
            return label.truncated(to: DayScale.labelWidth).padded(to: DayScale.labelWidth)
                + Self.line(blocks, scale: scale)
        }
    }

    private static func line(_ blocks: [Block], scale: DayScale) -> Text {
        var cells = (0..<scale.cells).map { Text(scale.isTick($0) ? "⋅" : " ", .dim) }
        // Short ones last, gaps last of all: nothing long covers them.
        for block in blocks.sorted(by: isDrawnBefore) {
            guard let range = scale.cells(of: block.minutes) else { continue }
            // Half of a wide character is none: what is left of it becomes a space.
            if cells[range.lowerBound].isEmpty { cells[range.lowerBound - 1] = Text(" ") }
            if range.upperBound < cells.count, cells[range.upperBound].isEmpty { cells[range.upperBound] = Text(" ") }
            cells.replaceSubrange(range, with: block.drawn(in: range.count).cells)
        }
        let left = gutter(blocks.filter { $0.minutes.lowerBound < scale.first }, "‹") { $0.upperBound <= scale.first }
        let right = gutter(blocks.filter { $0.minutes.upperBound > scale.last }, "›") { $0.lowerBound >= scale.last }
        return left + cells.reduce(Text(), +) + right
    }

    private static func isDrawnBefore(_ lhs: Block, _ rhs: Block) -> Bool {
        if (lhs.shape == .gap) != (rhs.shape == .gap) { return rhs.shape == .gap }
        return lhs.minutes.count > rhs.minutes.count
    }

    /// The sign that something goes on beyond the hours drawn; `!` where a gap lies there unseen.
    private static func gutter(_ blocks: [Block], _ sign: String, isHidden: (Range<Int>) -> Bool) -> Text {
        if blocks.contains(where: { $0.shape == .gap && isHidden($0.minutes) }) { return Text("!", [.bold, .red]) }
        return blocks.isEmpty ? Text(" ") : Text(sign, .dim)
    }
}
