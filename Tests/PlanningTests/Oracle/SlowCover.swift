import Household

/// How a child is covered in one minute.
enum SlowBy: Hashable {
    /// No window asks for anybody.
    case noNeed
    /// The number of the first rule that holds.
    case rule(Int)
    case nobody
}

/// How a child is covered in one minute, and who has it.
struct SlowCover: Hashable {
    var by: SlowBy
    var carers: [Int] = []
}

/// A child at one minute: all that the rules of cover look at.
struct SlowMoment {
    var child: Int
    var level: CareLevel
    var here: [Int]
    var near: [Int]
    var onTheWay: [Int]
}

extension SlowWorld {
    /// The cover of a child in each of the minutes, by the rules.
    func judgedCover(of child: Int) -> [SlowCover] {
        var covers: [SlowCover] = []
        for minute in minutes {
            // A minute like the one before has the same answer: it is a function of the moment alone.
            let isKnown = firstAlike[minute] < minute
            covers.append(isKnown ? covers[minute - 1] : moment(child, minute).map(cover) ?? SlowCover(by: .noNeed))
        }
        return covers
    }

    /// Nil where the child has no level.
    func moment(_ child: Int, _ minute: Int) -> SlowMoment? {
        guard let level = levels[child]![minute] else { return nil }
        let (here, near, onTheWay) = (here[minute], near[minute], onTheWay[minute])
        return SlowMoment(child: child, level: level, here: here, near: near, onTheWay: onTheWay)
    }

    private func cover(_ moment: SlowMoment) -> SlowCover {
        if isSupervised(moment) { return SlowCover(by: .rule(1)) }
        let rules = [together, onDuty, athome, travelling]
        for (number, rule) in zip(2..., rules) {
            let carers = rule(moment)
            if !carers.isEmpty { return SlowCover(by: .rule(number), carers: Array(Set(carers)).sorted()) }
        }
        return SlowCover(by: .nobody)
    }

    /// Rule 1: school, or an `away` without an adult that is supervised.
    func isSupervised(_ moment: SlowMoment) -> Bool {
        moment.here.map { occurrences[$0] }.contains { occurrence in
            guard occurrence.people.contains(moment.child) else { return false }
            return occurrence.kind == .school
                || occurrence.kind == .away && occurrence.adults.isEmpty && occurrence.supervised
        }
    }

    /// Rule 2: the adults who are somewhere with the child, or on the way there or back.
    func together(_ moment: SlowMoment) -> [Int] {
        moment.near.flatMap { number -> [Int] in
            let occurrence = occurrences[number]
            guard [.appointment, .family, .away].contains(occurrence.kind) else { return [] }
            guard occurrence.people.contains(moment.child) else { return [] }
            guard moment.here.contains(number) || !isOut(moment, but: number) else { return [] }
            return occurrence.adults.filter { adult in
                !moment.here.contains { other in
                    other != number && occurrences[other].isExclusive && occurrences[other].people.contains(adult)
                        && !occurrences[other].people.contains(moment.child)
                }
            }
        }
    }

    /// Whether the child has an occurrence, other than the one, under way at a place other than home.
    private func isOut(_ moment: SlowMoment, but excepted: Int? = nil) -> Bool {
        moment.here.contains { number in
            number != excepted && occurrences[number].people.contains(moment.child)
                && occurrences[number].place != SlowPlaces.home
        }
    }

    /// Rule 3: the adults on duty, parents also on the way, with nothing else to do, or with what lets them.
    private func onDuty(_ moment: SlowMoment) -> [Int] {
        moment.near.flatMap { number -> [Int] in
            let care = occurrences[number]
            guard care.kind == .care, care.caredFor.contains(moment.child) else { return [] }
            let isElsewhere = moment.here.map { occurrences[$0] }.contains { other in
                other.people.contains(moment.child) && other.kind != .care && other.place != care.place
            }
            guard !isElsewhere else { return [] }
            return care.adults.filter { adult in
                guard moment.here.contains(number) || register.isParent(adult) else { return false }
                return moment.here.allSatisfy { other in
                    other == number || !occurrences[other].people.contains(adult)
                        || leavesRoom(occurrences[other], for: care, level: moment.level)
                }
            }
        }
    }

    /// Rule 3's last condition, for one other occurrence of the adult.
    func leavesRoom(_ other: SlowOccurrence, for care: SlowOccurrence, level: CareLevel) -> Bool {
        other.place == care.place && (!other.isExclusive || Self.fits(other.attention, level))
    }

    /// Rule 4: the parents who are at home and can be interrupted.
    private func athome(_ moment: SlowMoment) -> [Int] {
        guard register.settings.coverage == .available || moment.level == .nearby else { return [] }
        guard !isOut(moment) else { return [] }
        return register.parents.filter { parent in
            let isAway = moment.near.map { occurrences[$0] }.contains { other in
                other.people.contains(parent) && other.place != SlowPlaces.home
            }
            return !isAway && Self.fits(attention(of: parent, moment), moment.level)
        }
    }

    /// The strongest attention of what the adult has under way.
    private func attention(of adult: Int, _ moment: SlowMoment) -> Attention {
        let taken = moment.here.map { occurrences[$0] }.filter { $0.people.contains(adult) }.map(\.attention)
        return [.call, .focus, .light].first { taken.contains($0) } ?? .free
    }

    /// Rule 5: who brings the child, or fetches it.
    private func travelling(_ moment: SlowMoment) -> [Int] {
        moment.onTheWay.map { handovers[$0] }.filter { $0.child == moment.child }.flatMap(\.carers)
    }

    /// Nearby fits any attention, present fits light and free, hands-on fits free.
    private static func fits(_ attention: Attention, _ level: CareLevel) -> Bool {
        switch level {
        case .nearby: true
        case .present: attention == .light || attention == .free
        case .handsOn: attention == .free
        }
    }
}
