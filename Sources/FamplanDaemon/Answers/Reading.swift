import FamplanAPI
import Household
import ICalendar
import Planning

/// Answers of the reading commands, from a snapshot.
struct Reading {
    let snapshot: Snapshot

    private var household: Household { snapshot.household }
    private var wire: WireFormat { WireFormat(household: household) }

    /// Puts a body into the document that every answer is.
    func document<Body>(_ body: Body) -> Document<Body> {
        Document(now: wire.time(snapshot.now), timeZone: household.zone.id, body: body)
    }

    func range(from: String?, to: String?) throws -> Interval {
        try RangeWords(household, now: snapshot.now).range(from: from, to: to)
    }

    func agenda(_ range: Interval, who: ID<Person>?) -> Agenda {
        let schedule = snapshot.schedule(over: range)
        return Agenda(
            from: wire.time(range.start),
            to: wire.time(range.end),
            items: items(in: schedule, range, who: who, withClosed: true),
            names: wire.names,
            places: wire.placeNames
        )
    }

    func coverage(_ range: Interval, child: ID<Person>?) -> CoverageReport {
        let plan = snapshot.plan(over: range)
        return CoverageReport(
            from: wire.time(range.start),
            to: wire.time(range.end),
            children: coverage(plan, child: child),
            names: wire.names
        )
    }

    /// The week that `date` is in.
    func weekRange(of date: CivilDate) -> Interval {
        let monday = date.startOfWeek(household.settings.weekStart)
        return Interval(household.zone.startOfDay(monday), household.zone.startOfDay(monday.adding(days: 7)))
    }

    /// Whole weeks in order, the last of which is the one before `to`, or this one.
    func weeks(_ text: String, to: String?) throws -> [Interval] {
        guard let count = Int(text), (1...170).contains(count) else {
            throw ErrorBody(.invalid, "weeks: “\(text)” is not a number from 1 to 170")
        }
        let words = RangeWords(household, now: snapshot.now)
        let end = try to.map { try words.moment($0, option: "to") }
        let last = weekRange(of: end?.adding(seconds: -1).date ?? snapshot.today)
        let first = household.zone.wall(of: last.start).date
        return (0..<count).reversed().map { weekRange(of: first.adding(days: -7 * $0)) }
    }

    func week(_ plan: Plan, conflicts: [KnownConflict]) -> Week {
        Week(
            from: wire.time(plan.range.start),
            to: wire.time(plan.range.end),
            household: household.settings.name,
            people: household.people.values.map(wire.person),
            places: wire.placeNames,
            items: items(in: plan.schedule, plan.range, who: nil),
            children: coverage(plan, child: nil),
            conflicts: conflicts.map { wire.conflict($0) }
        )
    }

    func dayRange(of date: CivilDate) -> Interval {
        Interval(household.zone.startOfDay(date), household.zone.startOfDay(date.adding(days: 1)))
    }

    /// One day, with what does not happen on it; what is one person's alone, where one is asked for.
    func day(_ plan: Plan, conflicts: [KnownConflict], who: ID<Person>?) throws -> Week {
        var day = week(plan, conflicts: conflicts)
        day.items = items(in: plan.schedule, plan.range, who: who, withClosed: true)
        day.names = wire.names
        guard let who else { return day }
        let filter = try ConflictFilter(kind: nil, severity: nil, who: who, since: nil)
        day.people = day.people.filter { $0.id == who.rawValue }
        day.children = day.children.filter { $0.child == who.rawValue }
        day.conflicts = conflicts.filter { filter.matches($0, in: household) }.map { wire.conflict($0) }
        return day
    }

    /// From now to the end of the day.
    var restOfDay: Interval {
        let end = household.zone.startOfDay(snapshot.today.adding(days: 1))
        return Interval(snapshot.now, max(end, snapshot.now.adding(seconds: 60)))
    }

    func now(_ plan: Plan, conflicts: [KnownConflict]) -> Now {
        let occurrences = plan.schedule.occurrences.filter { $0.interval.overlaps(plan.range) }
        let people = snapshot.people.map { whereabouts($0, occurrences, plan.schedule) }
        let children = snapshot.children.compactMap { childNow($0, plan) }
        return Now(people: people, children: children, conflicts: conflicts.map { wire.conflict($0) })
    }

    func person(_ text: String, option: String) throws -> ID<Person> {
        try household.personNames.id(text, option: option)
    }

    /// A child alone: who has a parent, nobody asks.
    func child(_ text: String, option: String) throws -> ID<Person> {
        let id = try person(text, option: option)
        guard let person = household.people[id], person.role != .child else { return id }
        let children = household.childNames.all.map(\.id.rawValue)
        let hint = children.isEmpty ? "there is none in the household" : "try \(children.joined(separator: ", "))"
        throw ErrorBody(.invalid, "\(option): \(person.name) is no child, but a \(person.role.rawValue) (\(hint))")
    }

    // MARK: Parts

    private func items(
        in schedule: Schedule,
        _ range: Interval,
        who: ID<Person>?,
        withClosed: Bool = false
    ) -> [AgendaItem] {
        let happening = schedule.occurrences.filter { occurrence in
            guard occurrence.interval.overlaps(range) else { return false }
            guard let who else { return true }
            let entry = schedule.entry(of: occurrence)
            return entry.people.contains(who) || entry.children.contains(who)
        }
        let closed = withClosed ? schedule.closed(overlapping: range) : []
        let items =
            happening.map { ($0.start, wire.item($0, in: schedule)) }
            + closed.filter { who.map($0.people.contains) ?? true }
            .compactMap { closed in wire.item(closed).map { (closed.interval.start, $0) } }
        // Sorting keeps the order of what begins together.
        return closed.isEmpty ? items.map(\.1) : items.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func coverage(_ plan: Plan, child: ID<Person>?) -> [ChildCoverage] {
        snapshot.children.filter { child == nil || $0.id == child }
            .map { wire.coverage(plan, of: $0.id) }
    }

    private func whereabouts(_ person: Person, _ occurrences: [Occurrence], _ schedule: Schedule) -> Whereabouts {
        let own = occurrences.filter { occurrence in
            let entry = schedule.entry(of: occurrence)
            return entry.people.contains(person.id) || entry.children.contains(person.id)
        }
        let current = own.filter { $0.interval.contains(snapshot.now) }
        let busy = current.filter(schedule.isBusy)
        let attention = busy.map { schedule.attention(of: $0) }.max() ?? .free
        return Whereabouts(
            person: wire.person(person),
            place: placeName(busy, schedule),
            attention: person.isAdult ? attention.rawValue : nil,
            items: current.map { wire.item($0, in: schedule) },
            next: own.first { $0.start > snapshot.now && schedule.isBusy($0) }.map { wire.item($0, in: schedule) }
        )
    }

    /// Where somebody is: where the last thing that began is; home where nothing is on.
    private func placeName(_ current: [Occurrence], _ schedule: Schedule) -> String? {
        guard let last = current.last(where: { schedule.place(of: $0) != .home }) else { return Place.home.name }
        guard case .place(let id) = schedule.place(of: last) else { return nil }
        return household.place(id)?.name
    }

    private func childNow(_ child: Person, _ plan: Plan) -> ChildNow? {
        guard let stretch = plan.cover(of: child.id).first else { return nil }
        return ChildNow(
            child: wire.person(child),
            carers: stretch.carers.compactMap { household.people[$0] }.map(wire.person),
            by: stretch.reason.rawValue,
            until: wire.time(stretch.interval.end)
        )
    }
}
