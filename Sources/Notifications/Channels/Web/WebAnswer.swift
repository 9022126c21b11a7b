import ICalendar

/// What a web server's answer means for a message.
struct WebAnswer {
    var status: Int
    /// The header of this name: seconds, or a date (RFC 9110 §10.2.3).
    var retryAfter: String?
    var now: Instant

    private static let longestWait = 86_400

    var delivery: Delivery {
        switch status {
        case 200..<300: .sent
        case 429: .delayed(after: after, why: "the server asks to send less often (429)")
        case 500..<600: .delayed(after: after, why: "the server has trouble of its own (\(status))")
        case 300..<400: .refused(why: "the server points elsewhere (\(status)): give the address where it is now")
        case 401, 403: .refused(why: "the server does not let famplan in (\(status)): is the token right?")
        case 404, 410: .refused(why: "there is nothing at this address (\(status))")
        case 413: .refused(why: "the message is too long for the server (413)")
        default: .refused(why: "the server refuses it (\(status))")
        }
    }

    /// Seconds from now, at most a day; nil where nothing is asked or it can't be read.
    private var after: Int? {
        guard let text = retryAfter?.onOneLine else { return nil }
        let seconds = Int(text) ?? InternetDate.web(text).map { $0 - now }
        return seconds.map { min(max($0, 0), Self.longestWait) }
    }
}
