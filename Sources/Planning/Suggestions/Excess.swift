import Household
import ICalendar

/// What of an occurrence is too much, as far as a conflict says so: a quick look, which the trial judges.
struct Excess {
    let occurrence: Occurrence
    let cuts: [Cut]

    static func all(in situation: Situation) -> [Excess] {
        let excess = Measure(situation)
        return situation.involved.map { Excess(occurrence: $0, cuts: excess.cuts(of: $0)) }
    }

    /// Each kind of conflict has its own.
    private struct Measure {
        private let situation: Situation
        private let interval: Interval
        /// How much work is too much in a day or a week, in seconds.
        private let surplus: Int

        init(_ situation: Situation) {
            self.situation = situation
            interval = situation.conflict.interval
            surplus = Self.surplus(situation)
        }

        func cuts(of occurrence: Occurrence) -> [Cut] {
            switch situation.conflict.kind {
            case .doubleBooked, .careClash, .resourceClash, .protectedTime:
                return clearing(interval, occurrence, margin: longestWay(from: occurrence))
            // They are to be at home while the child has nobody.
            case .coverageGap:
                let spot = situation.schedule.spot(of: occurrence)
                let margin = situation.schedule.geography.secondsFromHome(spot)
                return clearing(interval, occurrence, margin: margin)
            case .tightTravel:
                return beside(occurrence, missing: longestWay(from: occurrence) - interval.seconds)
            case .shortRest:
                let rest = situation.conflict.people.first.flatMap { situation.household.people[$0]?.work.rest }
                return beside(occurrence, missing: (rest ?? 0) - interval.seconds)
            case .overloadDay, .overloadWeek, .streamHours: return [.end(surplus), .start(surplus)]
            // A handover has what stands in a parent's way; a deadline and a goal want more.
            case .handover, .deadline, .goalMissed: return []
            }
        }

        /// To be over before a time, or to begin after it.
        private func clearing(_ interval: Interval, _ occurrence: Occurrence, margin: Int) -> [Cut] {
            [.end(occurrence.end - interval.start + margin), .start(interval.end - occurrence.start + margin)]
        }

        /// To leave more time between two things.
        private func beside(_ occurrence: Occurrence, missing: Int) -> [Cut] {
            if occurrence.end <= interval.start { return [.end(occurrence.end - interval.start + missing)] }
            return occurrence.start >= interval.end ? [.start(interval.end - occurrence.start + missing)] : []
        }

        /// The way to the others that are involved and that somebody of it is in as well, in seconds.
        private func longestWay(from occurrence: Occurrence) -> Int {
            let (schedule, members) = (situation.schedule, Set(situation.traits(of: occurrence).members))
            let others = situation.involved.filter { other in
                other != occurrence && !members.isDisjoint(with: situation.traits(of: other).members)
            }
            return others.map { schedule.geography.travel(schedule.spot(of: occurrence), schedule.spot(of: $0)) }.max()
                ?? 0
        }

        private static func surplus(_ situation: Situation) -> Int {
            let (conflict, household) = (situation.conflict, situation.household)
            guard let id = conflict.people.first, let person = household.people[id],
                let index = household.people.index(forKey: id)
            else { return 0 }
            let worked = situation.schedule.work[index].seconds(in: conflict.interval)
            switch (conflict.kind, conflict.subject) {
            case (.overloadDay, _): return worked - (person.work.perDay ?? worked)
            case (.overloadWeek, _): return worked - (person.work.perWeek ?? worked)
            case (.streamHours, .stream(let stream)):
                let booked = situation.schedule.work(of: index, on: stream, in: conflict.interval)
                    .seconds(in: conflict.interval)
                return booked - (household.streams[stream]?.weekly.max ?? booked)
            default: return 0
            }
        }
    }
}
