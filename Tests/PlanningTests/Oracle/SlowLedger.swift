import Household
import ICalendar

/// What each person did in a stretch of days. In seconds: a minute is shared by up to six without a remainder.
struct SlowLedger: Hashable {
    /// A parent of a child and of no other, alone.
    struct Pair: Hashable {
        var parent: String
        var child: String
    }

    var care: [String: Int] = [:]
    var work: [String: Int] = [:]
    var admin: [String: Int] = [:]
    var together = 0
    var oneOnOne: [Pair: Int] = [:]
    var ownTime: [String: Int] = [:]
}

extension SlowWorld {
    /// The days from `from`, up to and without `to`, all of them laid out. Who has nothing of a kind is not among them.
    func ledger(from: CivilDate, to: CivilDate) -> SlowLedger {
        let dayTime = dayTime(from: from, to: to)
        // Minutes that are alike add the same.
        var counts: [SlowSort: Int] = [:]
        for minute in minutes(register.zone.midnight(from), register.zone.midnight(to)) {
            counts[SlowSort(minute: firstAlike[minute], isDayTime: dayTime[minute]), default: 0] += 1
        }
        return counts.reduce(into: SlowLedger()) { $0.add(ledger(of: $1.key), times: $1.value) }
    }

    /// Of one minute.
    private func ledger(of sort: SlowSort) -> SlowLedger {
        let present = register.children.map { child in
            SlowPresence(child: child, cover: cover(of: child)[sort.minute], level: levels[child]![sort.minute])
        }
        var ledger = SlowLedger()
        ledger.addCare(present, self)
        ledger.addWork(sort.minute, self)
        if sort.isDayTime { ledger.addOwnTime(sort.minute, present, self) }
        return ledger
    }
}

/// All that a minute's ledger depends on.
private struct SlowSort: Hashable {
    /// One that is like it.
    let minute: Int
    let isDayTime: Bool
}

/// Who has a child in one minute.
private struct SlowPresence {
    let child: Int
    let cover: SlowCover
    let level: CareLevel?

    var isAwake: Bool { level == .present || level == .handsOn }
}

extension SlowLedger {
    fileprivate mutating func add(_ other: SlowLedger, times: Int) {
        for (person, seconds) in other.care { care[person, default: 0] += seconds * times }
        for (person, seconds) in other.work { work[person, default: 0] += seconds * times }
        for (person, seconds) in other.admin { admin[person, default: 0] += seconds * times }
        for (person, seconds) in other.ownTime { ownTime[person, default: 0] += seconds * times }
        for (pair, seconds) in other.oneOnOne { oneOnOne[pair, default: 0] += seconds * times }
        together += other.together * times
    }

    fileprivate mutating func addCare(_ present: [SlowPresence], _ world: SlowWorld) {
        for presence in present where presence.isAwake {
            for carer in presence.cover.carers {
                care[world.id(carer), default: 0] += 60 / presence.cover.carers.count
            }
            addOneOnOne(presence, present, world)
        }
        let parents = world.register.parents
        let areTogether = present.allSatisfy { presence in
            presence.isAwake && [.rule(2), .rule(4)].contains(presence.cover.by)
                && parents.allSatisfy(presence.cover.carers.contains)
        }
        if areTogether, parents.count == 2, !present.isEmpty { together += 60 }
    }

    private mutating func addOneOnOne(_ presence: SlowPresence, _ all: [SlowPresence], _ world: SlowWorld) {
        let parents = presence.cover.carers.filter(world.register.isParent)
        guard parents.count == 1, let parent = parents.first else { return }
        guard !all.contains(where: { $0.child != presence.child && $0.cover.carers.contains(parent) }) else { return }
        oneOnOne[Pair(parent: world.id(parent), child: world.id(presence.child)), default: 0] += 60
    }

    /// A minute with work of both sorts is one of work.
    fileprivate mutating func addWork(_ minute: Int, _ world: SlowWorld) {
        for parent in world.register.parents {
            let kinds = world.here[minute].map { world.occurrences[$0] }
                .filter { $0.kind == .work && $0.people.contains(parent) }
                .map { work in world.register.streams.first { $0.id.rawValue == work.stream }?.kind }
            if kinds.contains(where: { $0 != .admin }) {
                work[world.id(parent), default: 0] += 60
            } else if !kinds.isEmpty {
                admin[world.id(parent), default: 0] += 60
            }
        }
    }

    fileprivate mutating func addOwnTime(_ minute: Int, _ present: [SlowPresence], _ world: SlowWorld) {
        for parent in world.register.parents {
            let isBusy = world.here[minute].contains { world.occurrences[$0].people.contains(parent) }
            let isAway = world.near[minute].map { world.occurrences[$0] }
                .contains { $0.people.contains(parent) && $0.place != SlowPlaces.home }
            let hasChild = present.contains { $0.isAwake && $0.cover.carers.contains(parent) }
            if !isBusy, !isAway, !hasChild { ownTime[world.id(parent), default: 0] += 60 }
        }
    }
}

extension SlowWorld {
    /// The minutes between 06:00 and 23:00.
    fileprivate func dayTime(from: CivilDate, to: CivilDate) -> [Bool] {
        let times = (CivilTime(hour: 6, minute: 0)!, CivilTime(hour: 23, minute: 0)!)
        let window = Window(days: Set(Weekday.allCases), from: times.0, to: times.1)
        var day = [Bool](repeating: false, count: minutes.count)
        for (start, end) in intervals(of: window, from: from, to: to) {
            for minute in minutes(start, end) { day[minute] = true }
        }
        return day
    }
}
