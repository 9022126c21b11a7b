private import OrderedCollections

extension Household {
    /// The household as it is shown to a viewer: what every answer is made from.
    ///
    /// Not what is judged: that is the household itself.
    public func seen(by viewer: Viewer) -> Household {
        guard viewer != .administrator, !viewer.plans || entries.values.contains(where: \.isPrivate) else {
            return self
        }
        var seen = self
        for (id, entry) in entries where entry.isHidden(from: viewer) {
            seen.entries[id] = entry.seen(by: viewer, in: self)
        }
        guard !viewer.plans else { return seen }
        let people = peopleInSight(of: viewer)
        (seen.streams, seen.goals, seen.resources) = ([:], [:], [:])
        seen.entries = seen.entries.filter { id, _ in !(entries[id]?.everybody.isDisjoint(with: people) ?? true) }
        let named = Set(seen.entries.values.flatMap(\.places))
        seen.places = seen.places.filter { id, _ in named.contains(id) }
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
    /// Where it is, on whichever occurrence.
    fileprivate var places: [ID<Place>] {
        let moved = overrides.compactMap { override -> ID<Place>? in
            guard case .changed(let fields) = override.change else { return nil }
            return fields.place
        }
        return [place].compactMap(\.self) + moved
    }

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
}
