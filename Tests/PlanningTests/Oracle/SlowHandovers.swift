import Household

/// A child with `escort` that somebody has to bring to a place, or to fetch there.
struct SlowHandover {
    var child: Int
    /// Its number among those of the world.
    var occurrence: Int
    var isBringing: Bool
    /// T.
    var at: Int
    var place: Int
    var margin: Int
    /// By `dropOff` when bringing, by `pickUp` when fetching.
    var named: Int?
    /// The one named, or every parent who can; nobody where it is a conflict.
    var carers: [Int] = []
    /// Nil where no conflict is found.
    var severity: Severity?

    /// `[T - m, T)` of a bringing, `[T, T + m)` of a fetching.
    var wayStart: Int { isBringing ? at - margin : at }
    var wayEnd: Int { isBringing ? at : at + margin }
}

extension SlowWorld {
    /// Every handover that is needed, each judged in the light of all of them.
    func judgedHandovers() -> [SlowHandover] {
        let needed = register.children.flatMap(neededHandovers)
        return needed.map { judged($0, among: needed) }
    }

    private func neededHandovers(of child: Int) -> [SlowHandover] {
        guard register.people[child].escort else { return [] }
        return occurrences(of: child).filter { needsAdult(occurrences[$0]) }.flatMap { number in
            let occurrence = occurrences[number]
            return [true, false].compactMap { isBringing in
                let handover = SlowHandover(
                    child: child,
                    occurrence: number,
                    isBringing: isBringing,
                    at: isBringing ? occurrence.start : occurrence.end,
                    place: occurrence.place,
                    margin: occurrence.margin,
                    named: isBringing ? occurrence.dropOff : occurrence.pickUp
                )
                return isNeeded(handover) ? handover : nil
            }
        }
    }

    private func needsAdult(_ occurrence: SlowOccurrence) -> Bool {
        guard occurrence.margin > 0 else { return false }
        return switch occurrence.kind {
        case .school: true
        case .care: occurrence.adults.allSatisfy { !register.isParent($0) }
        case .appointment: occurrence.adults.isEmpty
        case .work, .away, .family: false
        }
    }

    private func isNeeded(_ handover: SlowHandover) -> Bool {
        let occurrence = occurrences[handover.occurrence]
        let gap = register.settings.minimumGap
        let time = handover.at
        for number in occurrences(of: handover.child) where number != handover.occurrence {
            let other = occurrences[number]
            let isWithAdult = [.appointment, .family, .away].contains(other.kind) && !other.adults.isEmpty
            if isWithAdult && other.isUnderWay(time) { return false }
            if handover.isBringing {
                if other.place == handover.place, other.start < occurrence.start, other.end >= time - gap {
                    return false
                }
            } else {
                if other.place == handover.place, other.end > occurrence.end, other.start <= time + gap { return false }
                let endedDuring = occurrence.start < other.end && other.end <= occurrence.end
                if isWithAdult, endedDuring, other.end > time - 2 * handover.margin { return false }
            }
        }
        return true
    }

    private func judged(_ handover: SlowHandover, among needed: [SlowHandover]) -> SlowHandover {
        var judged = handover
        let parents = register.parents.filter { hasTime($0, for: handover) }
        if let named = handover.named {
            let can = hasTime(named, for: handover) && !isElsewhere(named, at: handover, among: needed)
            judged.carers = can ? [named] : []
            judged.severity = can ? nil : parents.contains { $0 != named } ? .warning : .critical
        } else {
            judged.carers = parents
            judged.severity = parents.isEmpty ? .critical : nil
        }
        return judged
    }

    /// Whether every exclusive occurrence of the adult at another place leaves the time to travel.
    private func hasTime(_ adult: Int, for handover: SlowHandover) -> Bool {
        occurrences(of: adult).allSatisfy { number in
            let other = occurrences[number]
            guard other.isExclusive, other.place != handover.place else { return true }
            let travel = register.travel(other.place, handover.place)
            return other.end + travel <= handover.at || handover.at + travel <= other.start
        }
    }

    /// Whether another handover names the adult at another place, nearer in time than the way between the two.
    private func isElsewhere(_ adult: Int, at handover: SlowHandover, among needed: [SlowHandover]) -> Bool {
        needed.contains { other in
            other.named == adult && other.place != handover.place
                && abs(other.at - handover.at) < register.travel(handover.place, other.place)
        }
    }
}
