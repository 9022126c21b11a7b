/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Sendable, Hashable, Codable, Comparable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// Reads the two letters of RFC 5545 §3.3.10, in either case: `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`.
    public init?(icalendar text: some StringProtocol) {
        let upper = text.uppercased()
        guard let weekday = Weekday.allCases.first(where: { $0.icalendar == upper }) else { return nil }
        self = weekday
    }

    /// The two letters that RFC 5545 writes for this day.
    public var icalendar: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }

    /// Orders from Monday to Sunday.
    public static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The weekday `index` days after Monday; any whole number.
    init(daysAfterMonday index: Int) {
        let cases = Weekday.allCases
        self = cases[index.modulo(7)]
    }

    /// 0 for Monday to 6 for Sunday, as the bit masks of the recurrence engine count.
    var daysAfterMonday: Int { rawValue - 1 }
}
