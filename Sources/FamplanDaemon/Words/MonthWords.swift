import FamplanAPI
import Household
import ICalendar
import Phrases

/// The days that `--month`, or `--from` and `--to`, mean: this month where nothing is said.
struct MonthWords {
    private let today: CivilDate
    private let words: RangeWords
    private let dates: DateWords

    init(_ household: Household, now: Instant) {
        today = household.zone.wall(of: now).date
        dates = DateWords(Present(of: household, at: now))
        words = RangeWords(household, now: now)
    }

    /// No answer looks at more, or further ahead: some more than ten years.
    private static let longest = 4_000

    func days(month: String?, from: String?, to: String?) throws -> Range<CivilDate> {
        if let month {
            guard from == nil, to == nil else {
                throw ErrorBody(.invalid, "“month” and “from” or “to” exclude each other (a month is a range already)")
            }
            return try days(of: month)
        }
        let start = try from.map { try date($0, "from") }
        let end = try to.map { try date($0, "to") }
        switch (start, end) {
        case (nil, nil): return Self.month(of: today)
        case (let start?, nil): return try checked(start, Self.month(of: max(start, today)).upperBound)
        case (nil, let end?): return try checked(Self.month(of: end.adding(days: -1)).lowerBound, end)
        case (let start?, let end?): return try checked(start, end)
        }
    }

    /// The month that somebody wants to see: `2026-12`, `dec`, `next month`, or any day in it; this one where nothing is said.
    func month(_ text: String?) throws -> Range<CivilDate> {
        guard let text else { return Self.month(of: today) }
        guard let first = try dates.month(of: text) else {
            throw ErrorBody(
                .invalid,
                "cannot read “\(text)” as a month (try 2026-12, dec, “next month” or a day in it)"
            )
        }
        return try checked(first, Self.month(of: first).upperBound)
    }

    /// `2026-11`, `this`, `last`, `next`.
    private func days(of month: String) throws -> Range<CivilDate> {
        let first = Self.month(of: today).lowerBound
        switch month {
        case "this": return Self.month(of: first)
        case "last": return Self.month(of: first.adding(months: -1))
        case "next": return Self.month(of: first.adding(months: 1))
        default: break
        }
        guard let date = CivilDate(month + "-01") else {
            throw ErrorBody(.invalid, "cannot read “\(month)” as a month (try 2026-11, this, last or next)")
        }
        return try checked(date, Self.month(of: date).upperBound)
    }

    private func date(_ text: String, _ option: String) throws -> CivilDate {
        let moment = try words.moment(text, option: option)
        guard moment.time == .midnight else {
            throw ErrorBody(
                .invalid,
                "cannot read “\(text)” as the day of “\(option)”: whole days are needed (\(moment.date))"
            )
        }
        return moment.date
    }

    private func checked(_ start: CivilDate, _ end: CivilDate) throws -> Range<CivilDate> {
        guard start < end else {
            throw ErrorBody(
                .invalid,
                "nothing lies from \(start) to \(end): “to” is the first day that is not looked at, and comes after “from”"
            )
        }
        guard end.daysSinceEpoch - start.daysSinceEpoch <= Self.longest else {
            throw ErrorBody(.invalid, "the range from \(start) to \(end) is longer than 4,000 days: ask in pieces")
        }
        guard end <= today.adding(days: Self.longest) else {
            throw ErrorBody(.invalid, "cannot look as far ahead as \(end): 4,000 days from today are the most")
        }
        return start..<end
    }

    private static func month(of date: CivilDate) -> Range<CivilDate> {
        let first = date.adding(days: 1 - date.day)
        return first..<first.adding(months: 1)
    }
}
