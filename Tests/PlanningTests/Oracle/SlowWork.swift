import Household
import ICalendar

/// The kinds that ask only when a parent works.
extension SlowWorld {
    /// For each minute, whether the person has work under way: on any stream, or on the one.
    func works(_ person: Int, on stream: ID<Stream>? = nil) -> [Bool] {
        var works = [Bool](repeating: false, count: minutes.count)
        for occurrence in occurrences where occurrence.kind == .work && occurrence.people.contains(person) {
            guard stream == nil || occurrence.stream == stream?.rawValue else { continue }
            for minute in minutes(occurrence.start, occurrence.end) { works[minute] = true }
        }
        return works
    }

    /// The stretches in which a parent works in protected time.
    func protectedTimes(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        var protected = [Bool](repeating: false, count: minutes.count)
        for time in register.settings.protected {
            for (start, end) in intervals(of: time.window, from: from, to: to) {
                for minute in minutes(start, end) { protected[minute] = true }
            }
        }
        return register.parents.flatMap { parent in
            let both = zip(protected, works(parent)).map { $0 && $1 }
            return stretches(both).map { finding("protected-time", parent, .warning, $0.start, $0.end) }
        }
    }

    /// The days on which a parent works longer than they want to.
    func overloadedDays(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        register.parents.flatMap { parent -> [SlowFinding] in
            guard let most = register.people[parent].work.perDay else { return [] }
            let works = works(parent)
            return spans(from: from, to: to, days: 1)
                .filter { seconds(works, $0, $1) > most }
                .map { finding("overload-day", parent, .warning, $0, $1) }
        }
    }

    /// The weeks in which a parent works longer than they want to, whole even where the range cuts them.
    func overloadedWeeks(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        register.parents.flatMap { parent -> [SlowFinding] in
            guard let most = register.people[parent].work.perWeek else { return [] }
            let works = works(parent)
            return weeks(from: from, to: to)
                .filter { seconds(works, $0, $1) > most }
                .map { finding("overload-week", parent, .warning, $0, $1) }
        }
    }

    /// The weeks in which a stream has too few hours booked, or too many.
    func streamHours(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        register.streams.flatMap { stream -> [SlowFinding] in
            let owner = register.number(stream.owner)
            let booked = works(owner, on: stream.id)
            let (least, most) = (stream.weekly.min ?? 0, stream.weekly.max ?? .max)
            let archived = stream.archived.map(register.zone.midnight) ?? .max
            let judged = weeks(from: from, to: to).filter { $0.end <= archived }
            return judged.filter { !(least...most).contains(seconds(booked, $0, $1)) }.map { week in
                var found = finding("stream-hours", owner, .notice, week.start, week.end)
                found.subject = stream.id.rawValue
                return found
            }
        }
    }

    /// The local weeks that have a day in the range.
    func weeks(from: CivilDate, to: CivilDate) -> [(start: Int, end: Int)] {
        spans(from: from.startOfWeek(register.settings.weekStart), to: to, days: 7)
    }

    private func spans(from: CivilDate, to: CivilDate, days: Int) -> [(start: Int, end: Int)] {
        stride(from: from.daysSinceEpoch, to: to.daysSinceEpoch, by: days).map { day in
            let first = CivilDate(daysSinceEpoch: day)
            return (register.zone.midnight(first), register.zone.midnight(first.adding(days: days)))
        }
    }

    /// How many seconds of `[start, end)` are among the minutes marked.
    func seconds(_ marked: [Bool], _ start: Int, _ end: Int) -> Int {
        var seconds = 0
        for minute in minutes(start, end) where marked[minute] { seconds += 60 }
        return seconds
    }
}
