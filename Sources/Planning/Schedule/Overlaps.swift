import ICalendar

/// The pairs of occurrences that share time.
struct Overlaps {
    let pairs: [(one: Occurrence, other: Occurrence, overlap: Interval)]

    /// `occurrences` in order of start; so are the pairs, by the one that starts later.
    init(of occurrences: [Occurrence]) {
        var pairs: [(one: Occurrence, other: Occurrence, overlap: Interval)] = []
        var underWay: [Occurrence] = []
        for occurrence in occurrences {
            underWay.removeAll { $0.end <= occurrence.start }
            for earlier in underWay {
                guard let overlap = earlier.interval.intersection(occurrence.interval) else { continue }
                pairs.append((earlier, occurrence, overlap))
            }
            underWay.append(occurrence)
        }
        self.pairs = pairs
    }
}
