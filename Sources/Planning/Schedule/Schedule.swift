public import Household
public import ICalendar

/// Everything that happens in a window, laid out in instants and sorted, for everybody and for each person.
public struct Schedule: Sendable {
    public let household: Household
    public let window: Interval
    /// In order of start, then of entry id and original start.
    public let occurrences: [Occurrence]
    let traits: [Traits]
    /// In the household's order; everywhere else people are indices into this.
    let people: [Person]
    /// For each person, their occurrences that take part in the rules.
    let timelines: [Timeline]
    let geography: Geography

    /// Lays out everything that overlaps `window`.
    public init(_ household: Household, over window: Interval) {
        self.household = household
        self.window = window
        people = Array(household.people.values)
        geography = Geography(household)
        var builder = ScheduleBuilder(household, window: window)
        for entry in household.entries.values { builder.add(entry) }
        (occurrences, traits) = builder.finished()
        timelines = Self.timelines(occurrences, traits: traits, count: people.count)
    }

    /// The entry of an occurrence, with what an override says.
    public func entry(of occurrence: Occurrence) -> Entry { traits[occurrence.traits].entry }

    /// What an occurrence takes of an adult.
    public func attention(of occurrence: Occurrence) -> Attention { traits[occurrence.traits].attention }

    /// Where an occurrence is.
    public func place(of occurrence: Occurrence) -> Spot { traits[occurrence.traits].place }

    /// Whether an occurrence takes part in the rules.
    public func isBusy(_ occurrence: Occurrence) -> Bool { traits[occurrence.traits].isBusy }

    /// What an occurrence is called.
    public func id(of occurrence: Occurrence) -> OccurrenceID {
        OccurrenceID(entry: traits[occurrence.traits].entry.id, of: occurrence.of)
    }

    private static func timelines(_ occurrences: [Occurrence], traits: [Traits], count: Int) -> [Timeline] {
        var own = [[Occurrence]](repeating: [], count: count)
        for occurrence in occurrences where !occurrence.interval.isEmpty {
            let traits = traits[occurrence.traits]
            guard traits.isBusy else { continue }
            for member in traits.members { own[member].append(occurrence) }
        }
        return own.map(Timeline.init)
    }
}

/// Gathers occurrences and the traits they share.
private struct ScheduleBuilder {
    private let household: Household
    private let expansion: Expansion
    private let indices: [ID<Person>: Int]
    private var occurrences: [Occurrence] = []
    private var traits: [Traits] = []

    init(_ household: Household, window: Interval) {
        self.household = household
        expansion = Expansion(household: household, window: window)
        indices = Dictionary(uniqueKeysWithValues: household.people.keys.enumerated().map { ($1, $0) })
    }

    mutating func add(_ entry: Entry) {
        var shared: Int?
        let overridden = !entry.overrides.isEmpty
        for (of, interval, happening) in expansion.occurrences(of: entry) {
            let changed = overridden && happening != entry
            let index = changed ? nil : shared
            if index == nil { traits.append(makeTraits(happening)) }
            let own = index ?? traits.count - 1
            if !changed { shared = own }
            occurrences.append(Occurrence(of: of, interval: interval, traits: own))
        }
    }

    func finished() -> ([Occurrence], [Traits]) {
        let sorted = occurrences.sorted { one, other in
            if one.start != other.start { return one.start < other.start }
            if one.traits == other.traits { return one.of < other.of }
            return (traits[one.traits].entry.id, one.of) < (traits[other.traits].entry.id, other.of)
        }
        return (sorted, traits)
    }

    private func makeTraits(_ entry: Entry) -> Traits {
        let people = entry.people.compactMap { indices[$0] }
        let children = entry.children.compactMap { indices[$0] }.filter { !people.contains($0) }
        return Traits(
            entry: entry,
            attention: household.attention(of: entry),
            place: spot(of: entry),
            members: people + children,
            adults: people.filter { household.people.values[$0].isAdult },
            isExclusive: entry.kind.isExclusive,
            isBusy: entry.isBusy
        )
    }

    private func spot(of entry: Entry) -> Spot {
        guard let place = entry.place else { return entry.kind == .away ? .nowhereKnown : .home }
        return place == Place.home.id ? .home : .place(place)
    }
}
