public import Household
public import ICalendar

extension Swap {
    /// Everything that it does to the plan, as changes of entries: of one that both sides are about, one change.
    ///
    /// - Parameter split: parts a series at an original start; see `Entry.split`.
    public func changes(
        in household: Household,
        splitting split: (Entry, CivilDateTime) throws -> (before: Entry, after: Entry)
    ) rethrows -> [Change] {
        var edited: OrderedDictionary<ID<Entry>, Entry> = [:]
        func hand(_ side: Side, from: ID<Person>, to: ID<Person>) throws {
            guard let entry = edited[side.entry] ?? household.entries[side.entry] else { return }
            let handing = Handing(parts: side.parts, from: from, to: to)
            if !side.isFollowing {
                edited[entry.id] = handing.occurrence(side.of, of: entry)
            } else if side.of == entry.time.start {
                edited[entry.id] = handing.all(of: entry)
            } else {
                let (before, after) = try split(entry, side.of)
                edited[before.id] = before
                edited[after.id] = handing.all(of: after)
            }
        }
        try hand(wanted, from: asker, to: asked)
        if let offered { try hand(offered, from: asked, to: asker) }
        return edited.compactMap { id, after in
            guard let before = household.entries[id] else { return Change(adding: .entry(after)) }
            return before == after ? nil : Change(from: .entry(before), to: .entry(after))
        }
    }
}

/// Duties that go from one person to another.
private struct Handing {
    let parts: [Swap.Part]
    let from: ID<Person>
    let to: ID<Person>

    /// The entry with one occurrence handed over.
    func occurrence(_ start: CivilDateTime, of entry: Entry) -> Entry {
        guard entry.repetition.isRepeating || !entry.overrides.isEmpty else { return whole(entry) }
        var fields = entry.fields(ofOverride: start)
        let now = entry.applying(fields)
        if parts.contains(.people) { fields.people = handed(now.people) }
        if parts.contains(.dropOff), now.dropOff == from { fields.dropOff = to }
        if parts.contains(.pickUp), now.pickUp == from { fields.pickUp = to }
        return entry.overriding(start, with: fields)
    }

    /// A series with all of its occurrences handed over on which it was whose it is no more.
    func all(of entry: Entry) -> Entry {
        var series = whole(entry)
        series.overrides = entry.overrides.map { override in
            guard case .changed(var fields) = override.change else { return override }
            if parts.contains(.people) { fields.people = fields.people.map(handed) }
            if parts.contains(.dropOff), fields.dropOff == from { fields.dropOff = to }
            if parts.contains(.pickUp), fields.pickUp == from { fields.pickUp = to }
            return Override(of: override.of, change: .changed(fields))
        }
        return series
    }

    private func whole(_ entry: Entry) -> Entry {
        var entry = entry
        if parts.contains(.people) { entry.people = handed(entry.people) }
        if parts.contains(.dropOff), entry.dropOff == from { entry.dropOff = to }
        if parts.contains(.pickUp), entry.pickUp == from { entry.pickUp = to }
        return entry
    }

    /// In the other's place, once.
    private func handed(_ people: [ID<Person>]) -> [ID<Person>] {
        guard people.contains(from) else { return people }
        return people.contains(to) ? people.filter { $0 != from } : people.map { $0 == from ? to : $0 }
    }
}
