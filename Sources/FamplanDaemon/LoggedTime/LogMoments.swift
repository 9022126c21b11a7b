import FamplanAPI
import HouseholdFile
import ICalendar
import Phrases

/// Moments of what was done, as people write them: `14:00`, `yesterday 22:00`, `2026-10-25T02:30+01:00`.
struct LogMoments {
    let zone: Zone
    let now: Instant

    /// What is needed to know which 14:00 is meant.
    enum Anchor {
        /// The last up to now.
        case now
        /// The first after a moment.
        case after(Instant)
        /// The one on a day.
        case day(CivilDate)
    }

    /// - Parameter option: what it was said for, for messages.
    func moment(_ text: String, option: String, _ anchor: Anchor = .now) throws -> Instant {
        if let instant = Instant(rfc3339: text.split(separator: " ").joined()) { return instant }
        let today = zone.wall(of: now).date
        switch try DateWords(Present(now: zone.wall(of: now))).meaning(of: text) {
        case .both(let wall): return instant(of: wall, anchor)
        case .time(let time): return instant(of: time, today: today, anchor)
        case .date(let date):
            throw ErrorBody(.invalid, "cannot read “\(text)” as the time of “\(option)”: say when on \(date), too")
        case nil:
            throw ErrorBody(
                .invalid,
                "cannot read “\(text)” as the time of “\(option)” (try 14:00, “yesterday 22:00”, 2026-11-24T14:00 or "
                    + "2026-10-25T02:30+01:00)"
            )
        }
    }

    /// In seconds.
    func length(_ text: String) throws -> Int {
        let seconds: Int
        do {
            seconds = try Words.duration(text)
        } catch {
            throw ErrorBody(.invalid, "cannot take that for a length of time: \(error.message)")
        }
        guard seconds > 0 else { throw ErrorBody(.invalid, "cannot log a time that has no length") }
        return seconds
    }

    /// A wall time that is shown twice in autumn is the first, unless that would be too early.
    private func instant(of wall: CivilDateTime, _ anchor: Anchor) -> Instant {
        let both = zone.instants(of: wall)
        guard case .after(let start) = anchor else { return both[0] }
        return both.first { $0 > start } ?? both[0]
    }

    private func instant(of time: CivilTime, today: CivilDate, _ anchor: Anchor) -> Instant {
        switch anchor {
        case .day(let date): return zone.instant(of: CivilDateTime(date, time))
        case .now:
            let candidates = [0, -1, -2].flatMap { zone.instants(of: CivilDateTime(today.adding(days: $0), time)) }
            return candidates.filter { $0 <= now }.max() ?? candidates[0]
        case .after(let start):
            let first = zone.wall(of: start).date
            let candidates = [0, 1, 2].flatMap { zone.instants(of: CivilDateTime(first.adding(days: $0), time)) }
            return candidates.filter { $0 > start }.min() ?? candidates[0]
        }
    }
}

extension Zone {
    /// When a clock on the wall shows this time: once, or twice where it is put back.
    func instants(of wall: CivilDateTime) -> [Instant] {
        let first = instant(of: wall)
        // Clocks are put back by an hour or so: a day later they have been.
        let second = first.adding(seconds: offset(at: first) - offset(at: first.adding(seconds: 86_400)))
        return second > first && self.wall(of: second) == wall ? [first, second] : [first]
    }
}
