/// A day of the proleptic Gregorian calendar, years 1 to 9999, in no time zone.
///
/// Arithmetic that would leave those years stops at their first or last day: a date is always one that ISO 8601 can
/// write.
public struct CivilDate: Hashable, Comparable, Sendable {
    private let days: Int32

    /// The day so many days after 1970-01-01.
    public init(daysSinceEpoch: Int) {
        days = Int32(min(max(daysSinceEpoch, Gregorian.firstDay), Gregorian.lastDay))
    }

    /// Nil if there is no such day: 29 February of a common year, month 13, year 0.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Gregorian.daysInMonth(year, month) else { return nil }
        days = Int32(Gregorian.days(year, month, day))
    }

    /// 0001-01-01.
    public static let first = CivilDate(daysSinceEpoch: Gregorian.firstDay)
    /// 9999-12-31.
    public static let last = CivilDate(daysSinceEpoch: Gregorian.lastDay)

    /// Days from 1970-01-01, which is 0.
    public var daysSinceEpoch: Int { Int(days) }

    /// 1...9999.
    public var year: Int { components.year }
    /// 1...12.
    public var month: Int { components.month }
    /// 1...31.
    public var day: Int { components.day }
    /// 1 on 1 January, 366 at the most.
    public var dayOfYear: Int { daysSinceEpoch - Gregorian.days(year, 1, 1) + 1 }

    /// The day of the week.
    public var weekday: Weekday { Weekday(daysAfterMonday: Gregorian.weekday(daysSinceEpoch)) }

    /// Year, month and day in one go.
    public var components: (year: Int, month: Int, day: Int) { Gregorian.components(daysSinceEpoch) }

    /// Whether the left day is earlier.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.days < right.days
    }
}

extension CivilDate {
    /// The date `days` later, or earlier if negative.
    public func adding(days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch.addingClamped(days))
    }

    /// The same day of the month `months` later; the month's last day where it has no such day.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let index = min(max((year * 12 + month - 1).addingClamped(months), 12), 9999 * 12 + 11)
        let length = Gregorian.daysInMonth(index / 12, index % 12 + 1)
        return CivilDate(daysSinceEpoch: Gregorian.days(index / 12, index % 12 + 1, min(day, length)))
    }

    /// The latest `weekStart` that is not after this date.
    public func startOfWeek(_ weekStart: Weekday) -> CivilDate {
        adding(days: -(Gregorian.weekday(daysSinceEpoch) - weekStart.daysAfterMonday).modulo(7))
    }

    /// 28...31; `month` in 1...12.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        precondition((1...12).contains(month), "there is no month \(month)")
        return Gregorian.daysInMonth(year, month)
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        Gregorian.isLeap(year)
    }
}
