/// The dates of a rule that has the same times on each of its days: DAILY and longer, without BYSETPOS over days.
struct FixedTimesWalk: Sendable {
    private var days: DayWalk
    private let times: [Int32]
    private let from: Int
    private let through: Int
    private var dayStart = 0
    private var place: Int

    /// Wall seconds, both included.
    init(_ plan: RecurrencePlan, from: Int, through: Int) {
        days = plan.days(from: from, through: through)
        times = plan.times
        self.from = from
        self.through = through
        place = times.count
    }

    @inline(__always)
    mutating func next() -> Int? {
        while true {
            if place < times.count {
                let wall = dayStart + Int(times[place])
                place += 1
                return wall <= through ? wall : nil
            }
            guard let day = days.next() else { return nil }
            dayStart = day * secondsPerDay
            place = dayStart < from ? times.count(before: from - dayStart) : 0
        }
    }

    /// How many dates there are in all; may stop after `limit`.
    static func count(_ plan: RecurrencePlan, from: Int, through: Int, upTo limit: Int) -> Int {
        var days = plan.days(from: from, through: through)
        // Whole days are counted at first: two more than the limit needs are enough to be sure.
        let enough = limit / max(plan.times.count, 1) + 2
        let count = days.count(upTo: enough)
        guard count <= enough else { return limit }
        // Take off what lies outside on the first and the last day.
        var outside = 0
        if plan.hasDay(of: from) { outside += plan.times.count(before: from.modulo(secondsPerDay)) }
        if plan.hasDay(of: through) {
            outside += plan.times.count - plan.times.count(before: through.modulo(secondsPerDay) + 1)
        }
        return count * plan.times.count - outside
    }
}

extension [Int32] {
    /// How many of the ascending values are below `limit`.
    fileprivate func count(before limit: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
