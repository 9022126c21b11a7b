/// One bar of a lane.
struct Block: Hashable {
    /// Of the day's wall, 0...1440.
    var minutes: Range<Int>
    /// What stands in it: the first that fits.
    var labels: [String]
    var shape: Shape
    /// Whether a part of the first label still says something where none fits: of one name it does, of several not.
    var isCut = true
    var isDim = false

    /// The line that a bar is drawn with: it tells the kind where colour does not.
    enum Shape: Hashable {
        case work, school, appointment, away, care, family, available, together, way, gap
        /// Outside of what was asked for.
        case unknown

        init(kind: String) {
            switch kind {
            case "work": self = .work
            case "school": self = .school
            case "away": self = .away
            case "care": self = .care
            case "family": self = .family
            default: self = .appointment
            }
        }

        /// Begin, line and end.
        var glyphs: (start: Character, fill: Character, end: Character) {
            switch self {
            case .work, .school: ("┣", "━", "┫")
            case .appointment, .available: ("├", "─", "┤")
            case .away: ("╟", "┄", "╢")
            case .care: ("╞", "═", "╡")
            case .family, .together: ("├", "~", "┤")
            case .way: ("»", "»", "»")
            case .gap: ("!", "!", "!")
            case .unknown: ("░", "░", "░")
            }
        }

        var style: Style {
            switch self {
            case .work: .of(kind: "work")
            case .school: .of(kind: "school")
            case .appointment: .of(kind: "appointment")
            case .away: .of(kind: "away")
            case .care: .of(kind: "care")
            case .available: .green
            case .family, .together: []
            case .way: .yellow
            case .gap: [.bold, .red, .reverse]
            case .unknown: .dim
            }
        }
    }

    /// The bar in so many cells.
    func drawn(in cells: Int) -> Text {
        let style: Style = isDim ? shape.style.union(.dim) : shape.style
        let (start, fill, end) = shape.glyphs
        guard cells > 2 else {
            let ends = cells == 1 ? [shape == .gap || shape == .way ? start : fill] : [start, end]
            return Text(String(ends), style)
        }
        let label = label(in: cells - 2)
        let line = String(repeating: fill, count: cells - 2 - label.width)
        // A gap's word stands in the middle of its marks, so that it never looks like somebody's name.
        let before = shape == .gap || shape == .way ? line.count / 2 : 0
        return Text(String(start) + line.prefix(before), style) + label
            + Text(String(line.dropFirst(before)) + String(end), style)
    }

    private func label(in cells: Int) -> Text {
        let style: Style = isDim ? .dim : shape == .gap ? shape.style : []
        let whole = labels.map { Text($0, style) }
        if let fitting = whole.first(where: { $0.width <= cells }) { return fitting }
        guard isCut, let longest = whole.first else { return Text() }
        return cells > 7 ? longest.truncated(to: cells) : longest.prefix(cells)
    }
}
