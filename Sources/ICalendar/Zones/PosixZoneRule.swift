/// The rule that goes on after a zone's table, as POSIX writes it in TZ: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// RFC 8536 §3.3 and §3.3.1: times of a change may lie outside the day, from -167 to 167 hours.
public struct PosixZoneRule: Hashable, Sendable {
    /// Seconds east of UTC in standard time.
    let standardOffset: Int
    let daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        /// Seconds east of UTC.
        var offset: Int
        var start: Change
        var end: Change
    }

    /// A day of every year and a time on the wall before the change, in seconds from midnight.
    struct Change: Hashable, Sendable {
        var day: Day
        var seconds: Int

        func wallSeconds(in year: Int) -> Int {
            day.daysSinceEpoch(in: year) * secondsPerDay + seconds
        }
    }

    enum Day: Hashable, Sendable {
        /// `J1`...`J365`: 29 February is not counted, so that `J60` is always 1 March.
        case withoutLeapDay(Int)
        /// `0`...`365`, the leap day counted.
        case zeroBased(Int)
        /// `M3.5.0`: the fifth, that is the last, Sunday of March.
        case weekday(month: Int, week: Int, daysAfterSunday: Int)

        func daysSinceEpoch(in year: Int) -> Int {
            let newYear = Gregorian.days(year, 1, 1)
            switch self {
            case .withoutLeapDay(let day):
                return newYear + day - (Gregorian.isLeap(year) && day >= 60 ? 0 : 1)
            case .zeroBased(let day):
                return newYear + day
            case .weekday(let month, let week, let daysAfterSunday):
                let first = Gregorian.days(year, month, 1)
                let firstWeekday = (Gregorian.weekday(first) + 1) % 7
                var day = (daysAfterSunday - firstWeekday).modulo(7) + 7 * (week - 1)
                if day >= Gregorian.daysInMonth(year, month) { day -= 7 }
                return first + day
            }
        }
    }
}

extension PosixZoneRule {
    func offset(at instant: Int) -> Int {
        guard let daylight else { return standardOffset }
        let (start, end) = changes(daylight, around: instant)
        let isDaylight = start < end ? start <= instant && instant < end : !(end <= instant && instant < start)
        return isDaylight ? daylight.offset : standardOffset
    }

    func offset(atWall wall: Int) -> Int {
        guard let daylight else { return standardOffset }
        // The larger offset gives the earlier instant: the first in a fold and, in a gap, the one before it.
        let earlier = wall - max(standardOffset, daylight.offset)
        let later = wall - min(standardOffset, daylight.offset)
        let first = offset(at: earlier)
        if wall - first == earlier { return first }
        let second = offset(at: later)
        return wall - second == later ? second : first
    }

    func lastTransition(notAfter instant: Int) -> Int? {
        guard let daylight else { return nil }
        let year = year(of: instant)
        let all = [year - 1, year].flatMap { year in
            let (start, end) = changes(daylight, in: year)
            return [start, end]
        }
        return all.filter { $0 <= instant }.max()
    }

    /// The year in standard time decides, so that daylight time over the new year does not end with the old one.
    func year(of instant: Int) -> Int {
        Gregorian.components(instant.addingClamped(standardOffset).floorDivided(by: secondsPerDay)).year
    }

    private func changes(_ daylight: Daylight, around instant: Int) -> (start: Int, end: Int) {
        changes(daylight, in: year(of: instant))
    }

    func changes(_ daylight: Daylight, in year: Int) -> (start: Int, end: Int) {
        (
            daylight.start.wallSeconds(in: year) - standardOffset,
            daylight.end.wallSeconds(in: year) - daylight.offset
        )
    }
}
