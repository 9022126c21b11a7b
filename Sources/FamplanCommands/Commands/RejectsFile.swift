internal import FamplanAPI

/// The parts of an iCalendar file that were left out, as an iCalendar file: to be mended and imported again.
struct RejectsFile {
    /// Where it is written: the current directory.
    let name: String
    let content: [UInt8]

    init(source: String, skipped: [SkippedComponent]) {
        let last = source == "-" ? "stdin" : source.split(separator: "/").last.map(String.init) ?? "calendar"
        name = last + ".rejects.ics"
        var text = ""
        for part in skipped {
            let component = part.text.utf8.last == UInt8(ascii: "\n") ? part.text : part.text + "\r\n"
            text += component.uppercased().hasPrefix("BEGIN:VCALENDAR") ? component : Self.wrapped(component)
        }
        content = Array(text.utf8)
    }

    /// A component stands in a calendar (RFC 5545 §3.6).
    private static func wrapped(_ component: String) -> String {
        let begin = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//famplan//rejects//EN"]
        return begin.map { $0 + "\r\n" }.joined() + component + "END:VCALENDAR\r\n"
    }
}
