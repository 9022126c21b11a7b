import Household
package import ICalendar

/// How a plan's times, places and titles are said in a sentence.
package struct Wording {
    private let schedule: Schedule
    private let zone: Zone

    package init(_ plan: Plan) {
        schedule = plan.schedule
        zone = plan.schedule.household.zone
    }

    /// `from 14:15 to 14:30 on Wed 25 Nov`, or with both days where there are two.
    func fromTo(_ interval: Interval) -> String {
        let (start, end) = (zone.wall(of: interval.start), zone.wall(of: interval.end))
        if isOneDay(start, end) { return "from \(start.time) to \(endTime(end)) on \(day(start.date))" }
        return "from \(start.time) on \(day(start.date)) to \(end.time) on \(day(end.date))"
    }

    /// `Wed 25 Nov 14:15–14:30`, or with both days where there are two; whole days without a time.
    package func span(_ interval: Interval) -> String { zone.words(interval) }

    /// `at 14:15 on Wed 25 Nov`.
    func moment(_ instant: Instant) -> String {
        let wall = zone.wall(of: instant)
        return "at \(wall.time) on \(day(wall.date))"
    }

    /// `Fri 11 Dec 18:00`.
    package func dayAndTime(_ instant: Instant) -> String {
        let wall = zone.wall(of: instant)
        return "\(day(wall.date)) \(wall.time)"
    }

    /// `Wed 25 Nov`.
    func day(of instant: Instant) -> String { day(zone.wall(of: instant).date) }

    /// `1h 30m`, `45m`, `9h`, `no time`.
    package func length(_ seconds: Int) -> String { lengthWords(seconds) }

    /// `“Deep work”`. A sentence is stored, sent and shown to everybody: what is private has no title in it.
    func title(_ occurrence: Occurrence) -> String {
        let entry = schedule.entry(of: occurrence)
        return entry.isPrivate ? "something private" : "“\(entry.title)”"
    }

    /// `“Deep work” (Office)`.
    func titleAndPlace(_ occurrence: Occurrence) -> String {
        let isPrivate = schedule.entry(of: occurrence).isPrivate
        return title(occurrence) + (isPrivate ? "" : " (\(place(schedule.spot(of: occurrence))))")
    }

    /// `School`: where an occurrence is, or what it is where that is private.
    func place(of occurrence: Occurrence) -> String {
        schedule.entry(of: occurrence).isPrivate ? title(occurrence) : place(schedule.spot(of: occurrence))
    }

    func place(_ spot: Spot) -> String {
        switch spot {
        case .home: "home"
        case .place(let id): schedule.household.place(id)?.name ?? id.rawValue
        case .nowhereKnown: "somewhere"
        }
    }

    /// `A`, `A and B`, `A, B and C`.
    package func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// `Wed 25 Nov`.
    private func day(_ date: CivilDate) -> String { date.dayAndMonth }

    private func isOneDay(_ start: CivilDateTime, _ end: CivilDateTime) -> Bool {
        start.date == end.date || end == CivilDateTime(start.date.adding(days: 1), .midnight)
    }

    private func endTime(_ end: CivilDateTime) -> String { end.time == .midnight ? "24:00" : "\(end.time)" }
}
