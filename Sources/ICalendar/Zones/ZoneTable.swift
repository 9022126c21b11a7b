/// The offsets of a zone: a table of transitions and, for the years after it, a rule.
final class ZoneTable: Sendable {
    /// When the offset changes, ascending, in seconds since the epoch.
    private let instants: [Int]
    /// What the wall shows when the new offset takes over, for reading wall times: the end of a gap, because the old
    /// offset is used inside it; and the end of a fold, because the first of two equal times is meant.
    private let walls: [Int]
    /// `offsets[0]` is in force before the first transition, `offsets[i + 1]` from transition `i` on.
    private let offsets: [Int]
    private let rule: PosixZoneRule?

    init(initialOffset: Int, transitions: [Zone.Transition], rule: PosixZoneRule?) {
        let sorted = transitions.sorted { $0.instant < $1.instant }
        let offsets = [initialOffset] + sorted.map(\.offset)
        self.offsets = offsets
        instants = sorted.map(\.instant.secondsSinceEpoch)
        walls = sorted.indices.map { index in
            sorted[index].instant.secondsSinceEpoch.addingClamped(max(offsets[index], offsets[index + 1]))
        }
        self.rule = rule
    }

    func offset(at instant: Int) -> Int {
        let passed = Self.passed(instants, at: instant)
        guard passed == instants.count, let rule else { return offsets[passed] }
        return rule.offset(at: instant)
    }

    /// The offset with which a wall time is read: before the gap, the first of a fold.
    func offset(atWall wall: Int) -> Int {
        let passed = Self.passed(walls, at: wall)
        guard passed == walls.count, let rule else { return offsets[passed] }
        return rule.offset(atWall: wall)
    }

    /// The transition in force at the instant, from the table or by the rule.
    func lastTransition(notAfter instant: Int) -> Int? {
        let passed = Self.passed(instants, at: instant)
        if passed == instants.count, let found = rule?.lastTransition(notAfter: instant) { return found }
        return passed == 0 ? nil : instants[passed - 1]
    }

    /// What the table holds, in seconds since the epoch and east of UTC, and the rule for the years after it.
    var content: (initialOffset: Int, transitions: [(instant: Int, offset: Int)], rule: PosixZoneRule?) {
        (offsets[0], Array(zip(instants, offsets.dropFirst())), rule)
    }

    /// How many of the ascending `times` are not after `time`.
    private static func passed(_ times: [Int], at time: Int) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
