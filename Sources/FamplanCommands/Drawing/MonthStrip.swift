internal import FamplanAPI

/// A day's childcare in a few cells, of all children together: the worst of each time is seen.
struct MonthStrip {
    private let stretches: [(by: String, time: Stretch)]
    private static let hours = 6 * 60..<22 * 60

    init(_ children: [ChildCoverage]) throws {
        stretches = try children.flatMap(\.stretches).map { ($0.by, try Stretch($0.start, $0.end)) }
    }

    /// Seconds of a day in which nobody has one child or another.
    func gap(on day: Day) -> Int {
        let gaps = stretches.filter { $0.by == "gap" }.compactMap { $0.time.minutes(on: day) }
        var (minutes, end) = (0, 0)
        for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound }) where gap.upperBound > end {
            minutes += gap.upperBound - max(gap.lowerBound, end)
            end = gap.upperBound
        }
        return minutes * 60
    }

    func line(on day: Day, cells: Int) -> Text {
        var worst = Array(repeating: Cover.none, count: cells)
        for (by, time) in stretches {
            guard let minutes = time.minutes(on: day), !minutes.isEmpty else { continue }
            let cover = Cover(by)
            for cell in Self.cells(of: minutes, in: cells, isGap: cover == .gap) {
                worst[cell] = max(worst[cell], cover)
            }
        }
        return worst.map(\.text).reduce(Text(), +)
    }

    /// A gap takes at least one cell, and outside of the hours that are drawn the one at the edge.
    private static func cells(of minutes: Range<Int>, in cells: Int, isGap: Bool) -> Range<Int> {
        func cell(_ minute: Int, _ rounding: FloatingPointRoundingRule) -> Int {
            let share = Double(minute - hours.lowerBound) / Double(hours.count)
            return min(max(Int((share * Double(cells)).rounded(rounding)), 0), cells)
        }
        guard isGap else {
            let start = cell(minutes.lowerBound, .toNearestOrAwayFromZero)
            return start..<max(cell(minutes.upperBound, .toNearestOrAwayFromZero), start)
        }
        let start = min(cell(minutes.lowerBound, .down), cells - 1)
        return start..<max(cell(minutes.upperBound, .up), start + 1)
    }

    private enum Cover: Int, Comparable {
        case none, school, looked, gap

        init(_ by: String) {
            self =
                switch by {
                case "gap": .gap
                case "none": .none
                case "school": .school
                default: .looked
                }
        }

        static func < (lhs: Cover, rhs: Cover) -> Bool { lhs.rawValue < rhs.rawValue }

        var text: Text {
            switch self {
            case .none: Text("⋅", .dim)
            case .school: Text("━", Style.of(kind: "school"))
            case .looked: Text("─", .green)
            case .gap: Text("!", [.bold, .red, .reverse])
            }
        }
    }
}
