public import Household
public import ICalendar

/// Everything that happens in a window, laid out in instants and sorted, for everybody and for each person.
public struct Schedule: Sendable {
    public var household: Household { held.value }
    private var held: Held<Household>
    public let window: Interval
    /// In order of start, then of entry id and original start.
    public private(set) var occurrences: [Occurrence]
    private(set) var traits: [Traits]
    /// What does not happen because something is closed, in no order.
    private(set) var closed: [ClosedOccurrence]
    /// In the household's order; everywhere else people are indices into this.
    let people: [Person]
    /// For each person, their occurrences that take part in the rules.
    private(set) var timelines: [Timeline]
    /// For each resource of the household, in its order, the occurrences that use it and take part in the rules.
    private(set) var uses: [Timeline]
    /// For each person, when they work, on whatever stream. Overlapping work is once.
    private(set) var work: [IntervalSet]
    let geography: Geography

    /// Lays out everything that overlaps `window`.
    public init(_ household: Household, over window: Interval) {
        held = Held(household)
        self.window = window
        people = Array(household.people.values)
        geography = Geography(household)
        var builder = ScheduleBuilder(household, window: window)
        for entry in household.entries.values { builder.add(entry) }
        traits = builder.traits
        closed = builder.closed
        occurrences = builder.occurrences
        timelines = []
        uses = []
        work = []
        occurrences.sort(by: isBefore)
        let busy = occurrences.filter(takesPart)
        timelines = lanes(of: busy, \.members, count: people.count).map(Timeline.init)
        uses = lanes(of: busy, \.resources, count: household.resources.count).map(Timeline.init)
        work = timelines.map(work)
    }

    /// Lays entries out again that were added, edited or removed, as laying out everything would.
    ///
    /// - Parameter household: the household as it is now; nothing but these entries may differ.
    /// - Returns: the times at which something that takes part in the rules is no longer as it was, in no order.
    mutating func change(_ changed: Set<ID<Entry>>, in household: Household) -> [Interval] {
        let changed = changed.withWhatTheyClose(in: [self.household, household])
        held = Held(household)
        let isGone = traits.map { changed.contains($0.entry.id) }
        let gone = occurrences.filter { isGone[$0.traits] }
        var builder = ScheduleBuilder(household, window: window, after: traits)
        for id in changed { if let entry = household.entries[id] { builder.add(entry) } }
        traits = builder.traits
        let differentlyClosed = changeClosed(changed, to: builder.closed)
        let new = builder.occurrences.sorted(by: isBefore)
        put(new, into: &occurrences, insteadOf: isGone)
        let (busy, old) = (new.filter(takesPart), gone.filter(takesPart))
        for (index, own) in lanes(of: busy, \.members, count: people.count).enumerated()
        where !own.isEmpty || old.contains(where: { traits[$0.traits].members.contains(index) }) {
            timelines[index] = timelines[index].with(own) { put($0, into: &$1, insteadOf: isGone) }
            work[index] = work(in: timelines[index])
        }
        for (index, own) in lanes(of: busy, \.resources, count: uses.count).enumerated()
        where !own.isEmpty || old.contains(where: { traits[$0.traits].resources.contains(index) }) {
            uses[index] = uses[index].with(own) { put($0, into: &$1, insteadOf: isGone) }
        }
        return differences(old, busy) + differentlyClosed
    }

    /// The entry of an occurrence, with what an override says.
    public func entry(of occurrence: Occurrence) -> Entry { traits[occurrence.traits].shown }

    /// What an occurrence takes of an adult.
    public func attention(of occurrence: Occurrence) -> Attention { traits[occurrence.traits].attention }

    /// Where an occurrence is, as whom the schedule is for is shown it.
    public func place(of occurrence: Occurrence) -> Spot { traits[occurrence.traits].shownPlace }

    /// Where an occurrence is.
    func spot(of occurrence: Occurrence) -> Spot { traits[occurrence.traits].place }

    /// Whether an occurrence takes part in the rules.
    public func isBusy(_ occurrence: Occurrence) -> Bool { traits[occurrence.traits].isBusy }

    /// What an occurrence is called.
    public func id(of occurrence: Occurrence) -> OccurrenceID {
        OccurrenceID(entry: traits[occurrence.traits].entry.id, of: occurrence.of)
    }

    /// Leaves out of what is listed what a viewer is not shown, and says of the rest no more than they may know. The
    /// timelines, which the rules look at, stay as they are.
    mutating func show(to viewer: Viewer, where isShown: (Occurrence) -> Bool) {
        if !viewer.plans { occurrences.removeAll { !isShown($0) } }
        closed.removeAll { !$0.isShown(to: viewer) }
        let hidden = Set(household.entries.values.lazy.filter { $0.isHidden(from: viewer) }.map(\.id))
        // Of most households everything is shown to both parents.
        guard !viewer.plans || !hidden.isEmpty else { return }
        for index in traits.indices where !viewer.plans || hidden.contains(traits[index].entry.id) {
            traits[index].show(to: viewer, in: household)
        }
        held = Held(household.seen(by: viewer))
    }

