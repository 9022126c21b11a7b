import ICalendar
import Testing

/// Small calendars for tests, with Berlin as the zone of their reader.
enum Feed {
    static func zone(_ id: String = "Europe/Berlin") throws -> Zone { try ZoneDatabase.system.zone(id) }

    /// Reads a text as it is.
    static func read(_ text: String) throws -> CalendarFile {
        try CalendarFile.read(text.utf8, defaultZone: try zone())
    }

    /// Reads a VCALENDAR with these lines in it.
    static func calendar(_ lines: String) throws -> CalendarFile {
        try read("BEGIN:VCALENDAR\nVERSION:2.0\n\(lines)\nEND:VCALENDAR\n")
    }

    /// Reads a VCALENDAR with these events in it, each given by its lines.
    static func events(_ events: String...) throws -> CalendarFile {
        try calendar(events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }.joined(separator: "\n"))
    }

    /// Reads one event.
    static func event(_ lines: String) throws -> CalendarEvent {
        try #require(try events(lines).events.first)
    }

    /// Summary, start and end of everything between two days: `2026-11-23T14:00`, for whole days `2026-11-23`, with the
    /// last day.
    static func agenda(_ file: CalendarFile, _ first: String, _ last: String) throws -> [String] {
        let lower = try zone().startOfDay(try #require(CivilDate(first)))
        let upper = try zone().startOfDay(try #require(CivilDate(last)))
        return file.events.flatMap { event in
            event.occurrences(from: lower, until: upper).map { occurrence in
                if let days = occurrence.days { return "\(days.lowerBound) \(days.upperBound)" }
                return
                    "\(event.zone.wall(of: occurrence.interval.start)) \(event.zone.wall(of: occurrence.interval.end).time)"
            }
        }
        .sorted()
    }
}

func wall(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(text)) }
