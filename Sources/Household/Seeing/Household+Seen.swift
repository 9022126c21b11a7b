private import OrderedCollections

extension Household {
    /// The household as it is shown to a viewer: what every answer is made from.
    ///
    /// Not what is judged: that is the household itself.
    public func seen(by viewer: Viewer) -> Household {
        guard !viewer.plans else { return self }
        let people = peopleInSight(of: viewer)
        var seen = self
        (seen.streams, seen.goals, seen.resources) = ([:], [:], [:])
        seen.entries = entries.filter { _, entry in !entry.everybody.isDisjoint(with: people) }
            .mapValues(\.asOthersSee)
        return seen
    }

    /// The children that a carer is named together with, now and then.
    public func children(of carer: ID<Person>) -> Set<ID<Person>> {
        let everybody = entries.values.map(\.everybody).filter { $0.contains(carer) }
        return Set(everybody.joined()).filter { people[$0]?.role == .child }
    }

    /// The people whose entries can be shown to a viewer who does not plan.
    private func peopleInSight(of viewer: Viewer) -> Set<ID<Person>> {
        switch viewer {
        case .administrator, .parents: Set(people.keys)
        case .carer(let carer): children(of: carer).union([carer])
        case .child(let child): [child]
        }
    }
}

extension Entry {
    /// Everybody whom the entry names, on whichever occurrence: in it, cared for, bringing or fetching.
    public var everybody: Set<ID<Person>> {
        var named = Set(people + children + [dropOff, pickUp].compactMap(\.self))
        for override in overrides {
            guard case .changed(let fields) = override.change else { continue }
            named.formUnion((fields.people ?? []) + (fields.children ?? []))
            named.formUnion([fields.dropOff, fields.pickUp].compactMap(\.self))
        }
        return named
    }

    /// Without what only those who plan are shown.
    public var asOthersSee: Entry {
        var entry = self
        entry.stream = nil
        return entry
    }
}
