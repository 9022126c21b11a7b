import FamplanAPI
import Household
import ICalendar
import Planning

/// A whole month, to be drawn.
extension Reading {
    /// The month that the words mean; this one where there are none.
    func monthRange(_ words: String?) throws -> Interval {
        let days = try MonthWords(snapshot.household, now: snapshot.now).month(words)
        return Interval(snapshot.zone.startOfDay(days.lowerBound), snapshot.zone.startOfDay(days.upperBound))
    }

    func month(_ plan: Plan, conflicts: [KnownConflict]) -> Month {
        let week = week(plan, conflicts: conflicts)
        return Month(
            from: week.from,
            to: week.to,
            household: week.household,
            weekStart: snapshot.household.settings.weekStart.rawValue,
            items: week.items,
            due: due(in: plan.range),
            children: week.children,
            conflicts: week.conflicts,
            names: WireFormat(household: snapshot.household).names
        )
    }

    /// What is due in a range and is not done, in order; what is due after the end of its stream is not.
    private func due(in range: Interval) -> [DueItem] {
        let household = snapshot.household
        let due = household.streams.values.flatMap { stream in
            let end = household.zone.startOfDay(stream.archived ?? .last)
            return stream.deadlines.filter { $0.remaining > 0 }.compactMap {
                deadline -> (at: Instant, item: DueItem)? in
                let moment = household.zone.instant(of: deadline.due)
                // At the end of a day is on that day.
                guard range.start < moment, moment <= range.end, moment < end else { return nil }
                let item = DueItem(
                    stream: stream.id.rawValue,
                    deadline: deadline.id.rawValue,
                    title: deadline.title,
                    due: household.zone.rfc3339(moment)
                )
                return (moment, item)
            }
        }
        return due.sorted { $0.at < $1.at }.map(\.item)
    }
}
