import ICalendar

extension CivilDate {
    /// `Tue 24 Nov 2026`.
    var inWords: String { "\(weekday.abbreviation) \(day) \(monthAbbreviation) \(year)" }

    private var monthAbbreviation: String {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    }
}

extension Weekday {
    /// `Tue`.
    var abbreviation: String {
        switch self {
        case .monday: "Mon"
        case .tuesday: "Tue"
        case .wednesday: "Wed"
        case .thursday: "Thu"
        case .friday: "Fri"
        case .saturday: "Sat"
        case .sunday: "Sun"
        }
    }
}
