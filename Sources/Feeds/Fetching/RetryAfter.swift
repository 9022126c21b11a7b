import ICalendar

/// The header of this name: seconds, or a date (RFC 9110 §10.2.3).
enum RetryAfter {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds from now, not below 0; nil where it can't be read.
    static func seconds(_ text: String, at now: Instant) -> Int? {
        (Int(text) ?? date(text).map { $0 - now }).map { max($0, 0) }
    }

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func date(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])),
            let date = CivilDate(year: year, month: month + 1, day: day), let time = CivilTime(words[4])
        else { return nil }
        return Zone.utc.instant(of: CivilDateTime(date, time))
    }
}
