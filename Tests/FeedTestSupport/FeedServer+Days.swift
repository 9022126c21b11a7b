extension FeedServer.Answer {
    /// A calendar of closed days: `2026-12-01 Teacher day`, each with a UID of its own.
    ///
    /// - Parameter edition: goes into every UID.
    package static func days(
        _ days: [String],
        edition: String = "",
        headers: [String: String] = [:]
    ) -> FeedServer.Answer {
        .sends(200, headers: headers, body: text(of: days, edition: edition))
    }

    package static func text(of days: [String], edition: String = "") -> String {
        let events = days.flatMap { day in
            let (date, title) = (day.prefix(10), day.dropFirst(11))
            return [
                "BEGIN:VEVENT", "UID:\(date)\(edition)@school", "DTSTAMP:20261101T000000Z",
                "DTSTART;VALUE=DATE:\(date.filter { $0 != "-" })", "SUMMARY:\(title)", "END:VEVENT",
            ]
        }
        let lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"] + events + ["END:VCALENDAR", ""]
        return lines.joined(separator: "\r\n")
    }
}
