public import Household
public import ICalendar

/// When entries do not happen because something that a feed tells of closes them.
struct Closures {
    /// A time in which something is closed.
    struct Closure {
        let interval: Interval
        let title: String
        let feed: String
    }

    private let byEntry: [ID<Entry>: [Closure]]

    init(_ expansion: Expansion) {
        var found: [ID<Entry>: [Closure]] = [:]
        for entry in expansion.household.entries.values {
            guard let feed = entry.feed, !feed.closes.isEmpty else { continue }
            for (_, interval, happening) in expansion.occurrences(of: entry) {
                let closure = Closure(
                    interval: interval,
                    title: happening.isPrivate ? "closed" : happening.title,
                    feed: feed.name
                )
                for closed in feed.closes { found[closed, default: []].append(closure) }
            }
        }
        byEntry = found
    }

    /// What closes an entry in an interval: something that is on for at least half of it.
    func closing(_ entry: ID<Entry>, in interval: Interval) -> Closure? {
        byEntry[entry]?.first { closure in
            guard let common = closure.interval.intersection(interval) else { return false }
            return common.seconds * 2 >= interval.seconds
        }
    }
}

/// One happening of an entry that does not happen, because something closes it.
public struct ClosedOccurrence: Hashable, Sendable {
    public let entry: ID<Entry>
    /// The original start.
    public let of: Instant
    public let interval: Interval
    /// Everyone whose occurrence it would be.
    public let people: [ID<Person>]
    /// What would happen: `School`.
    public let title: String
    /// `Teacher day, from Springfield school feed`.
    public let reason: String

    init(of: Instant, interval: Interval, _ entry: Entry, _ closure: Closures.Closure) {
        self.entry = entry.id
        self.of = of
        self.interval = interval
        people = entry.people + entry.children
        title = entry.isPrivate ? entry.kind.rawValue : entry.title
        reason = "\(closure.title), from \(closure.feed) feed"
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
    /// `School closed: Teacher day, from Springfield school feed`, each once.
    public var uniqueReasons: [String] {
        reduce(into: []) { reasons, closed in
            let reason = "\(closed.title) closed: \(closed.reason)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
    }
}

extension Set<ID<Entry>> {
    /// With the entries that these close in any of the households, which are laid out anew with them.
    func withWhatTheyClose(in households: [Household]) -> Set {
        households.reduce(into: self) { all, household in
            for id in self { all.formUnion(household.entries[id]?.feed?.closes ?? []) }
        }
    }
}
