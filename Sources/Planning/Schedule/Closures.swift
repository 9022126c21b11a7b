public import Household
public import ICalendar

/// When entries do not happen because something else does: what a feed tells of closes them, or the family is elsewhere.
struct Closures {
    /// A time in which something takes the place of other things.
    struct Closure {
        let interval: Interval
        let title: String
        /// Nil: it is the family's own.
        let feed: String?
        let people: Set<ID<Person>>
    }

    private let byEntry: [ID<Entry>: [Closure]]
    private let own: [Closure]

    init(_ expansion: Expansion) {
        var found: [ID<Entry>: [Closure]] = [:]
        var own: [Closure] = []
        for entry in expansion.household.entries.values {
            if let feed = entry.feed, !feed.closes.isEmpty {
                let closures = expansion.occurrences(of: entry).map { Closure($0.interval, $0.entry, feed.name) }
                for closed in feed.closes { found[closed, default: []] += closures }
            } else if entry.takesPlaces {
                own += expansion.occurrences(of: entry).filter { $0.entry.isBusy && !$0.entry.tentative }
                    .map { Closure($0.interval, $0.entry, nil) }
            }
        }
        byEntry = found
        self.own = own
    }

    /// What takes the place of an occurrence: something that is on for at least half of it and, where it is the family's own,
    /// has all of its people.
    func closing(_ entry: Entry, in interval: Interval) -> Closure? {
        if let closure = byEntry[entry.id]?.first(where: { $0.isOnForHalf(of: interval) }) { return closure }
        guard entry.isRoutine, entry.isBusy, !own.isEmpty else { return nil }
        let people = entry.people + entry.children
        guard !people.isEmpty else { return nil }
        return own.first { $0.people.isSuperset(of: people) && $0.isOnForHalf(of: interval) }
    }
}

extension Closures.Closure {
    fileprivate init(_ interval: Interval, _ entry: Entry, _ feed: String?) {
        let hidden = feed == nil ? entry.kind.rawValue : "closed"
        self.init(
            interval: interval,
            title: entry.isPrivate ? hidden : entry.title,
            feed: feed,
            people: Set(entry.people + entry.children)
        )
    }

    fileprivate func isOnForHalf(of other: Interval) -> Bool {
        guard let common = interval.intersection(other) else { return false }
        return common.seconds * 2 >= other.seconds
    }
}

extension Entry {
    /// Whether it may take the place of what is routine, where it is certain: a trip or a camp of the family's own, once.
    var takesPlaces: Bool { feed == nil && !repetition.isRepeating && (kind == .away || kind == .school) }

    /// What comes again and again at which somebody else looks after children.
    var isRoutine: Bool { kind == .school && repetition.isRepeating }
}

/// One happening of an entry that does not happen, because something else takes its place.
public struct ClosedOccurrence: Hashable, Sendable {
    public let entry: ID<Entry>
    /// The original start.
    public let of: Instant
    public let interval: Interval
    /// Everyone whose occurrence it would be.
    public let people: [ID<Person>]
    /// What would happen: `School`.
    public let title: String
    /// `Teacher day, from Springfield school feed`, or what the family does instead.
    public let reason: String
    /// Whether a feed says so; else the family does something else.
    public let isClosed: Bool

    init(of: Instant, interval: Interval, _ entry: Entry, _ closure: Closures.Closure) {
        self.entry = entry.id
        self.of = of
        self.interval = interval
        people = entry.people + entry.children
        title = entry.isPrivate ? entry.kind.rawValue : entry.title
        reason = closure.title + (closure.feed.map { ", from \($0) feed" } ?? "")
        isClosed = closure.feed != nil
    }
}

extension ClosedOccurrence {
    /// Whether a viewer is shown it: who plans everything, a child its own.
    func isShown(to viewer: Viewer) -> Bool {
        switch viewer {
        case .administrator, .parents: true
        case .child(let child): people.contains(child)
        case .carer: false
        }
    }
}

extension Schedule {
    /// What does not happen to somebody in an interval, because it is closed, in order of start.
    public func closed(of person: ID<Person>, overlapping interval: Interval) -> [ClosedOccurrence] {
        closed.filter { $0.people.contains(person) && $0.interval.overlaps(interval) }.sorted(by: <)
    }

    /// All that does not happen in an interval because it is closed, in order of start.
    public func closed(overlapping interval: Interval) -> [ClosedOccurrence] {
        closed.filter { $0.interval.overlaps(interval) }.sorted(by: <)
    }
}

extension ClosedOccurrence: Comparable {
    public static func < (one: ClosedOccurrence, other: ClosedOccurrence) -> Bool {
        (one.interval.start, one.entry, one.of) < (other.interval.start, other.entry, other.of)
    }
}

extension [ClosedOccurrence] {
    /// `School closed: Teacher day, from Springfield school feed`, `School replaced: Trip to the sea`, each once.
    public var uniqueReasons: [String] {
        reduce(into: []) { reasons, closed in
            let reason = "\(closed.title) \(closed.isClosed ? "closed" : "replaced"): \(closed.reason)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
    }
}

extension Set<ID<Entry>> {
    /// With the entries whose place these may take in any of the households, which are laid out anew with them.
    func withWhatTheyClose(in households: [Household]) -> Set {
        households.reduce(into: self) { all, household in
            let changed = compactMap { household.entries[$0] }
            for entry in changed { all.formUnion(entry.feed?.closes ?? []) }
            guard changed.contains(where: \.takesPlaces) else { return }
            all.formUnion(household.entries.values.lazy.filter(\.isRoutine).map(\.id))
        }
    }
}
