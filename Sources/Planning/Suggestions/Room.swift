import Household
import ICalendar

/// Where something could be put: a quick look that spares the trial of what cannot work.
struct Room {
    private let situation: Situation
    /// What is to be put somewhere; what stands in its way now does not count.
    private let occurrence: Occurrence?
    private let people: [Int]
    private let resources: [Int]
    private let attention: Attention
    private let isWork: Bool
    private let hours: [Window]

    init(for occurrence: Occurrence, in situation: Situation) {
        let traits = situation.traits(of: occurrence)
        self.situation = situation
        self.occurrence = occurrence
        people = traits.members
        resources = traits.resources
        attention = traits.attention
        isWork = traits.entry.kind == .work
        hours = traits.entry.stream.flatMap { situation.household.streams[$0]?.hours } ?? []
    }

    /// For more work on a stream.
    init(forWorkOn stream: Stream, in situation: Situation) {
        self.situation = situation
        occurrence = nil
        people = situation.household.people.index(forKey: stream.owner).map { [$0] } ?? []
        resources = stream.resources.compactMap { situation.household.resources.index(forKey: $0) }
        attention = stream.attention
        isWork = true
        hours = stream.hours
    }

    func holds(_ interval: Interval) -> Bool {
        isInHours(interval) && people.allSatisfy { isFree($0, interval) }
            && resources.allSatisfy { isUnused($0, interval) } && leavesChildren(interval)
    }

    private func isInHours(_ interval: Interval) -> Bool {
        guard isWork else { return true }
        let household = situation.household
        let protected = household.times(of: household.settings.protected.map(\.window), over: interval)
        guard protected.seconds(in: interval) == 0 else { return false }
        return hours.isEmpty || household.times(of: hours, over: interval).seconds(in: interval) == interval.seconds
    }

    private func isFree(_ person: Int, _ interval: Interval) -> Bool {
        situation.schedule.timelines[person].touching(interval).allSatisfy { other in
            guard other != occurrence, other.interval.overlaps(interval) else { return true }
            return situation.entry(of: other).kind == .care && (attention <= .light || isIdle(other, interval))
        }
    }

    /// Whether the children of a duty are with somebody else for the time: at school, or out with an adult.
    private func isIdle(_ duty: Occurrence, _ interval: Interval) -> Bool {
        situation.traits(of: duty).members.allSatisfy { child in
            guard let cover = situation.plan.covers[child] else { return true }
            return cover.overlapping(interval).allSatisfy {
                $0.level == nil || $0.reason == .school || $0.reason == .together
            }
        }
    }

    private func isUnused(_ resource: Int, _ interval: Interval) -> Bool {
        situation.schedule.uses[resource].touching(interval).allSatisfy {
            $0 == occurrence || !$0.interval.overlaps(interval)
        }
    }

    /// Whether no child would lose the only one who has it.
    private func leavesChildren(_ interval: Interval) -> Bool {
        situation.plan.covers.values.allSatisfy { cover in
            cover.overlapping(interval).allSatisfy { stretch in
                guard let level = stretch.level, stretch.carers.count == 1, let carer = stretch.carers.first else {
                    return true
                }
                return !people.contains(carer) || attention.fits(level)
            }
        }
    }
}
