import ICalendar

/// Time as a set: intervals in order that neither overlap nor meet.
struct IntervalSet: Sendable {
    private(set) var intervals: [Interval] = []

    /// The union of intervals in any order.
    init(_ intervals: some Sequence<Interval>) {
        for interval in intervals.filter({ !$0.isEmpty }).sorted(by: { $0.start < $1.start }) {
            if let last = self.intervals.last, interval.start <= last.end {
                self.intervals[self.intervals.count - 1].end = max(last.end, interval.end)
            } else {
                self.intervals.append(interval)
            }
        }
    }

    /// How many seconds of `interval` are in the set.
    func seconds(in interval: Interval) -> Int {
        overlapping(interval).reduce(0) { $0 + ($1.intersection(interval)?.seconds ?? 0) }
    }

    /// What both have.
    func intersection(_ other: IntervalSet) -> IntervalSet {
        IntervalSet(intervals.flatMap { own in other.overlapping(own).compactMap { $0.intersection(own) } })
    }

    /// What of `interval` is not in the set.
    func complement(in interval: Interval) -> [Interval] {
        var free: [Interval] = []
        var start = interval.start
        for taken in overlapping(interval) {
            if taken.start > start { free.append(Interval(start, taken.start)) }
            start = max(start, taken.end)
        }
        if start < interval.end { free.append(Interval(start, interval.end)) }
        return free
    }

    /// Those that overlap or meet an interval, each whole.
    func touching(_ interval: Interval) -> ArraySlice<Interval> {
        let first = intervals.partitionPoint { $0.end < interval.start }
        let last = intervals.partitionPoint { $0.start <= interval.end }
        return intervals[first..<max(first, last)]
    }

    private func overlapping(_ interval: Interval) -> ArraySlice<Interval> {
        let first = intervals.partitionPoint { $0.end <= interval.start }
        let last = intervals.partitionPoint { $0.start < interval.end }
        return intervals[first..<max(first, last)]
    }
}
