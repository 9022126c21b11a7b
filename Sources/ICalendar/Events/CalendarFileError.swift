/// Why a file is refused as a whole. Whoever kept an earlier state of it goes on with that.
public enum CalendarFileError: Error, Hashable, Sendable {
    /// There is no VCALENDAR in it: a web page, another format, nothing.
    case noCalendar(beginning: String)
    /// BEGIN and END do not pair: a truncated download, most often.
    case unbalanced(line: Int, message: String)
    /// The file, a line of it or its nesting is beyond the limits.
    case tooLarge(line: Int, message: String)
    /// There are events, and none of them can be used.
    case nothingUsable([SkippedComponent])
}

extension CalendarFileError: CustomStringConvertible {
    /// A sentence without a full stop: `this is not a calendar: it is empty`.
    public var description: String {
        switch self {
        case .noCalendar(""): "this is not a calendar: it is empty"
        case .noCalendar(let beginning): "this is not a calendar (no BEGIN:VCALENDAR): it begins with “\(beginning)”"
        case .unbalanced(let line, let message): "the calendar is incomplete: line \(line): \(message)"
        case .tooLarge(let line, let message): "the calendar is too large: line \(line): \(message)"
        case .nothingUsable(let skipped):
            "none of the calendar's \(skipped.count) events can be used: \(skipped.first?.description ?? "")"
        }
    }
}

extension CalendarFileError {
    init(_ error: ICalendarSyntaxError) {
        switch error.kind {
        case .unbalanced: self = .unbalanced(line: error.line, message: error.message)
        case .tooLarge: self = .tooLarge(line: error.line, message: error.message)
        }
    }
}
