import Household
import ICalendar
import Planning

/// How a digest says times, people and stretches.
struct DigestWords {
    private let wording: Wording
    let dates: DateLanguage
    let household: Household

    init(_ plan: Plan, _ dates: DateLanguage = .english) {
        wording = Wording(plan)
        self.dates = dates
        household = plan.schedule.household
    }

    private var zone: Zone { household.zone }

    /// `15:30–16:30`; the end of the day is 24:00.
    func span(_ interval: Interval, in day: Interval) -> String {
        interval.isEmpty
            ? time(interval.start, in: day) : "\(time(interval.start, in: day))–\(time(interval.end, in: day))"
    }

    func time(_ instant: Instant, in day: Interval) -> String {
        dates.time(instant == day.end ? .endOfDay : zone.wall(of: instant).time)
    }

    /// `15:30–16:30`, `all day`.
    func span(_ item: DayItem, in day: Interval) -> String { item.isAllDay ? "all day" : span(item.interval, in: day) }

    /// `Tue 24 Nov 15:30–16:30`; `Mon 23 Nov – Sun 29 Nov` for whole days.
    func when(_ interval: Interval) -> String {
        let (start, end) = (zone.wall(of: interval.start), zone.wall(of: interval.end))
        guard interval.start == zone.startOfDay(start.date), interval.end == zone.startOfDay(end.date),
            !interval.isEmpty
        else { return translated(wording.span(interval), about: interval.start) }
        let last = end.date.adding(days: -1)
        return last == start.date
            ? day(start.date) : "\(day(start.date)) – \(day(last))"
    }

    /// When a conflict is: of a deadline, when it is due.
    func when(_ conflict: Conflict) -> String {
        conflict.kind == .deadline ? "by \(dayAndTime(conflict.interval.end))" : when(conflict.interval)
    }

    /// Whom a conflict names.
    func who(_ conflict: Conflict) -> String {
        conflict.people.isEmpty ? "the household" : Self.list(conflict.people.map(name))
    }

    func name(_ person: ID<Person>) -> String { household.name(of: person) }

    /// `1h 30m`.
    func length(_ seconds: Int) -> String { wording.length(seconds) }

    /// `Fri 11 Dec 18:00`.
    func dayAndTime(_ instant: Instant) -> String { translated(wording.dayAndTime(instant), about: instant) }

    /// `Tue 24 Nov`.
    func day(_ date: CivilDate) -> String { dates.day(date) }

    /// What is wrong, in a sentence.
    func message(_ conflict: Conflict) -> String { translated(conflict.message, about: conflict.interval.start) }

    /// A sentence that was made in English, with its days and times as the reader writes them.
    func translated(_ sentence: String, about instant: Instant) -> String {
        dates.translated(sentence, about: zone.wall(of: instant).date)
    }

    /// `Maya or Kofi`, `Kofi, on the way`, `NOBODY`.
    func carers(_ stretch: CarerStretch) -> String {
        let names = stretch.carers.map(name)
        switch stretch.kind {
        case .none: return "needs nobody"
        case .school: return stretch.title ?? "school"
        case .together: return Self.list(names)
        case .either: return Self.list(names, by: "or")
        case .way: return names.isEmpty ? "on the way" : "\(Self.list(names, by: "or")), on the way"
        case .gap: return "NOBODY"
        case .acceptedGap: return "nobody (accepted)"
        case .alone: return "on their own"
        }
    }

    /// `Q4 report (Northwind retainer), due Fri 11 Dec 18:00`.
    func deadline(_ standing: DeadlineStanding) -> String {
        "\(standing.deadline.title) (\(standing.stream.name)), due \(dayAndTime(standing.interval.end))"
    }

    /// `needed 22h · booked 24h · free 10h`; what is missing is said, too.
    func numbers(_ standing: DeadlineStanding) -> String {
        var parts = [
            "needed \(length(standing.deadline.remaining))", "booked \(length(standing.booked))",
            "free \(length(standing.free))",
        ]
        if standing.missing > 0 { parts.append("still to book \(length(standing.missing))") }
        return parts.joined(separator: " · ")
    }

    /// `A`, `A and B`, `A, B and C`.
    static func list(_ words: [String], by joint: String = "and") -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(joint) \(last)"
    }

    /// In one piece, where a line is broken.
    static func unbroken(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }

    /// `1 gap`, `2 gaps`.
    static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
