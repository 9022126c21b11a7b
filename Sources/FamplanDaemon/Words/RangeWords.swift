import FamplanAPI
import Household
import ICalendar
import Phrases

/// The range that `--from` and `--to` mean: `[from, to)`, from today for 14 days where nothing is said.
struct RangeWords {
    private let zone: Zone
    private let present: Present

    init(_ household: Household, now: Instant) {
        zone = household.zone
        present = Present(of: household, at: now)
    }

    /// No answer looks at more.
    private static let longest = 1_200 * 86_400

    func range(from: String?, to: String?) throws -> Interval {
        let today = present.now.date
        let start = try from.map { try moment($0, option: "from") } ?? CivilDateTime(today, .midnight)
        let end = try to.map { try moment($0, option: "to") } ?? CivilDateTime(start.date.adding(days: 14), start.time)
        let interval = Interval(zone.instant(of: start), zone.instant(of: end))
        guard interval.start < interval.end else {
            throw ErrorBody(
                .invalid,
                "nothing lies from \(start) to \(end): “to” is the first day that is not looked at, and comes after “from”"
            )
        }
        guard interval.seconds <= Self.longest else {
            throw ErrorBody(.invalid, "the range from \(start) to \(end) is longer than 1,200 days: ask in pieces")
        }
        return interval
    }

    /// A day of the week that is meant: `next`, `last`, `+1`, or any day in it.
    func week(_ text: String) throws -> CivilDate {
        if let day = try DateWords(present).week(of: text) { return day }
        throw ErrorBody(.invalid, "cannot read “\(text)” as a week (try next, last, +2, or a day in it: 24 Dec)")
    }

    /// A day's midnight, or a wall time in the household's zone.
    func moment(_ text: String, option: String) throws -> CivilDateTime {
        switch try DateWords(present).meaning(of: text) {
        case .date(let date): return CivilDateTime(date, .midnight)
        case .both(let both): return both
        case .time, nil:
            throw ErrorBody(.invalid, "cannot read “\(text)” as the day of “\(option)” (try \(DateWords.examples))")
        }
    }
}
