import FamplanAPI
import Household
import ICalendar
import Planning

extension Reading {
    /// Deadlines are walked towards no further than this, in days; those that are due later are left for later.
    private static let furthest = 182
    /// How far beyond the last of them it is looked for when its work could be done.
    private static let beyond = 14

    /// Hours against deadlines, and what can still be booked this week and next.
    func capacity() -> CapacityReport {
        let (household, zone, today) = (snapshot.household, snapshot.zone, snapshot.today)
        let days = today..<today.startOfWeek(household.settings.weekStart).adding(days: 14)
        let last = today.adding(days: Self.furthest)
        let dues = household.streams.values.flatMap(\.deadlines).map(\.due.date).filter { $0 <= last }
        let end = max(days.upperBound, dues.max() ?? today).adding(days: Self.beyond)
        let plan = snapshot.plan(over: Interval(zone.startOfDay(today), zone.startOfDay(end)))
        let capacity = Capacity(plan, days: days)
        let wire = WireFormat(household: household)
        return CapacityReport(
            deadlines: capacity.deadlines.filter { $0.standing.deadline.due.date <= last }.map { deadline($0, wire) },
            people: capacity.people.map(person),
            names: wire.names
        )
    }

    private func deadline(_ capacity: DeadlineCapacity, _ wire: WireFormat) -> DeadlineCapacityItem {
        let standing = capacity.standing
        return DeadlineCapacityItem(
            deadline: standing.deadline.id.rawValue,
            title: standing.deadline.title,
            stream: standing.stream.id.rawValue,
            person: standing.stream.owner.rawValue,
            due: wire.time(standing.interval.end),
            neededMinutes: minutes(standing.deadline.remaining),
            bookedMinutes: minutes(standing.booked),
            missingMinutes: minutes(standing.missing),
            freeMinutes: minutes(standing.free),
            bookableMinutes: minutes(capacity.bookable),
            doneBy: capacity.doneBy.map(wire.time),
            help: capacity.help.map { help in
                CareSwapItem(
                    person: help.person.rawValue,
                    minutes: minutes(help.freed),
                    shareBefore: Double(help.shareBefore) / 10,
                    shareAfter: Double(help.shareAfter) / 10
                )
            }
        )
    }

    private func person(_ capacity: PersonCapacity) -> PersonCapacityItem {
        PersonCapacityItem(
            person: capacity.person.rawValue,
            days: capacity.days.map { day in
                DayCapacityItem(
                    date: day.date.description,
                    bookedMinutes: minutes(day.booked),
                    bookableMinutes: minutes(day.bookable),
                    limitMinutes: day.limit.map(minutes)
                )
            }
        )
    }

    /// To a hundredth of a minute.
    private func minutes(_ seconds: Int) -> Double { (Double(seconds) / 60 * 100).rounded() / 100 }
}
