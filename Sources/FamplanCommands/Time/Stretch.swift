/// A half-open time from one moment to another.
package struct Stretch: Hashable, Sendable {
    package var start: Moment
    package var end: Moment

    package init(_ start: String, _ end: String) throws {
        self.start = try Moment(start)
        self.end = try Moment(end)
    }

    package func contains(_ moment: Moment) -> Bool { start <= moment && moment < end }

    /// The last day that any of it lies on: an end at midnight belongs to the day before.
    package var lastDay: Day {
        end.second == 0 && end.day > start.day ? end.day.adding(-1) : end.day
    }

    /// The minutes of a day's wall that it takes, 0...1440; nil where it does not touch the day.
    package func minutes(on day: Day) -> Range<Int>? {
        guard start.day <= day, day <= lastDay else { return nil }
        let from = start.day == day ? start.minute : 0
        let to = end.day == day ? end.minute : 1_440
        return from..<max(from, to)
    }

    /// How it stands in the list of one day: `09:00–12:00`, `22:00 →` where it goes on, `→ 06:00` where it came from
    /// before, `all day` in between.
    package func words(on day: Day) -> String {
        if start == end { return start.clock }
        return switch (start.day < day || (start.day == day && start.second == 0 && lastDay > day), lastDay > day) {
        case (false, false): "\(start.clock)–\(endClock)"
        case (false, true): "\(start.clock) →"
        case (true, false): end.day > day ? "all day" : "    → \(end.clock)"
        case (true, true): "all day"
        }
    }

    /// `Wed 25 Nov 14:15–14:30`, or both ends with their days.
    package var words: String {
        if start == end { return start.words }
        if start.day == lastDay {
            let isWholeDay = start.second == 0 && end.day > start.day
            return isWholeDay ? start.day.words : "\(start.words)–\(endClock)"
        }
        if start.second == 0, end.second == 0 { return "\(start.day.words) – \(lastDay.words)" }
        return "\(start.words) – \(end.words)"
    }

    /// Midnight at the end of a day is 24:00.
    package var endClock: String { end.day > lastDay ? "24:00" : end.clock }

    package var seconds: Int { end.instant - start.instant }
}

/// `45 min`, `2 h`, `1 h 30 min`, `3 days`.
func durationWords(seconds: Int) -> String {
    let minutes = seconds / 60
    if minutes >= 2_880, minutes % 1_440 == 0 { return "\(minutes / 1_440) days" }
    return switch (minutes / 60, minutes % 60) {
    case (0, let rest): "\(rest) min"
    case (let hours, 0): "\(hours) h"
    case (let hours, let rest): "\(hours) h \(rest) min"
    }
}