    // MARK: Laying out

    private func takesPart(_ occurrence: Occurrence) -> Bool {
        !occurrence.interval.isEmpty && traits[occurrence.traits].isBusy
    }

    private func isBefore(_ one: Occurrence, _ other: Occurrence) -> Bool {
        if one.start != other.start { return one.start < other.start }
        if one.traits == other.traits { return one.of < other.of }
        return (traits[one.traits].entry.id, one.of) < (traits[other.traits].entry.id, other.of)
    }

    /// Busy occurrences, in order, for each of those that their traits name.
    private func lanes(of busy: [Occurrence], _ owners: KeyPath<Traits, [Int]>, count: Int) -> [[Occurrence]] {
        var lanes = [[Occurrence]](repeating: [], count: count)
        for occurrence in busy {
            for owner in traits[occurrence.traits][keyPath: owners] { lanes[owner].append(occurrence) }
        }
        return lanes
    }

    private func work(in timeline: Timeline) -> IntervalSet {
        IntervalSet(timeline.occurrences.filter { traits[$0.traits].entry.kind == .work }.map(\.interval))
    }

    // MARK: Changing

    /// Gives the times in which something is closed that was not, or for another reason.
    private mutating func changeClosed(_ changed: Set<ID<Entry>>, to new: [ClosedOccurrence]) -> [Interval] {
        let old = Set(closed.filter { changed.contains($0.entry) })
        closed = closed.filter { !changed.contains($0.entry) } + new
        return old.symmetricDifference(new).map(\.interval)
    }

    /// Both in order before and after.
    private func put(_ new: [Occurrence], into occurrences: inout [Occurrence], insteadOf isGone: [Bool]) {
        occurrences.removeAll { $0.traits < isGone.count && isGone[$0.traits] }
        occurrences += new
        // Two runs that are in order: merging them is one pass.
        occurrences.sort(by: isBefore)
    }

    /// When something is on that was not, or was and is not any more, or is not as it was.
    private func differences(_ old: [Occurrence], _ new: [Occurrence]) -> [Interval] {
        var left = Dictionary(old.map { (id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        var different: [Interval] = []
        for occurrence in new {
            if let before = left.removeValue(forKey: id(of: occurrence)) {
                if before.interval == occurrence.interval, isSame(before, occurrence) { continue }
                different.append(before.interval)
            }
            different.append(occurrence.interval)
        }
        return different + left.values.map(\.interval)
    }

    /// Whether two occurrences of an entry, before it was changed and after, are the same to everybody who looks at one.
    private func isSame(_ before: Occurrence, _ after: Occurrence) -> Bool {
        var entry = traits[before.traits].entry
        let now = traits[after.traits].entry
        (entry.time, entry.repetition, entry.overrides) = (now.time, now.repetition, now.overrides)
        return entry == now
    }
}

/// Gathers occurrences and the traits they share.
private struct ScheduleBuilder {
    private let household: Household
    private let expansion: Expansion
    private let closures: Closures
    private let indices: [ID<Person>: Int]
    private(set) var occurrences: [Occurrence] = []
    private(set) var traits: [Traits]
    private(set) var closed: [ClosedOccurrence] = []

    init(_ household: Household, window: Interval, after traits: [Traits] = []) {
        self.household = household
        self.traits = traits
        expansion = Expansion(household: household, window: window)
        closures = Closures(expansion)
        indices = Dictionary(uniqueKeysWithValues: household.people.keys.enumerated().map { ($1, $0) })
    }

    mutating func add(_ entry: Entry) {
        var shared: Int?
        let overridden = !entry.overrides.isEmpty
        for (of, interval, happening) in expansion.occurrences(of: entry) {
            if let why = closures.closing(happening, in: interval) {
                closed.append(ClosedOccurrence(of: of, interval: interval, happening, why))
                continue
            }
            let changed = overridden && happening != entry
            let index = changed ? nil : shared
            if index == nil { traits.append(makeTraits(happening)) }
            let own = index ?? traits.count - 1
            if !changed { shared = own }
            occurrences.append(Occurrence(of: of, interval: interval, traits: own))
        }
    }

    private func makeTraits(_ entry: Entry) -> Traits {
        let people = entry.people.compactMap { indices[$0] }
        let children = entry.children.compactMap { indices[$0] }.filter { !people.contains($0) }
        let resources = Set(household.resources(of: entry)).compactMap { household.resources.index(forKey: $0) }
        let place = spot(of: entry)
        return Traits(
            held: Held(entry),
            attention: household.attention(of: entry),
            place: place,
            shownPlace: place,
            members: people + children,
            adults: people.filter { household.people.values[$0].isAdult },
            resources: resources.sorted(),
            isExclusive: entry.kind.isExclusive,
            isBusy: entry.isBusy
        )
    }

    private func spot(of entry: Entry) -> Spot {
        guard let place = entry.place else { return entry.kind == .away ? .nowhereKnown : .home }
        return place == Place.home.id ? .home : .place(place)
    }
}
