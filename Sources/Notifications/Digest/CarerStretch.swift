import Household
import ICalendar
import Planning

/// A time of one day in which a child is with the same people in the same way.
struct CarerStretch: Hashable {
    var interval: Interval
    let kind: Kind
    /// Who of the household has the child.
    let carers: [ID<Person>]
    /// What it is called that the child is at, where it is not with the household.
    var title: String?

    enum Kind: Hashable {
        /// No care is needed.
        case none
        /// With somebody outside the household.
        case school
        /// All of the carers have the child.
        case together
        /// Any of the carers may.
        case either
        case way
        /// Nobody has the child: a conflict, open or accepted.
        case gap, acceptedGap
        /// Nobody has the child, for so short a time that it is none.
        case alone
    }
}

extension CarerStretch {
    /// The stretches of a child on a day, neighbours that are alike joined.
    static func stretches(
        of child: ID<Person>,
        over day: Interval,
        in plan: Plan,
        gaps: [KnownConflict]
    ) -> [CarerStretch] {
        var found: [CarerStretch] = []
        for (whole, carers, reason) in plan.cover(of: child) {
            guard let interval = whole.intersection(day), !interval.isEmpty else { continue }
            let kind = kind(reason, child, interval, gaps)
            var stretch = CarerStretch(interval: interval, kind: kind, carers: carers)
            if kind == .school { stretch.title = title(of: child, during: interval, in: plan.schedule) }
            if let last = found.last, last.isLike(stretch) {
                found[found.count - 1].interval.end = interval.end
            } else {
                found.append(stretch)
            }
        }
        return found
    }

    private static func kind(
        _ reason: CoverReason,
        _ child: ID<Person>,
        _ interval: Interval,
        _ gaps: [KnownConflict]
    ) -> Kind {
        switch reason {
        case .none: return .none
        case .school: return .school
        case .together, .care: return .together
        case .available: return .either
        case .way: return .way
        case .gap:
            let own = gaps.filter { $0.conflict.people == [child] && $0.conflict.interval.overlaps(interval) }
            if own.contains(where: { $0.status == .open }) { return .gap }
            return own.isEmpty ? .alone : .acceptedGap
        }
    }

    private static func title(of child: ID<Person>, during interval: Interval, in schedule: Schedule) -> String? {
        schedule.occurrences.first { occurrence in
            guard occurrence.interval.overlaps(interval) else { return false }
            let entry = schedule.entry(of: occurrence)
            return entry.people.contains(child) && (entry.kind == .school || entry.supervised)
        }.map { schedule.entry(of: $0).title }
    }

    private func isLike(_ other: CarerStretch) -> Bool {
        guard carers == other.carers, title == other.title else { return false }
        // With one carer there is no difference between all and any.
        let isOne = carers.count == 1 && [kind, other.kind].allSatisfy { $0 == .together || $0 == .either }
        return kind == other.kind || isOne
    }
}
