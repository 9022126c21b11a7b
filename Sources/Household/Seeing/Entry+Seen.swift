extension Entry {
    /// Those who are told all of it, though it is private: its people, on whichever occurrence.
    public var ownPeople: Set<ID<Person>> {
        let changed = overrides.compactMap { override -> [ID<Person>]? in
            guard case .changed(let fields) = override.change else { return nil }
            return fields.people
        }
        return Set(people).union(changed.joined())
    }

    /// Whether a viewer is told no more of it than that its people are busy.
    public func isHidden(from viewer: Viewer) -> Bool {
        guard isPrivate else { return false }
        switch viewer {
        case .administrator: return false
        case .parents(let people): return !people.isSubset(of: ownPeople)
        case .carer(let person), .child(let person): return !ownPeople.contains(person)
        }
    }

    /// The entry, or one of its occurrences, as a viewer is shown it: when it is, whose, how much it takes and whether it
    /// is at home are all that is left of what is hidden from them. Its id stays: it is a name that somebody chose for others.
    ///
    /// - Parameter whole: the entry, where this is one of its occurrences as an override has it.
    public func seen(by viewer: Viewer, of whole: Entry? = nil, in household: Household) -> Entry {
        var seen = self
        if !viewer.plans { seen.stream = nil }
        guard (whole ?? self).isHidden(from: viewer) else { return seen }
        seen.title = household.busyWords(people)
        (seen.note, seen.url, seen.uid, seen.stream, seen.feed) = (nil, nil, nil, nil, nil)
        (seen.attention, seen.busy) = (household.attention(of: self), isBusy)
        seen.kind = isAtHome ? .appointment : .away
        (seen.place, seen.resources, seen.dropOff, seen.pickUp, seen.remind) = (nil, [], nil, nil, nil)
        seen.overrides = overrides.map(\.withoutWords)
        return seen
    }

    private var isAtHome: Bool { place == Place.home.id || (place == nil && kind != .away) }
}

extension Override {
    /// With what it says of time and people alone.
    fileprivate var withoutWords: Override {
        guard case .changed(var fields) = change else { return self }
        (fields.title, fields.note, fields.place, fields.resources) = (nil, nil, nil, nil)
        (fields.dropOff, fields.pickUp, fields.without) = (nil, nil, nil)
        return Override(of: of, change: .changed(fields))
    }
}

extension Household {
    /// `Maya is busy`, `Maya and Kofi are busy`.
    func busyWords(_ busy: [ID<Person>]) -> String {
        let names = busy.map { people[$0]?.name ?? $0.rawValue }
        guard let last = names.last, names.count > 1 else { return "\(names.first ?? "Somebody") is busy" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last) are busy"
    }

    /// Whether a change is about something that is, or was, hidden from a viewer.
    public func isHidden(_ change: Change, from viewer: Viewer) -> Bool {
        [change.before, change.after, current(change.item)].contains { item in
            guard case .entry(let entry)? = item else { return false }
            return entry.isHidden(from: viewer)
        }
    }

    /// Whether anything is hidden from a viewer.
    public func hides(from viewer: Viewer) -> Bool { entries.values.contains { $0.isHidden(from: viewer) } }

    /// The household without what is hidden from a viewer: what they write down, and what a file of theirs is about.
    public func without(hiddenFrom viewer: Viewer) -> Household {
        var household = self
        household.entries.removeAll { $0.value.isHidden(from: viewer) }
        return household
    }
}
