import ICalendar

/// The series of a file, expanded over a window. Its first line is the window (`FROM TO`, epoch seconds), the others
/// are series (`DTSTART TZID RRULE`).
struct ExpansionTimes {
    private let lower: Instant
    private let upper: Instant
    private let series: [RecurrenceSet]

    init(file path: String) throws {
        var lines = try Self.readLines(path)[...]
        let window = (lines.popFirst() ?? "").split(separator: " ").compactMap { Int($0) }
        guard window.count == 2 else { throw Unreadable(what: "\(path) does not begin with a window: FROM TO") }
        lower = Instant(secondsSinceEpoch: window[0])
        upper = Instant(secondsSinceEpoch: window[1])
        series = try lines.map(Self.parse)
    }

    /// Prints `MILLISECONDS OCCURRENCES` for all series together.
    func printTime() {
        var count = 0
        let time = medianMilliseconds(runs: 15) { count = series.reduce(0) { $0 + occurrences(of: $1) } }
        print(time, count)
    }

    /// Prints how many occurrences each series has, a line each.
    func printCounts() {
        for one in series { print(occurrences(of: one)) }
    }

    private func occurrences(of series: RecurrenceSet) -> Int {
        let starts = series.starts(from: series.zone.wall(of: lower), until: series.zone.wall(of: upper))
        return starts.reduce(0) { $0 + (series.zone.instant(of: $1) < upper ? 1 : 0) }
    }

    private static func parse(_ line: Substring) throws -> RecurrenceSet {
        let fields = line.split(separator: " ")
        guard fields.count == 3, let start = CivilDateTime(icalendar: String(fields[0])) else {
            throw Unreadable(what: "“\(line)” is not DTSTART TZID RRULE")
        }
        let zone = try ZoneDatabase.system.zone(String(fields[1]))
        return RecurrenceSet(start: start, zone: zone, rule: try RecurrenceRule(fields[2]))
    }

    private static func readLines(_ path: String) throws -> [Substring] {
        String(decoding: try readOctets(path), as: UTF8.self).split(separator: "\n")
    }
}
