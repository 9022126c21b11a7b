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

    /// The stretches that overlap an interval.
    func overlapping(_ interval: Interval) -> ArraySlice<Stretch> {
        let first = stretches.partitionPoint { $0.interval.end <= interval.start }
        let last = stretches.partitionPoint { $0.interval.start < interval.end }
        return stretches[first..<max(first, last)]
    }
}
