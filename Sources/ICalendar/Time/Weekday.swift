/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Sendable, Hashable, Codable, Comparable {
    /// `MO`, 1.
    case monday = 1
    /// `TU`, 2.
    case tuesday
    /// `WE`, 3.
    case wednesday
    /// `TH`, 4.
    case thursday
    /// `FR`, 5.
    case friday
    /// `SA`, 6.
    case saturday
    /// `SU`, 7.
    case sunday

    /// Reads the two letters of RFC 5545 §3.3.10, in either case: `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`.
    public init?(icalendar text: some StringProtocol) {
        let letters = Array(text.utf8.prefix(3))
        guard letters.count == 2 else { return nil }
        switch (letters[0] & 0xDF, letters[1] & 0xDF) {
        case (UInt8(ascii: "M"), UInt8(ascii: "O")): self = .monday
        case (UInt8(ascii: "T"), UInt8(ascii: "U")): self = .tuesday
        case (UInt8(ascii: "W"), UInt8(ascii: "E")): self = .wednesday
        case (UInt8(ascii: "T"), UInt8(ascii: "H")): self = .thursday
        case (UInt8(ascii: "F"), UInt8(ascii: "R")): self = .friday
        case (UInt8(ascii: "S"), UInt8(ascii: "A")): self = .saturday
        case (UInt8(ascii: "S"), UInt8(ascii: "U")): self = .sunday
        default: return nil
        }
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
