public import Household
public import ICalendar

/// Why a child is covered, or that it isn't; in the order in which the rules are asked.
public enum CoverReason: String, Sendable, CaseIterable {
    /// No care is needed.
    case none
    case school, together, care, available
    /// On the way with the adult who brings or fetches.
    case way
    /// Nobody has the child.
    case gap
}

/// Who has one child over time.
public struct Cover: Sendable {
    /// A time in which nothing about the child's cover changes.
    public struct Stretch: Sendable {
        public internal(set) var interval: Interval
        /// What the child needs; nil: nothing.
        public let level: CareLevel?
        public let reason: CoverReason
        /// Those of the household who have the child, as indices into the schedule's people.
        let carers: [Int]
    }

    /// In order, without a hole, over the plan's reach.
    public internal(set) var stretches: [Stretch] = []

    mutating func append(_ stretch: Stretch) {
        guard let last = stretches.last, last.level == stretch.level, last.reason == stretch.reason,
            last.carers == stretch.carers
        else {
            stretches.append(stretch)
            return
        }
        stretches[stretches.count - 1].interval.end = stretch.interval.end
    }

    /// Takes over what another says of its own time, which lies within this one's.
    mutating func replace(with other: Cover) {
        guard let start = other.stretches.first?.interval.start, let end = other.stretches.last?.interval.end else {
            return
        }
        // One more on either side: neighbours that are alike are one stretch.
        let first = max(stretches.partitionPoint { $0.interval.end <= start } - 1, 0)
        let last = min(stretches.partitionPoint { $0.interval.start < end } + 1, stretches.count)
        var joined = Cover()
        for stretch in stretches[first..<last] where stretch.interval.start < start {
            joined.append(stretch.within(stretch.interval.start, start))
        }
        for stretch in other.stretches { joined.append(stretch) }
        for stretch in stretches[first..<last] where stretch.interval.end > end {
            joined.append(stretch.within(end, stretch.interval.end))
        }
        stretches.replaceSubrange(first..<last, with: joined.stretches)
    }

    /// The stretches in which nobody has the child that overlap or meet an interval, each whole: levels do not split them.
    func gaps(touching interval: Interval) -> [Interval] {
        var first = stretches.partitionPoint { $0.interval.end < interval.start }
        while first > 0, stretches[first - 1].reason == .gap { first -= 1 }
        var gaps: [Interval] = []
        for stretch in stretches[first...] {
            let isNext = gaps.last?.end == stretch.interval.start
            if stretch.reason == .gap, isNext {
                gaps[gaps.count - 1].end = stretch.interval.end
            } else if stretch.interval.start > interval.end {
                break
            } else if stretch.reason == .gap {
                gaps.append(stretch.interval)
            }
        }
        return gaps
    }

    /// The stretches that overlap an interval.
    func overlapping(_ interval: Interval) -> ArraySlice<Stretch> {
        let first = stretches.partitionPoint { $0.interval.end <= interval.start }
        let last = stretches.partitionPoint { $0.interval.start < interval.end }
        return stretches[first..<max(first, last)]
    }
}

extension Cover.Stretch {
    /// The part of it that lies between two moments.
    fileprivate func within(_ start: Instant, _ end: Instant) -> Cover.Stretch {
        var part = self
        part.interval = Interval(max(interval.start, start), min(interval.end, end))
        return part
    }
}
