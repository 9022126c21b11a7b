import Glibc
import ICalendar

extension FamplanBench {
    /// Expands the series of a file (`DTSTART TZID RRULE` a line) over the eight weeks from its first line's instants
    /// (`FROM TO`, epoch seconds) and prints the milliseconds and how many occurrences there were.
    static func expand(_ path: String) throws {
        var lines = try readLines(path)
        let window = lines.removeFirst().split(separator: " ").compactMap { Int($0) }
        let series = try lines.map(parse)
        let (lower, upper) = (Instant(secondsSinceEpoch: window[0]), Instant(secondsSinceEpoch: window[1]))
        var count = 0
        let time = medianMilliseconds {
            count = 0
            for set in series {
                let starts = set.starts(from: set.zone.wall(of: lower), until: set.zone.wall(of: upper))
                for start in starts where set.zone.instant(of: start) < upper { count += 1 }
            }
        }
        print(time, count)
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
        guard let file = fopen(path, "r") else { throw Unreadable(what: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}

/// A file that can't be measured.
private struct Unreadable: Error {
    let what: String
}
