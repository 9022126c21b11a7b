import Household
import ICalendar

/// One moment of one child: what is under way then, and the five rules of cover.
struct CoverMoment {
    let schedule: Schedule
    let child: Int
    let time: Instant
    /// What the child needs then.
    let level: CareLevel
    /// The child's occurrences, the ways there and back included.
    let own: [Occurrence]
    /// The same of every adult who may matter.
    let adults: [(index: Int, occurrences: [Occurrence])]
    /// Handovers of the child that somebody does and whose way it is.
    let ways: [Handover]

    /// Who has the child, by the first rule that holds.
    func answer() -> (CoverReason, carers: [Int]) {
        if isSupervisedElsewhere { return (.school, []) }
        let together = self.together
        if !together.isEmpty { return (.together, together) }
        let caring = self.caring(at: level)
        if !caring.isEmpty { return (.care, caring) }
        let available = self.available(at: level)
        if !available.isEmpty { return (.available, available) }
        let onTheWay = Set(ways.flatMap(\.carers)).sorted()
        return onTheWay.isEmpty ? (.gap, []) : (.way, onTheWay)
    }

    /// Rule 1: `school`, or an `away` without an adult that says it is supervised.
    private var isSupervisedElsewhere: Bool {
        own.contains { occurrence in
            guard isUnderWay(occurrence) else { return false }
            let traits = traits(occurrence)
            return traits.entry.kind == .school
                || traits.entry.kind == .away && traits.adults.isEmpty && traits.entry.supervised
        }
    }

    /// Rule 2: those who are somewhere with the child, or on the way there or back.
    private var together: [Int] {
        var carers: Set<Int> = []
        for occurrence in own {
            let traits = traits(occurrence)
            guard isOuting(traits.entry.kind), isUnderWay(occurrence) || !isElsewhere(besides: occurrence) else {
                continue
            }
            for adult in traits.adults where !isTakenElsewhere(adult) { carers.insert(adult) }
        }
        return carers.sorted()
    }

    /// Rule 3: those on duty, with nothing else that keeps them from it.
    private func caring(at level: CareLevel) -> [Int] {
        var carers: Set<Int> = []
        for duty in own where traits(duty).entry.kind == .care && traits(duty).members.contains(child) {
            let place = traits(duty).place
            let isBlocked = own.contains {
                isUnderWay($0) && traits($0).entry.kind != .care && !traits($0).place.isSame(as: place)
            }
            if isBlocked { continue }
            for adult in traits(duty).adults where isUnderWay(duty) || isParent(adult) {
                if keeps(adult, duty, at: level) { carers.insert(adult) }
            }
        }
        return carers.sorted()
    }

    /// Rule 4: parents who are at home and interruptible enough, where that counts.
    private func available(at level: CareLevel) -> [Int] {
        guard schedule.household.settings.coverage == .available || level == .nearby, !isElsewhere(besides: nil) else {
            return []
        }
        return adults.filter { adult in
            isParent(adult.index)
                && adult.occurrences.allSatisfy { occurrence in
                    traits(occurrence).place == .home && traits(occurrence).attention.fits(level)
                }
        }.map(\.index)
    }

    // MARK: Words of the rules

    /// Whether the child has an occurrence under way at a place other than home, besides one.
    private func isElsewhere(besides one: Occurrence?) -> Bool {
        own.contains { $0 != one && isUnderWay($0) && traits($0).place != .home }
    }

    /// Whether the adult has an exclusive occurrence without the child under way.
    private func isTakenElsewhere(_ adult: Int) -> Bool {
        occurrences(of: adult).contains {
            isUnderWay($0) && traits($0).isExclusive && !traits($0).members.contains(child)
        }
    }

    /// Whether all else that the adult has under way lets them do the duty.
    private func keeps(_ adult: Int, _ duty: Occurrence, at level: CareLevel) -> Bool {
        occurrences(of: adult).allSatisfy { other in
            other == duty || !isUnderWay(other) || schedule.allows(other, during: duty, at: level)
        }
    }

    private func occurrences(of adult: Int) -> [Occurrence] {
        adults.first { $0.index == adult }?.occurrences ?? []
    }

    private func isOuting(_ kind: EntryKind) -> Bool {
        switch kind {
        case .appointment, .family, .away: true
        case .work, .care, .school: false
        }
    }

    private func isUnderWay(_ occurrence: Occurrence) -> Bool { occurrence.interval.contains(time) }

    private func isParent(_ person: Int) -> Bool { schedule.people[person].role == .parent }

    private func traits(_ occurrence: Occurrence) -> Traits { schedule.traits[occurrence.traits] }
}

extension Schedule {
    /// Rule 3's last condition: `other` is at the duty's place and, if exclusive, leaves attention for the level.
    func allows(_ other: Occurrence, during duty: Occurrence, at level: CareLevel) -> Bool {
        let traits = traits[other.traits]
        guard traits.place.isSame(as: spot(of: duty)) else { return false }
        return !traits.isExclusive || traits.attention.fits(level)
    }
}
