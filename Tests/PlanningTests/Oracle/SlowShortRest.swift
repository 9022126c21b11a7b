import Household
import ICalendar

extension SlowWorld {
    /// The nights that are too short between two pieces of work, looked for on the days about the range.
    func shortRests(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        register.parents.flatMap { parent -> [SlowFinding] in
            guard let rest = register.people[parent].work.rest else { return [] }
            let free = stretches(works(parent).map { !$0 })
            var found: [SlowFinding] = []
            var date = from.adding(days: -3)
            while date < to.adding(days: 3) {
                if let stretch = mostlyInNight(of: date, among: free), isBetween(stretch),
                    stretch.end - stretch.start < rest
                {
                    found.append(finding("short-rest", parent, .warning, stretch.start, stretch.end))
                }
                date = date.adding(days: 1)
            }
            // Two days may have the same.
            return Array(Set(found))
        }
    }

    /// The stretch with the most time between 18:00 and 12:00 of the next day, the first of equals.
    private func mostlyInNight(of date: CivilDate, among free: [(start: Int, end: Int)]) -> (start: Int, end: Int)? {
        let night = (
            start: register.zone.instant(CivilDateTime(date, CivilTime(hour: 18, minute: 0)!)),
            end: register.zone.instant(CivilDateTime(date.adding(days: 1), CivilTime(hour: 12, minute: 0)!))
        )
        var best: (start: Int, end: Int)?
        var most = 0
        for stretch in free {
            let inside = min(stretch.end, night.end) - max(stretch.start, night.start)
            if inside > most { (best, most) = (stretch, inside) }
        }
        return best
    }

    /// What reaches an end of the world has no work there; with seven days around the range it is no short one.
    private func isBetween(_ stretch: (start: Int, end: Int)) -> Bool { stretch.start > first && stretch.end < end }
}
