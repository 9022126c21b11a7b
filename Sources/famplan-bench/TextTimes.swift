import ICalendar

/// A calendar file, read into components.
enum TextTimes {
    /// Prints `MILLISECONDS EVENTS`; reading the file from the disk is not counted.
    static func run(file path: String) throws {
        let octets = try readOctets(path)
        var events = 0
        let time = try medianMilliseconds(runs: 15) {
            let calendars = try ICalendarParser.parse(octets).components
            events = calendars.reduce(0) { $0 + $1.components.count { $0.name == "VEVENT" } }
        }
        print(time, events)
    }
}
