import Household
import ICalendar

/// Something that may be moved gets another time: on its own day first, then in its own week.
struct Moves: Proposing {
    /// Starts lie on quarters of an hour, in the part of the day in which people plan; children's in that of children.
    private static let step = 900
    private static let day = 7 * 3_600...21 * 3_600
    private static let childrensDay = 8 * 3_600...19 * 3_600

    func proposals(in situation: Situation) -> [Proposal] {
        situation.involved.filter { situation.entry(of: $0).movable != .fixed }.flatMap { occurrence in
            places(for: occurrence, situation).map { proposal(occurrence, at: $0, situation) }
        }
    }

    private func proposal(_ occurrence: Occurrence, at interval: Interval, _ situation: Situation) -> Proposal {
        var edits = Edits(situation.household)
        let zone = situation.household.zone(of: situation.entry(of: occurrence))
        let id = situation.schedule.id(of: occurrence)
        edits.edit(id) { $0.start = zone.wall(of: interval.start) }
        let isSameDay = localDay(occurrence.start, situation) == localDay(interval.start, situation)
        return Proposal(
            way: .move,
            title: "Move \(situation.words.title(occurrence)) to \(situation.words.span(interval))",
            changes: edits.changes,
            group: "move \(id.entry) \(id.of.secondsSinceEpoch) \(isSameDay)",
            moved: abs(interval.start - occurrence.start),
            people: situation.members(of: occurrence)
        )
    }

    /// The times at which nothing that can be told at once stands against it, the nearest first.
    private func places(for occurrence: Occurrence, _ situation: Situation) -> [Interval] {
        let entry = situation.entry(of: occurrence)
        let room = Room(for: occurrence, in: situation)
        guard !entry.time.isAllDay else { return [] }
        let own = localDay(occurrence.start, situation)
        let people = situation.members(of: occurrence).compactMap { situation.household.people[$0] }
        let day = people.contains { $0.role == .child } ? Self.childrensDay : Self.day
        let free = days(for: entry, around: own, situation).flatMap { date in
            stride(from: day.lowerBound, through: day.upperBound, by: Self.step).compactMap { second in
                let wall = CivilDateTime(date, CivilTime(secondsSinceMidnight: second))
                let start = situation.household.zone.instant(of: wall)
                let interval = Interval(start, start.adding(seconds: occurrence.interval.seconds))
                let isWithinDay = second + occurrence.interval.seconds <= day.upperBound
                return isWithinDay && start >= situation.now && start != occurrence.start ? interval : nil
            }
        }.filter(room.holds)
        func distance(_ interval: Interval) -> (Int, Int, Instant) {
            let days = abs(localDay(interval.start, situation).daysSinceEpoch - own.daysSinceEpoch)
            return (days, abs(interval.start - occurrence.start), interval.start)
        }
        return free.sorted { distance($0) < distance($1) }
    }

    private func days(for entry: Entry, around day: CivilDate, _ situation: Situation) -> [CivilDate] {
        switch entry.movable {
        case .fixed: return []
        case .day: return [day]
        case .week:
            let first = day.startOfWeek(situation.household.settings.weekStart)
            return (0..<7).map { first.adding(days: $0) }
        }
    }

    private func localDay(_ instant: Instant, _ situation: Situation) -> CivilDate {
        situation.household.zone.wall(of: instant).date
    }
}
