import ICalendar

extension Household {
    /// Days off that take nothing away from the entries they are said of, nor from any other.
    ///
    /// Holidays are listed once for all series, whichever their weekdays: what takes one of them away is no slip for the others.
    ///
    /// - Parameter entries: as they are to be, in place of those of their ids.
    func idleDaysOff(in entries: [Entry]) -> Set<ClosedRange<CivilDate>> {
        let idle = Set(entries.flatMap(idleDaysOff))
        guard !idle.isEmpty else { return [] }
        let ids = Set(entries.map(\.id))
        let others = self.entries.values.filter { !ids.contains($0.id) }
        return idle.subtracting((entries + others).flatMap { daysOff($0, among: idle) })
    }

    private func idleDaysOff(_ entry: Entry) -> [ClosedRange<CivilDate>] {
        let series = seriesWithoutExceptions(entry)
        return entry.repetition.exceptDays.filter { !series.starts(on: $0) }
    }

    /// Those of the days that take something away.
    private func daysOff(_ entry: Entry, among days: Set<ClosedRange<CivilDate>>) -> [ClosedRange<CivilDate>] {
        let series = seriesWithoutExceptions(entry)
        return entry.repetition.exceptDays.filter { days.contains($0) && series.starts(on: $0) }
    }

    private func seriesWithoutExceptions(_ entry: Entry) -> RecurrenceSet {
        var series = recurrence(of: entry)
        (series.excludedDates, series.excluded) = ([], [])
        return series
    }

    /// What a repetition says that is allowed, but may be a slip: a start on which it does not fall, an exception from nothing.
    ///
    /// - Parameter idle: ``idleDaysOff(in:)``.
    func remarks(onRepetitionOf entry: Entry, _ idle: Set<ClosedRange<CivilDate>>) -> [String] {
        // What a feed says is not the family's to mend.
        guard entry.feed == nil else { return [] }
        let name = "“\(entry.title)” (\(entry.id))"
        let series = seriesWithoutExceptions(entry)
        var remarks: [String] = []
        if let rule = series.rule,
            rule.dates(from: series.start, in: series.zone).first(where: { _ in true }) != series.start
        {
            remarks.append(
                "\(name) starts on \(series.start.date), on which its repetition does not fall: it is on that day as well"
            )
        }
        remarks += entry.repetition.exceptDays.filter(idle.contains).map { days in
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
