import Household
import ICalendar

extension Words {
    /// `daily`, `weekdays`, `weekends` or a day: `mon`, `monday`.
    static func days(_ text: String) throws(Complaint) -> Set<Weekday> {
        switch text.lowercased() {
        case "daily": return Set(Weekday.allCases)
        case "weekdays": return Self.weekdays
        case "weekends": return Self.weekends
        default: return [try weekday(text)]
        }
    }

    static func weekday(_ text: String) throws(Complaint) -> Weekday {
        let word = text.lowercased()
        for day in Weekday.allCases where word == day.name || word == day.shortName { return day }
        let names = Weekday.allCases.flatMap { [$0.name, $0.shortName] } + ["daily", "weekdays", "weekends"]
        let near = Spelling.nearest(to: text, among: names).map { " (did you mean \($0)?)" }
        throw Complaint("“\(shortened(text))” is not a day\(near ?? " (mon, tue, …, daily, weekdays, weekends)")")
    }

    static let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    static let weekends: Set<Weekday> = [.saturday, .sunday]
}

extension Weekday {
    /// `monday`.
    var name: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }

    /// `mon`.
    var shortName: String { String(name.prefix(3)) }
}
