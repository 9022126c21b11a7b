import ICalendar

/// A school's calendar with a closed day in each of some weeks.
struct TestCalendar {
    var days: [CivilDate]
    /// Goes into every UID.
    var edition = ""
    var hasUIDs = true
    var stamp = "20261101T080000Z"
    var extra: [String] = []

    init(_ count: Int, from first: CivilDate = .init(trusted: 2026, 12, 1)) {
        days = (0..<count).map { first.adding(days: $0 * 7) }
    }

    var text: String {
        let events = days.enumerated().flatMap { index, day in
            ["BEGIN:VEVENT"] + (hasUIDs ? ["UID:day-\(day)\(edition)@school.example"] : [])
                + [
                    "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(day.compact)", "SUMMARY:Teacher day \(index)",
                    "END:VEVENT",
                ]
        }
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//school//\(stamp)//EN"] + extra
        return (head + events + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }
}

extension CivilDate {
    init(trusted year: Int, _ month: Int, _ day: Int) {
        self = CivilDate(year: year, month: month, day: day) ?? CivilDate(year: 2026, month: 12, day: 1)!
    }

    fileprivate var compact: String { "\(self)".filter { $0 != "-" } }
}

extension Instant {
    /// A Friday morning: 2026-11-27T08:00Z.
    static let friday = Zone.utc.instant(of: CivilDateTime(.init(trusted: 2026, 11, 27), CivilTime("08:00")!))

    func hours(_ hours: Int) -> Instant { adding(seconds: hours * 3_600) }
}
