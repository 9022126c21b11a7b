import Household
import ICalendar

/// Which handovers are needed in a stretch of a schedule, and who can do each.
struct Handovers {
    private let schedule: Schedule
    private let span: Interval

    init(_ schedule: Schedule, over span: Interval) {
        self.schedule = schedule
        self.span = span
    }

    /// Every handover that is needed from the first to the last moment of the span, in order of time, with those who can
    /// do it.
    func settled() -> [Handover] {
        // Who does one just before or after may not be in time.
        let needed = self.needed(in: span.padded(schedule.geography.longest))
        let ofNamed = Dictionary(grouping: needed.filter { $0.named != nil }, by: { $0.named })
        return needed.filter { span.includes($0.at) }.map { handover in
            var handover = handover
            if let named = handover.named {
                let rivals = ofNamed[named] ?? []
                if canBeThere(named, for: handover), !isElsewhere(handover, rivals: rivals) {
                    handover.carers = [named]
                }
            }
            if handover.carers.isEmpty {
                let able = schedule.parents.filter { $0 != handover.named && canBeThere($0, for: handover) }
                if handover.named == nil { handover.carers = able } else { handover.others = able }
            }
            return handover
        }
    }

    // MARK: What is needed

    private func needed(in span: Interval) -> [Handover] {
        var found: [Handover] = []
        for child in schedule.people.indices {
            guard schedule.people[child].role == .child, schedule.people[child].escort else { continue }
            for occurrence in schedule.timelines[child].touching(span) where asksForHandover(occurrence) {
                if span.includes(occurrence.start), needsBringing(occurrence, of: child) {
                    found.append(handover(.bringing, occurrence, child))
                }
                if span.includes(occurrence.end), needsFetching(occurrence, of: child) {
                    found.append(handover(.fetching, occurrence, child))
                }
            }
        }
        return found.sorted { $0.at < $1.at }
    }

    /// `school`, `care` by carers only, or an `appointment` without an adult, away from home.
    private func asksForHandover(_ occurrence: Occurrence) -> Bool {
        let traits = schedule.traits[occurrence.traits]
        guard schedule.geography.secondsFromHome(traits.place) > 0 else { return false }
        switch traits.entry.kind {
        case .school: return true
        case .care: return !traits.adults.isEmpty && traits.adults.allSatisfy { schedule.people[$0].role == .carer }
        case .appointment: return traits.adults.isEmpty
        case .work, .away, .family: return false
        }
    }

    private func needsBringing(_ occurrence: Occurrence, of child: Int) -> Bool {
        let at = occurrence.start
        let slack = schedule.household.settings.minimumGap
        let place = schedule.spot(of: occurrence)
        // Another one there that began before, and ended at most the minimum gap ago or goes on.
        let isThere = schedule.timelines[child].overlapping(at.adding(seconds: -slack - 1), at).contains {
            schedule.spot(of: $0).isSame(as: place)
        }
        return !isThere && !isWithAdult(child, at: at)
    }

    private func needsFetching(_ occurrence: Occurrence, of child: Int) -> Bool {
        let at = occurrence.end
        let slack = schedule.household.settings.minimumGap
        let place = schedule.spot(of: occurrence)
        // Another one there that ends later, and begins at most the minimum gap from now or has begun.
        let staysThere = schedule.timelines[child].overlapping(at, at.adding(seconds: slack + 1)).contains {
            schedule.spot(of: $0).isSame(as: place)
        }
        return !staysThere && !isWithAdult(child, at: at) && !hasLeft(child, occurrence, place)
    }

    private func isWithAdult(_ child: Int, at moment: Instant) -> Bool {
        schedule.timelines[child].underWay(at: moment).contains { isOuting($0) }
    }

    /// Something with an adult ended while the occurrence went on, too late to come back for the rest of it.
    private func hasLeft(_ child: Int, _ occurrence: Occurrence, _ place: Spot) -> Bool {
        let limit = occurrence.end.adding(seconds: -2 * schedule.geography.secondsFromHome(place))
        let from = max(limit, occurrence.start)
        return schedule.timelines[child].overlapping(from, occurrence.end).contains {
            isOuting($0) && $0.end <= occurrence.end
        }
    }

    /// An `appointment`, `family` or `away` with an adult.
    private func isOuting(_ occurrence: Occurrence) -> Bool {
        let traits = schedule.traits[occurrence.traits]
        switch traits.entry.kind {
        case .appointment, .family, .away: return !traits.adults.isEmpty
        case .work, .care, .school: return false
        }
    }

    private func handover(_ end: Handover.End, _ occurrence: Occurrence, _ child: Int) -> Handover {
        let traits = schedule.traits[occurrence.traits]
        let name = end == .bringing ? traits.entry.dropOff : traits.entry.pickUp
        return Handover(
            child: child,
            occurrence: occurrence,
            end: end,
            place: traits.place,
            at: end == .bringing ? occurrence.start : occurrence.end,
            way: schedule.geography.secondsFromHome(traits.place),
            named: name.flatMap { schedule.household.people.index(forKey: $0) }
        )
    }

    // MARK: Who can

    /// Whether each exclusive occurrence of theirs elsewhere leaves time for the way.
    private func canBeThere(_ adult: Int, for handover: Handover) -> Bool {
        let reach = schedule.geography.longest
        let near = schedule.timelines[adult].overlapping(
            handover.at.adding(seconds: -reach),
            handover.at.adding(seconds: reach + 1)
        )
        return near.allSatisfy { occurrence in
            let traits = schedule.traits[occurrence.traits]
            guard traits.isExclusive, !traits.place.isSame(as: handover.place) else { return true }
            let travel = schedule.geography.travel(traits.place, handover.place)
            return occurrence.end.adding(seconds: travel) <= handover.at
                || handover.at.adding(seconds: travel) <= occurrence.start
        }
    }

    /// Whether the one named is named for another place too soon before or after.
    private func isElsewhere(_ handover: Handover, rivals: [Handover]) -> Bool {
        let reach = schedule.geography.longest
        var position = rivals.partitionPoint { $0.at.adding(seconds: reach) < handover.at }
        while position < rivals.count, rivals[position].at - handover.at < reach {
            let rival = rivals[position]
            position += 1
            guard !rival.place.isSame(as: handover.place) else { continue }
            if abs(rival.at - handover.at) < schedule.geography.travel(rival.place, handover.place) { return true }
        }
        return false
    }
}

extension Interval {
    /// Whether it is in the interval or at its end.
    func includes(_ moment: Instant) -> Bool { start <= moment && moment <= end }
}
