import Household
import ICalendar
import Planning

/// One occurrence of an entry, there or gone, as people see it.
struct Happening {
    /// With what an override says.
    let entry: Entry
    let of: Instant
    let interval: Interval

    /// All of what is told of a change but for the time.
    var details: Details { Details(entry) }

    struct Details: Hashable {
        let title: String
        let note: String?
        let people: [ID<Person>]
        let children: [ID<Person>]
        let stream: ID<Stream>?
        let place: ID<Place>?
        let dropOff: ID<Person>?
        let pickUp: ID<Person>?
        let attention: Attention?
        let isBusy: Bool
        let tentative: Bool
        let supervised: Bool

        init(_ entry: Entry) {
            (title, note, people, children) = (entry.title, entry.note, entry.people, entry.children)
            (stream, place, dropOff, pickUp) = (entry.stream, entry.place, entry.dropOff, entry.pickUp)
            (attention, isBusy) = (entry.attention, entry.isBusy)
            (tentative, supervised) = (entry.tentative, entry.supervised)
        }
    }
}

/// What became of one occurrence.
struct Difference {
    /// Nil: it was not there.
    let before: Happening?
    /// Nil: it is not there any more.
    let after: Happening?

    var isVisible: Bool {
        before?.interval != after?.interval || before?.details != after?.details
            || before?.entry.time.isAllDay != after?.entry.time.isAllDay
    }

    /// Whether the occurrence was there and is.
    var isWhole: Bool { before != nil && after != nil }

    var isMoved: Bool {
        guard let before, let after else { return false }
        return before.interval.start != after.interval.start
    }

    /// When it begins or began, the earlier of both.
    var start: Instant {
        [before, after].compactMap { $0?.interval.start }.min() ?? Instant(secondsSinceEpoch: 0)
    }

    var end: Instant {
        [before, after].compactMap { $0?.interval.end }.max() ?? Instant(secondsSinceEpoch: 0)
    }

    /// Holds what was against what is: the same occurrence, else one at the same time, on the same day, in the same week,
    /// else whichever comes next.
    static func all(_ before: [Happening], _ after: [Happening], in household: Household) -> [Difference] {
        var matching = Matching(before.sorted(by: isBefore), after.sorted(by: isBefore))
        let zone = household.zone
        matching.match { OccurrenceID(entry: $0.entry.id, of: $0.of) }
        matching.match(\.interval.start)
        matching.match { zone.wall(of: $0.interval.start).date }
        matching.match { zone.wall(of: $0.interval.start).date.startOfWeek(household.settings.weekStart) }
        matching.match { _ in true }
        return matching.differences
    }

    private static func isBefore(_ one: Happening, _ other: Happening) -> Bool {
        (one.interval.start, one.entry.id, one.of) < (other.interval.start, other.entry.id, other.of)
    }
}

/// Two lists, of which more and more are brought together.
private struct Matching {
    private var before: [Happening]
    private var after: [Happening]
    private var found: [Difference] = []

    init(_ before: [Happening], _ after: [Happening]) { (self.before, self.after) = (before, after) }

    /// What is found, and what is left over.
    var differences: [Difference] {
        found + before.map { Difference(before: $0, after: nil) } + after.map { Difference(before: nil, after: $0) }
    }

    /// Brings those together that have the same key, in order.
    mutating func match(_ key: (Happening) -> some Hashable) {
        guard !before.isEmpty, !after.isEmpty else { return }
        var waiting = Dictionary(grouping: after.indices.reversed()) { AnyHashable(key(after[$0])) }
        var taken: Set<Int> = []
        var rest: [Happening] = []
        for happening in before {
            guard let index = waiting[AnyHashable(key(happening))]?.popLast() else {
                rest.append(happening)
                continue
            }
            taken.insert(index)
            found.append(Difference(before: happening, after: after[index]))
        }
        before = rest
        after = after.indices.filter { !taken.contains($0) }.map { after[$0] }
    }
}
