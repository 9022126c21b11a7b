import ICalendar

extension Household {
    /// What a repetition says that is allowed, but may be a slip: a start on which it does not fall, an exception from nothing.
    func remarks(onRepetition entry: Entry) -> [String] {
        // What a feed says is not the family's to mend.
        guard entry.feed == nil else { return [] }
        let name = "“\(entry.title)” (\(entry.id))"
        let start = entry.time.start
        let series = RecurrenceSet(
            start: start,
            zone: zone(of: entry),
            rule: entry.repetition.rule,
            extra: entry.repetition.also
        )
        var remarks: [String] = []
        if let rule = series.rule, rule.dates(from: start, in: series.zone).first(where: { _ in true }) != start {
            remarks.append(
                "\(name) starts on \(start.date), on which its repetition does not fall: it is on that day as well"
            )
        }
        remarks += entry.repetition.exceptDays.filter { !series.starts(on: $0) }.map { days in
            let words =
                days.lowerBound == days.upperBound
                ? "\(days.lowerBound)" : "any day from \(days.lowerBound) to \(days.upperBound)"
            return "\(name) is not on \(words), which except takes out"
        }
        remarks += entry.repetition.exceptStarts.filter { !series.contains($0) }.map {
            "\(name) does not start at \($0), which except takes out"
        }
        return remarks
    }
}

extension RecurrenceSet {
    /// Whether it has a start on any of the days.
    fileprivate func starts(on days: ClosedRange<CivilDate>) -> Bool {
        let first = CivilDateTime(days.lowerBound, .midnight)
        if contains(first) { return true }
        return next(after: first).map { $0.date <= days.upperBound } ?? false
    }
}
