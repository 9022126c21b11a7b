/// Arithmetic of the proleptic Gregorian calendar on plain integers.
///
/// Years are counted from March inside, so that the leap day is the last of a year and needs no special case.
enum Gregorian {
    /// 0001-01-01 and 9999-12-31 as days since 1970-01-01: what ISO 8601 writes with four digits.
    static let firstDay = -719_162
    static let lastDay = 2_932_896

    @inline(__always)
    static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    @inline(__always)
    static func daysInYear(_ year: Int) -> Int {
        isLeap(year) ? 366 : 365
    }

    /// `month` in 1...12.
    @inline(__always)
    static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        // 31 and 30 alternate, and start over in August.
        return 30 + ((month + (month >> 3)) & 1)
    }

    /// Days since 1970-01-01; `month` in 1...12, any `day`.
    @inline(__always)
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The year, month and day of a number of days since 1970-01-01.
    @inline(__always)
    static func components(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// 0 for Monday to 6 for Sunday: 1970-01-01 was a Thursday.
    @inline(__always)
    static func weekday(_ days: Int) -> Int {
        (days + 3).modulo(7)
    }
}
