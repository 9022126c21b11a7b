public import Household

/// What one change of the history did to one entry.
public struct EntryChange: Sendable {
    /// The change's number in the history.
    public let id: Int
    /// Who made it: a person's id, or `admin`.
    public let actor: String
    /// The two who agreed to it, of a swap: both know of it.
    public let agreed: Set<ID<Person>>
    /// What the history says of it.
    public let summary: String
    /// Nil: it was added.
    public let before: Entry?
    /// Nil: it was removed.
    public let after: Entry?

    public init(
        id: Int,
        actor: String,
        agreed: Set<ID<Person>> = [],
        summary: String,
        before: Entry?,
        after: Entry?
    ) {
        self.id = id
        self.actor = actor
        self.agreed = agreed
        self.summary = summary
        self.before = before
        self.after = after
    }
}

/// What several changes came to, for one entry.
struct NetChange {
    let before: Entry?
    let after: Entry?
    /// The last of the changes.
    let last: EntryChange

    /// Entries of one kind and name belong together: one that was removed and added again, or a series that was split.
    var group: Group {
        let entry = before ?? after
        return Group(kind: entry?.kind, title: entry?.title ?? "")
    }

    /// As a person is shown it: what is, or has become, private to others says no more than that they are busy.
    func seen(by viewer: Viewer, in household: Household) -> NetChange {
        var before = before
        if let after, after.isHidden(from: viewer) { before?.isPrivate = true }
        return NetChange(
            before: before?.seen(by: viewer, in: household),
            after: after?.seen(by: viewer, in: household),
            last: last
        )
    }

    struct Group: Hashable {
        let kind: EntryKind?
        let title: String
    }

    /// What others did, in order of the history. Whoever changes an entry sees it as it is: what others did before is
    /// theirs to know. So does whoever agreed to it.
    static func all(_ changes: [EntryChange], butBy actor: String) -> [NetChange] {
        var found: [ID<Entry>: NetChange] = [:]
        for change in changes {
            guard let id = (change.after ?? change.before)?.id else { continue }
            guard change.actor != actor, !change.agreed.contains(where: { $0.rawValue == actor }) else {
                found[id] = nil
                continue
            }
            let before = found[id].map(\.before) ?? change.before
            found[id] = NetChange(before: before, after: change.after, last: change)
        }
        return found.sorted { $0.key < $1.key }.map(\.value).filter { $0.before != $0.after }
    }
}
