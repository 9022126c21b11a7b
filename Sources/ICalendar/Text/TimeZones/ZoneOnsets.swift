/// When the offset of a zone changes from some moment on: one by one as far as the years differ from each other, and as
/// the rule that holds from then on.
struct ZoneOnsets {
    /// One change of the offset; everything in seconds, since the epoch and east of UTC.
    struct Onset: Hashable {
        var instant: Int
        var offsetFrom: Int
        var offsetTo: Int

        /// What the clock showed at that moment before it was changed.
        var wall: CivilDateTime { CivilDateTime(wallSeconds: instant.addingClamped(offsetFrom)) }
    }

    /// A change that comes back every year, from its first time on.
    struct Yearly {
        var first: Onset
        var change: PosixZoneRule.Change
    }

    private(set) var single: [Onset] = []
    private(set) var yearly: [Yearly] = []

    /// - Parameter from: nothing is asked about the time before; the change that holds then is among the onsets.
    init(_ zone: Zone, from: Instant) {
        let (initial, transitions, rule) = zone.table.content
        var offset = initial
        var all: [Onset] = []
        for transition in transitions where transition.offset != offset {
            all.append(Onset(instant: transition.instant, offsetFrom: offset, offsetTo: transition.offset))
            offset = transition.offset
        }
        let from = from.secondsSinceEpoch
        let ruled = rule.map { ZoneOnsets.ruled(all, by: $0) } ?? 0
        if let rule, let daylight = rule.daylight {
            let start = ruled > 0 ? all[all.count - ruled].instant : all.last.map { $0.instant + 1 } ?? from
            yearly = ZoneOnsets.yearly(rule, daylight, from: max(start, from), notBefore: start)
            all.removeLast(ruled)
        }
        let isRuled = yearly.contains { $0.first.instant <= from }
        let first = isRuled ? all.count : all.lastIndex { $0.instant <= from } ?? 0
        single = Array(all[first...])
        let begins = (single.first ?? yearly.map(\.first).min { $0.instant < $1.instant })
        if begins.map({ $0.instant > from }) ?? true {
            let before = begins?.offsetFrom ?? initial
            single.insert(Onset(instant: from, offsetFrom: before, offsetTo: before), at: 0)
        }
    }

    /// How many of the last onsets are those that the rule gives as well, without one between them that only it gives.
    private static func ruled(_ all: [Onset], by rule: PosixZoneRule) -> Int {
        var count = 0
        for onset in all.reversed() {
            let isRuled = rule.lastTransition(notAfter: onset.instant) == onset.instant
            guard isRuled, rule.offset(at: onset.instant) == onset.offsetTo else { break }
            if count > 0 {
                let next = all[all.count - count].instant
                guard rule.lastTransition(notAfter: next - 1) == onset.instant else { break }
            }
            count += 1
        }
        return count
    }

    /// Both changes of the rule, each from its last time not after a moment on; where that is too early, from its first
    /// time that is not.
    private static func yearly(
        _ rule: PosixZoneRule,
        _ daylight: PosixZoneRule.Daylight,
        from: Int,
        notBefore first: Int
    ) -> [Yearly] {
        let year = rule.year(of: from)
        let years = (year - 2...year + 2).map { rule.changes(daylight, in: $0) }
        func begin(_ instants: [Int]) -> Int? {
            instants.last { $0 <= from && $0 >= first } ?? instants.first { $0 >= first }
        }
        let (standard, summer) = (rule.standardOffset, daylight.offset)
        let start = begin(years.map(\.start)).map {
            Yearly(first: Onset(instant: $0, offsetFrom: standard, offsetTo: summer), change: daylight.start)
        }
        let end = begin(years.map(\.end)).map {
            Yearly(first: Onset(instant: $0, offsetFrom: summer, offsetTo: standard), change: daylight.end)
        }
        return [start, end].compactMap(\.self)
    }
}

extension PosixZoneRule.Change {
    /// The value of an RRULE that gives its days; nil where no rule can say it.
    var recurrence: String? {
        // A time outside of the day is one of another day: 26:00 on a Thursday is 02:00 on the Friday after it.
        let shift = seconds.floorDivided(by: secondsPerDay)
        switch day {
        case .weekday(let month, let week, let daysAfterSunday):
            let weekday = Weekday(daysAfterMonday: daysAfterSunday + 6 + shift).icalendar
            let isLast = week == 5
            if shift == 0 { return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(isLast ? -1 : week)\(weekday)" }
            let days = isLast ? -7 + shift...(-1 + shift) : 7 * week - 6 + shift...7 * week + shift
            let least = Gregorian.daysInMonth(2025, month)
            guard days.lowerBound >= (isLast ? -least : 1), days.upperBound <= (isLast ? -1 : least) else { return nil }
            let list = days.map(String.init).joined(separator: ",")
            return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(list);BYDAY=\(weekday)"
        case .withoutLeapDay(let number) where shift == 0:
            let date = CivilDate(daysSinceEpoch: Gregorian.days(2025, 1, 1) + number - 1)
            return "FREQ=YEARLY;BYMONTH=\(date.month);BYMONTHDAY=\(date.day)"
        case .zeroBased(let number) where shift == 0 && number < 365:
            return "FREQ=YEARLY;BYYEARDAY=\(number + 1)"
        case .withoutLeapDay, .zeroBased: return nil
        }
    }
}
