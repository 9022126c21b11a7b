import Household
import ICalendar

/// The times of an entry as iCalendar writes them.
struct ExportedTimes {
    let entry: Entry
    let household: Household
    /// The zone of the entry's wall times.
    let zone: Zone
    /// The TZID that its lines name; nil for times of whatever zone the reader is in.
    var zoneName: String?

    init(_ entry: Entry, in household: Household) {
        (self.entry, self.household) = (entry, household)
        zone = household.zone(of: entry)
        zoneName = if case .timed(_, let name?, _) = entry.time { name } else { household.settings.timeZone }
    }

    /// One or several starts: days, or wall times of the entry's zone.
    func line(_ name: String, _ starts: [CivilDateTime]) -> ContentLine {
        entry.time.isAllDay
            ? ContentLine(name, days: starts.map(\.date)) : ContentLine(name, walls: starts, in: zoneName)
    }

    /// DTSTART and DTEND. A length is exact seconds: where the wall does not tell it, a DURATION does.
    ///
    /// - Parameter length: seconds; days for whole days.
    func span(_ start: CivilDateTime, length: Int) -> [ContentLine] {
        let begin = line("DTSTART", [start])
        if entry.time.isAllDay {
            return [begin, line("DTEND", [CivilDateTime(start.date.adding(days: length), .midnight)])]
        }
        // Without an end it lasts no time (RFC 5545 §3.6.1).
        guard length > 0 else { return [begin] }
        let end = zone.instant(of: start).adding(seconds: length)
        let wall = zone.wall(of: end)
        let isTold = zone.instant(of: wall) == end && wall > start
        return [begin, isTold ? line("DTEND", [wall]) : ContentLine(name: "DURATION", value: "PT\(length)S")]
    }

    /// Seconds; days for whole days.
    var length: Int {
        switch entry.time {
        case .timed(_, _, let seconds): seconds
        case .allDay(_, let days): days
        }
    }

    /// RRULE, RDATE and EXDATE.
    var repetition: [ContentLine] {
        var lines: [ContentLine] = []
        if let rule = entry.repetition.rule {
            let ended = rule.ended(asDay: entry.time.isAllDay, in: zone)
            lines.append(ContentLine(name: "RRULE", value: ended.description))
        }
        let also = Set(entry.repetition.also).subtracting([entry.time.start]).union(startBesideRule).sorted()
        if !also.isEmpty { lines.append(line("RDATE", also)) }
        let excluded = self.excluded
        if !excluded.isEmpty { lines.append(line("EXDATE", excluded)) }
        return lines
    }

    /// The start where the rule does not give it: RFC 5545 leaves open what it is then, and some programs pass over it.
    private var startBesideRule: [CivilDateTime] {
        let start = entry.time.start
        guard let rule = entry.repetition.rule else { return [] }
        return rule.dates(from: start, in: zone).first { _ in true } == start ? [] : [start]
    }

    /// Every start that does not happen, one by one: iCalendar knows no days on which nothing starts.
    private var excluded: [CivilDateTime] {
        var whole = household.recurrence(of: entry)
        (whole.excluded, whole.excludedDates) = ([], [])
        var starts = Set(entry.repetition.exceptStarts)
        for days in entry.repetition.exceptDays {
            let end = CivilDateTime(days.upperBound.adding(days: 1), .midnight)
            starts.formUnion(whole.starts(from: CivilDateTime(days.lowerBound, .midnight), until: end))
        }
        for override in entry.overrides where override.change == .cancelled { starts.insert(override.of) }
        return starts.sorted()
    }
}
