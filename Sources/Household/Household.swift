public import ICalendar
// Whoever works with a household works with its collections.
@_exported public import OrderedCollections

/// One household: everything that the plan is made of, as one value.
///
/// Things are kept in the order in which they were added and are found by their id. Nothing here is checked; see
/// ``Household/problems()``.
public struct Household: Hashable, Sendable {
    public var settings: Settings
    /// Without home, which always exists.
    public var places: OrderedDictionary<ID<Place>, Place> = [:]
    public var travels: OrderedDictionary<ID<Travel>, Travel> = [:]
    public var resources: OrderedDictionary<ID<Resource>, Resource> = [:]
    public var people: OrderedDictionary<ID<Person>, Person> = [:]
    public var streams: OrderedDictionary<ID<Stream>, Stream> = [:]
    public var entries: OrderedDictionary<ID<Entry>, Entry> = [:]
    public var goals: OrderedDictionary<ID<Goal>, Goal> = [:]
    /// The zones that the household and its entries name, by the name they use.
    public var zones: [String: Zone]

    public init(settings: Settings = Settings(), zones: [String: Zone] = [:]) {
        self.settings = settings
        self.zones = zones
    }

    /// The zone of the household's days and weeks.
    public var zone: Zone { zones[settings.timeZone] ?? .utc }

    /// The zone of an entry's wall times. All-day entries are days of the household's zone.
    public func zone(of entry: Entry) -> Zone {
        guard case .timed(_, let name?, _) = entry.time, let zone = zones[name] else { return zone }
        return zone
    }

    public func place(_ id: ID<Place>) -> Place? { id == Place.home.id ? .home : places[id] }

    /// What an occurrence of the entry takes of an adult.
    public func attention(of entry: Entry) -> Attention {
        if let attention = entry.attention { return attention }
        if entry.kind == .work, let stream = entry.stream.flatMap({ streams[$0] }) { return stream.attention }
        return entry.kind.attention
    }

    /// What an occurrence of the entry uses: its own, else the stream's.
    public func resources(of entry: Entry) -> [ID<Resource>] {
        entry.resources ?? entry.stream.flatMap { streams[$0]?.resources } ?? []
    }

    /// The original starts of an entry: what its repetition gives, overrides not looked at.
    public func recurrence(of entry: Entry) -> RecurrenceSet {
        RecurrenceSet(
            start: entry.time.start,
            zone: zone(of: entry),
            rule: entry.repetition.rule,
            extra: entry.repetition.also,
            excludedDates: entry.repetition.exceptDays,
            excluded: entry.repetition.exceptStarts
        )
    }
}
