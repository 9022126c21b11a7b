/// What a series leaves out, sorted for searching: feeds come with thousands of exceptions.
struct Exclusions {
    private let starts: [CivilDateTime]
    /// Ascending and apart from each other.
    private var days: [ClosedRange<CivilDate>] = []

    init(_ series: RecurrenceSet) {
        starts = series.excluded.sorted()
        for range in series.excludedDates.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let last = days.last, range.lowerBound <= last.upperBound else {
                days.append(range)
                continue
            }
            days[days.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        }
    }

    func contains(_ start: CivilDateTime) -> Bool {
        let exact = starts.place { $0 < start }
        if exact < starts.count, starts[exact] == start { return true }
        let range = days.place { $0.upperBound < start.date }
        return range < days.count && days[range].lowerBound <= start.date
    }
}

extension Array {
    /// The index of the first element for which `isBefore` does not hold; they are sorted by it.
    fileprivate func place(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
