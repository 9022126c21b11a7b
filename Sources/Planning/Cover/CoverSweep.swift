import Household
import ICalendar

/// Goes once through time and asks, between any two moments at which something changes, who has one child.
struct CoverSweep {
    private let schedule: Schedule
    private let child: Int
    /// What is swept.
    private let span: Interval
    private let need: CareNeed
    private let ways: [(interval: Interval, element: Handover)]

    init(of child: Int, in schedule: Schedule, handovers: [Handover], over span: Interval) {
        self.schedule = schedule
        self.child = child
        self.span = span
        need = CareNeed(schedule.people[child].care, in: schedule.household.zone, over: span)
        ways = handovers.filter { $0.child == child && !$0.carers.isEmpty && $0.wayInterval.overlaps(span) }
            .map { ($0.wayInterval, $0) }
    }

    /// The child's cover over the span.
    func cover() -> Cover {
        let padded = schedule.padded(child, near: span)
        let adults = concerned(by: padded).map { (index: $0, spans: schedule.padded($0, near: span)) }
        let moments = self.moments(of: [padded] + adults.map(\.spans))
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
            guard let level = needed.active.first?.element else {
                // Whatever is on: nobody needs to be asked.
                cover.append(
                    Cover.Stretch(interval: Interval(start, end), level: nil, reason: .none, carers: [])
                )
                continue
            }
            let moment = CoverMoment(
                schedule: schedule,
                child: child,
                time: start,
                level: level,
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
        for own in spans { concerned.formUnion(schedule.traits[own.element.traits].adults) }
        return concerned.sorted()
    }

    /// Every moment at which an answer can change, with both ends of the span, in order.
    private func moments(of spans: [[(interval: Interval, element: Occurrence)]]) -> [Instant] {
        var moments = [span.start, span.end]
        func add(_ interval: Interval) {
            if span.contains(interval.start) { moments.append(interval.start) }
            if span.contains(interval.end) { moments.append(interval.end) }
        }
        for stretch in need.stretches { add(stretch.interval) }
        for way in ways { add(way.interval) }
        for padded in spans.joined() {
            add(padded.interval)
            if padded.interval != padded.element.interval { add(padded.element.interval) }
        }
        moments.sort()
        var distinct: [Instant] = []
        distinct.reserveCapacity(moments.count)
        for moment in moments where moment != distinct.last { distinct.append(moment) }
        return distinct
    }
}

extension Schedule {
    /// A person's occurrences, each with the way there and back; all that are on in `span`, and some around it.
    func padded(_ person: Int, near span: Interval) -> [(interval: Interval, element: Occurrence)] {
        timelines[person].touching(span.padded(geography.longest)).map { occurrence in
            let way = geography.secondsFromHome(spot(of: occurrence))
            let interval = Interval(occurrence.start.adding(seconds: -way), occurrence.end.adding(seconds: way))
            return (interval, occurrence)
        }
    }
}
