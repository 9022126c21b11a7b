import Household
import ICalendar

/// Goes once through time and asks, between any two moments at which something changes, who has one child.
struct CoverSweep {
    private let schedule: Schedule
    private let child: Int
    private let need: CareNeed
    private let ways: [(interval: Interval, element: Handover)]

    init(of child: Int, in schedule: Schedule, handovers: [Handover]) {
        self.schedule = schedule
        self.child = child
        need = CareNeed(schedule.people[child].care, in: schedule.household.zone, over: schedule.window)
        ways = handovers.filter { $0.child == child && !$0.carers.isEmpty }.map { ($0.wayInterval, $0) }
    }

    /// The child's cover over `reach`.
    func cover(over reach: Interval) -> Cover {
        let padded = schedule.padded(child)
        let adults = concerned(by: padded).map { (index: $0, spans: schedule.padded($0)) }
        let moments = self.moments(in: reach, of: [padded] + adults.map(\.spans))
        var own = ActiveSet(padded)
        var others = adults.map { (index: $0.index, set: ActiveSet($0.spans)) }
        var onTheWay = ActiveSet(ways)
        var needed = ActiveSet(need.stretches.map { ($0.interval, $0.level) })
        var cover = Cover()
        for (start, end) in zip(moments, moments.dropFirst()) {
            own.advance(to: start)
            onTheWay.advance(to: start)
            needed.advance(to: start)
            for position in others.indices { others[position].set.advance(to: start) }
            let moment = CoverMoment(
                schedule: schedule,
                child: child,
                time: start,
                level: needed.active.first?.element,
                own: own.active.map(\.element),
                adults: others.map { ($0.index, $0.set.active.map(\.element)) },
                ways: onTheWay.active.map(\.element)
            )
            let (reason, carers) = moment.answer()
            cover.append(
                Cover.Stretch(interval: Interval(start, end), level: moment.level, reason: reason, carers: carers)
            )
        }
        return cover
    }

    /// The parents, and the adults who share an occurrence with the child.
    private func concerned(by spans: [(interval: Interval, element: Occurrence)]) -> [Int] {
        var concerned = Set(schedule.people.indices.filter { schedule.people[$0].role == .parent })
        for span in spans { concerned.formUnion(schedule.traits[span.element.traits].adults) }
        return concerned.sorted()
    }

    /// Every moment at which an answer can change, with both ends of `reach`, in order.
    private func moments(in reach: Interval, of spans: [[(interval: Interval, element: Occurrence)]]) -> [Instant] {
        var moments = [reach.start, reach.end]
        func add(_ interval: Interval) {
            if reach.contains(interval.start) { moments.append(interval.start) }
            if reach.contains(interval.end) { moments.append(interval.end) }
        }
        for stretch in need.stretches { add(stretch.interval) }
        for way in ways { add(way.interval) }
        for span in spans.joined() {
            add(span.interval)
            if span.interval != span.element.interval { add(span.element.interval) }
        }
        moments.sort()
        var distinct: [Instant] = []
        distinct.reserveCapacity(moments.count)
        for moment in moments where moment != distinct.last { distinct.append(moment) }
        return distinct
    }
}

extension Schedule {
    /// A person's occurrences, each with the way there and back.
    func padded(_ person: Int) -> [(interval: Interval, element: Occurrence)] {
        timelines[person].occurrences.map { occurrence in
            let way = geography.secondsFromHome(place(of: occurrence))
            let interval = Interval(occurrence.start.adding(seconds: -way), occurrence.end.adding(seconds: way))
            return (interval, occurrence)
        }
    }
}
