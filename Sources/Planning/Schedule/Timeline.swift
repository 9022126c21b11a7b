import ICalendar

/// Occurrences that concern one person, or one thing, in order of start, and a quick way to those that overlap an interval.
struct Timeline: Sendable {
    let occurrences: [Occurrence]
    /// For each position, the latest end up to it: how far back a search must look.
    private let latestEnd: [Instant]

    /// `occurrences` in order of start.
    init(_ occurrences: [Occurrence]) {
        self.occurrences = occurrences
        var latest: [Instant] = []
        latest.reserveCapacity(occurrences.count)
        for occurrence in occurrences { latest.append(max(latest.last ?? occurrence.end, occurrence.end)) }
        latestEnd = latest
    }

    /// Those with `start < upper` and `end > lower`, the last first.
    func overlapping(_ lower: Instant, _ upper: Instant) -> some Sequence<Occurrence> {
        var position = occurrences.partitionPoint { $0.start < upper }
        return AnyIterator {
            while position > 0, self.latestEnd[position - 1] > lower {
                position -= 1
                if self.occurrences[position].end > lower { return self.occurrences[position] }
            }
            return nil
        }
    }

    /// Those that overlap or meet an interval, in order of start.
    func touching(_ interval: Interval) -> [Occurrence] {
        overlapping(interval.start.adding(seconds: -1), interval.end.adding(seconds: 1)).reversed()
    }

    /// The timeline that `put` makes of this one's occurrences by adding others to them.
    func with(_ new: [Occurrence], _ put: ([Occurrence], inout [Occurrence]) -> Void) -> Timeline {
        var all = occurrences
        put(new, &all)
        return Timeline(all)
    }

    /// Those under way at `instant`, the last first.
    func underWay(at instant: Instant) -> some Sequence<Occurrence> {
        overlapping(instant, instant.adding(seconds: 1))
    }
}

extension Array {
    /// How many elements satisfy `isBefore`, which holds for a beginning of the array and for nothing after it.
    func partitionPoint(where isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
