import Household
import ICalendar

/// Work is booked in the free hours of a stream until a deadline, or a week's least hours, can be met.
struct Bookings: Proposing {
    /// Blocks of one hour to three, on quarters of an hour; shorter where less is missing.
    private static let step = 900
    private static let shortest = 3_600
    private static let longest = 3 * 3_600
    private static let day = 7 * 3_600..<21 * 3_600
    /// A plan with more blocks is no suggestion any more.
    private static let mostBlocks = 8

    func proposals(in situation: Situation) -> [Proposal] {
        guard let wanted = wanted(situation) else { return [] }
        // As soon as possible, or a block a day.
        return [Int.max, 1].compactMap { perDay in
            blocks(wanted, perDay: perDay, situation).map { proposal(wanted, $0, perDay, situation) }
        }
    }

    private typealias Wanted = (stream: Stream, interval: Interval, seconds: Int)

    /// Which work is missing, when it can be done, and how much of it.
    private func wanted(_ situation: Situation) -> Wanted? {
        let (household, conflict) = (situation.household, situation.conflict)
        let interval = Interval(max(situation.now, conflict.interval.start), conflict.interval.end)
        func booked(_ stream: Stream) -> Int {
            guard let owner = household.people.index(forKey: stream.owner) else { return 0 }
            return situation.schedule.work(of: owner, on: stream.id, in: conflict.interval)
                .seconds(in: conflict.interval)
        }
        switch conflict.subject {
        case .deadline(let id, of: let stream):
            guard let stream = household.streams[stream],
                let deadline = stream.deadlines.first(where: { $0.id == id })
            else { return nil }
            return (stream, interval, deadline.remaining - booked(stream))
        case .stream(let id):
            guard let stream = household.streams[id], let least = stream.weekly.min else { return nil }
            let missing = least - booked(stream)
            return missing > 0 ? (stream, interval, missing) : nil
        case .resource, .goal, .bringing, .fetching, nil: return nil
        }
    }

    /// Nil where there is not room enough.
    private func blocks(_ wanted: Wanted, perDay: Int, _ situation: Situation) -> [Interval]? {
        var blocks: [Interval] = []
        var missing = wanted.seconds
        for date in situation.household.localDays(touching: wanted.interval) {
            let most = min(perDay, Self.mostBlocks - blocks.count)
            let new = self.blocks(on: date, of: wanted, missing: missing, atMost: most, situation)
            blocks += new
            missing -= new.reduce(0) { $0 + $1.seconds }
            if missing <= 0 { return blocks }
        }
        return nil
    }

    private func blocks(
        on date: CivilDate,
        of wanted: Wanted,
        missing: Int,
        atMost most: Int,
        _ situation: Situation
    ) -> [Interval] {
        let room = Room(forWorkOn: wanted.stream, in: situation)
        var (missing, budget) = (missing, self.budget(on: date, of: wanted.stream.owner, situation))
        var blocks: [Interval] = []
        var second = Self.day.lowerBound
        while second < Self.day.upperBound, missing > 0, blocks.count < most {
            let wall = CivilDateTime(date, CivilTime(secondsSinceMidnight: second))
            let start = situation.household.zone.instant(of: wall)
            let wish = min(Self.longest, missing.roundedUp(to: Self.step))
            let longest = min(wish, budget / Self.step * Self.step)
            // Nobody gets into their work in crumbs.
            guard longest >= min(Self.shortest, wish) else { break }
            second += Self.step
            guard let block = block(from: start, atMost: longest, within: wanted.interval, room) else { continue }
            blocks.append(block)
            missing -= block.seconds
            budget -= block.seconds
            // A quarter of an hour to breathe.
            second += block.seconds
        }
        return blocks
    }

    /// The longest that has room.
    private func block(from start: Instant, atMost most: Int, within interval: Interval, _ room: Room) -> Interval? {
        stride(from: most, through: min(Self.shortest, most), by: -Self.step).lazy.map { seconds in
            Interval(start, start.adding(seconds: seconds))
        }.first { interval.start <= $0.start && $0.end <= interval.end && room.holds($0) }
    }

    /// How much more the owner wants to work that day.
    private func budget(on date: CivilDate, of owner: ID<Person>, _ situation: Situation) -> Int {
        guard let index = situation.household.people.index(forKey: owner),
            let most = situation.household.people[owner]?.work.perDay
        else { return .max / 2 }
        return most - situation.schedule.work[index].seconds(in: situation.household.day(date))
    }

    private func proposal(
        _ wanted: Wanted,
        _ blocks: [Interval],
        _ perDay: Int,
        _ situation: Situation
    ) -> Proposal {
        var edits = Edits(situation.household)
        for (number, block) in blocks.enumerated() {
            edits.add(entry(for: wanted.stream, block, number: number + 1, situation))
        }
        let total = blocks.reduce(0) { $0 + $1.seconds }
        let when = situation.words.list(blocks.map(situation.words.span))
        return Proposal(
            way: .book,
            title: "Book \(situation.words.length(total)) more on \(wanted.stream.name): \(when)",
            changes: edits.changes,
            group: "book \(wanted.stream.id) \(perDay)",
            people: [wanted.stream.owner]
        )
    }

    private func entry(for stream: Stream, _ block: Interval, number: Int, _ situation: Situation) -> Entry {
        let start = situation.household.zone.wall(of: block.start)
        var entry = Entry(
            id: situation.freeID("\(stream.id.rawValue.prefix(44))-\(start.date)-\(number)"),
            kind: .work,
            title: stream.name,
            time: .timed(start: start, zone: nil, seconds: block.seconds)
        )
        (entry.people, entry.stream, entry.movable) = ([stream.owner], stream.id, .day)
        return entry
    }
}

extension Int {
    fileprivate func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }
}
