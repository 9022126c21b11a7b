import Household
import ICalendar

/// A stretch of days, laid out minute by minute: what is under way, what is near, what level of care is needed.
///
/// Every time in it is on a whole minute; a minute stands for all of its seconds.
final class SlowWorld {
    let register: SlowRegister
    /// The first midnight, and the one after the last day.
    let first: Int
    let end: Int
    /// Far more than the days laid out: what lies outside can matter inside.
    let occurrences: [SlowOccurrence]
    /// For each person, the numbers of the occurrences that are theirs.
    private let owned: [[Int]]
    /// For each minute, the occurrences under way.
    private(set) var here: [[Int]]
    /// For each minute, the occurrences P with `start - m(P) <= t < end + m(P)`: those under way and those near.
    private(set) var near: [[Int]]
    /// For each child and minute, `level(c, t)`.
    private(set) var levels: [Int: [CareLevel?]] = [:]
    private(set) var handovers: [SlowHandover] = []
    /// For each minute, the handovers that put their child under rule 5.
    private(set) var onTheWay: [[Int]]
    /// The minutes at which anything above begins or ends.
    private var changes: Set<Int> = []
    /// For each minute, the last up to it at which anything changes.
    private(set) var firstAlike: [Int] = []
    private var covers: [Int: [SlowCover]] = [:]

    /// The days from `from`, up to and without `to`.
    init(_ register: SlowRegister, from: CivilDate, to: CivilDate) {
        self.register = register
        first = register.zone.midnight(from)
        end = register.zone.midnight(to)
        occurrences = SlowOccurrences.expand(register, from: first - 10 * 86_400, to: end + 10 * 86_400)
        owned = register.people.indices.map { [occurrences] in Self.owned(by: $0, occurrences) }
        here = Array(repeating: [], count: (end - first) / 60)
        near = here
        onTheWay = here
        for (number, occurrence) in occurrences.enumerated() { lay(number, occurrence) }
        for child in register.children { levels[child] = levels(of: child, from: from, to: to) }
        handovers = judgedHandovers()
        for (number, handover) in handovers.enumerated() { lay(number, handover) }
        for minute in minutes {
            firstAlike.append(changes.contains(minute) ? minute : firstAlike.last ?? 0)
        }
        for child in register.children { covers[child] = judgedCover(of: child) }
    }

    var minutes: Range<Int> { here.indices }

    /// How a child is covered in each of the minutes.
    func cover(of child: Int) -> [SlowCover] { covers[child]! }

    /// The numbers of the occurrences that are the person's.
    func occurrences(of person: Int) -> [Int] { owned[person] }

    func instant(_ minute: Int) -> Int { first + minute * 60 }

    /// The minutes laid out that are in `[start, end)`.
    func minutes(_ start: Int, _ end: Int) -> Range<Int> {
        precondition((start - first) % 60 == 0 && (end - first) % 60 == 0, "the oracle counts in whole minutes")
        let lower = max(start, first)
        let upper = max(lower, min(end, self.end))
        return (min(lower, self.end) - first) / 60..<(min(upper, self.end) - first) / 60
    }

    private static func owned(by person: Int, _ occurrences: [SlowOccurrence]) -> [Int] {
        occurrences.indices.filter { occurrences[$0].people.contains(person) }
    }

    private func lay(_ number: Int, _ occurrence: SlowOccurrence) {
        for minute in marked(occurrence.start, occurrence.end) { here[minute].append(number) }
        let margin = occurrence.margin
        for minute in marked(occurrence.start - margin, occurrence.end + margin) { near[minute].append(number) }
    }

    private func lay(_ number: Int, _ handover: SlowHandover) {
        guard handover.severity == nil else { return }
        for minute in marked(handover.wayStart, handover.wayEnd) { onTheWay[minute].append(number) }
    }

    /// The minutes of `[start, end)`, having noted that something changes with the first and after the last.
    private func marked(_ start: Int, _ end: Int) -> Range<Int> {
        let range = minutes(start, end)
        changes.formUnion([range.lowerBound, range.upperBound])
        return range
    }

    /// The strongest level of the windows that contain the minute.
    private func levels(of child: Int, from: CivilDate, to: CivilDate) -> [CareLevel?] {
        var levels = [CareLevel?](repeating: nil, count: minutes.count)
        for care in register.people[child].care {
            for (start, end) in intervals(of: care.window, from: from, to: to) {
                for minute in marked(start, end) where levels[minute] == nil || levels[minute]! < care.level {
                    levels[minute] = care.level
                }
            }
        }
        return levels
    }

    /// A window on each of its days, also of the day before, whose window may reach into the first.
    func intervals(of window: Window, from: CivilDate, to: CivilDate) -> [(start: Int, end: Int)] {
        var intervals: [(start: Int, end: Int)] = []
        var date = from.adding(days: -1)
        while date < to {
            if window.days.contains(date.weekday) {
                let last = window.to > window.from ? date : date.adding(days: 1)
                let start = register.zone.instant(CivilDateTime(date, window.from))
                let end = register.zone.instant(CivilDateTime(last, window.to))
                if start < end { intervals.append((start, end)) }
            }
            date = date.adding(days: 1)
        }
        return intervals
    }

    /// The maximal runs of minutes for which `isTrue` holds, as instants.
    func stretches(_ isTrue: [Bool]) -> [(start: Int, end: Int)] {
        var stretches: [(start: Int, end: Int)] = []
        var start: Int?
        for minute in isTrue.indices {
            if isTrue[minute] {
                if start == nil { start = minute }
            } else if let begun = start {
                stretches.append((instant(begun), instant(minute)))
                start = nil
            }
        }
        if let begun = start { stretches.append((instant(begun), end)) }
        return stretches
    }
}
