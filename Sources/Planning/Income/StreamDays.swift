import Household
import ICalendar

/// The work on one stream by local days. Overlapping work of one person is once.
struct StreamDays: Sendable {
    /// The days with work, in order.
    private let days: [CivilDate]
    /// For each of them, the seconds until its end, of all days so far.
    private let sums: [Int]
    /// The days on which some work begins, in order.
    private let begun: [CivilDate]

    /// - Parameter work: that of the stream, in any order.
    init(_ work: some Sequence<WorkedTime>, in zone: Zone) {
        var pieces = DayPieces(zone)
        var begun: Set<CivilDate> = []
        var last: (person: ID<Person>, end: Instant)?
        for piece in work.sorted(by: Self.isBefore) where !piece.interval.isEmpty {
            begun.insert(pieces.date(of: piece.beginning))
            let known = last.flatMap { $0.person == piece.person ? $0.end : nil } ?? piece.interval.start
            let new = Interval(max(known, piece.interval.start), max(known, piece.interval.end))
            if !new.isEmpty { pieces.add(new) }
            last = (piece.person, new.end)
        }
        self.begun = begun.sorted()
        let sorted = pieces.seconds.sorted { $0.key < $1.key }
        days = sorted.map(\.key)
        var sum = 0
        sums = sorted.map { day in
            sum += day.value
            return sum
        }
    }

    func seconds(in days: Range<CivilDate>) -> Int {
        seconds(before: days.upperBound) - seconds(before: days.lowerBound)
    }

    /// On how many of the days some work begins.
    func beginnings(in days: Range<CivilDate>) -> Int {
        begun.partitionPoint { $0 < days.upperBound } - begun.partitionPoint { $0 < days.lowerBound }
    }

    /// The first day with work.
    var first: CivilDate? { days.first }

    private func seconds(before date: CivilDate) -> Int {
        let index = days.partitionPoint { $0 < date }
        return index == 0 ? 0 : sums[index - 1]
    }

    private static func isBefore(_ one: WorkedTime, _ other: WorkedTime) -> Bool {
        one.person == other.person ? one.interval.start < other.interval.start : one.person < other.person
    }
}

/// Splits intervals at local midnights, by real seconds.
private struct DayPieces {
    private let zone: Zone
    /// The day looked at last: most of what comes next is on it too.
    private var date: CivilDate
    private var day: Interval
    private(set) var seconds: [CivilDate: Int] = [:]

    init(_ zone: Zone) {
        self.zone = zone
        date = CivilDate(daysSinceEpoch: 0)
        day = Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    }

    mutating func date(of instant: Instant) -> CivilDate {
        if !(day.start <= instant && instant < day.end) {
            date = zone.wall(of: instant).date
            day = Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
        }
        return date
    }

    mutating func add(_ interval: Interval) {
        var start = interval.start
        while start < interval.end {
            let date = date(of: start)
            // A day without an end would be none of this world's; one step is then all there is.
            let end = day.end > start ? min(day.end, interval.end) : interval.end
            seconds[date, default: 0] += end - start
            start = end
        }
    }
}
