import FamplanAPI
import Household

/// Adding, changing and taking out one thing of the household, of whichever kind.
extension Planner {
    func add<Kind: ThingKind>(_ kind: Kind, _ wanted: Kind.Wanted, by actor: Actor) throws -> ChangeAnswer {
        guard let id = ID<Kind.Thing>(wanted.id) else {
            throw ErrorBody(
                .invalid,
                "“\(wanted.id)” is not an id: lower-case letters, digits, “-” and “.”, at most 64"
            )
        }
        let noun = kind.noun.rawValue
        guard kind.things(of: household)[id] == nil else {
            throw ErrorBody(.clash, "there is a \(noun) “\(id)” already: `famplan \(noun) edit \(id)` changes it")
        }
        let thing = try kind.made(id, wanted, over: nil, in: household, at: present)
        let changes = [Change(adding: kind.item(thing))] + (try kind.further(id, wanted, in: household))
        var draft = Draft(changes, summary: "add \(kind.words(thing))")
        draft.warnings = kind.warnings(thing, over: nil)
        return try make(draft, by: actor, options: wanted.options)
    }

    func edit<Kind: ThingKind>(_ kind: Kind, _ wanted: Kind.Wanted, by actor: Actor) throws -> ChangeAnswer {
        let (id, base) = try thing(kind, wanted.id)
        let thing = try kind.made(id, wanted, over: base, in: household, at: present)
        let own = thing == base ? [] : [Change(from: kind.item(base), to: kind.item(thing))]
        let changes = own + (try kind.further(id, wanted, in: household))
        var draft = Draft(changes, summary: "edit \(kind.fullWords(base))")
        draft.warnings = kind.warnings(thing, over: base)
        return try make(draft, by: actor, options: wanted.options)
    }

    /// Refused where something else names it.
    func remove<Kind: ThingKind>(_ kind: Kind, _ removal: Kind.Removal, by actor: Actor) throws -> ChangeAnswer {
        let (_, thing) = try thing(kind, removal.id)
        let users = kind.users(of: thing, in: household)
        guard users.isEmpty else { throw stillUsed(kind, thing, by: users, for: actor) }
        let items = kind.belongings(thing, in: household) + [kind.item(thing)]
        let draft = Draft(items.map(Change.init(removing:)), summary: "remove \(kind.fullWords(thing))")
        return try make(draft, by: actor, options: removal.options)
    }

    private func thing<Kind: ThingKind>(_ kind: Kind, _ text: String) throws -> (ID<Kind.Thing>, Kind.Thing) {
        let things = kind.things(of: household)
        // The first letters are not enough for what may be taken out.
        if let id = kind.names(of: household)?.exact(text) ?? ID<Kind.Thing>(text), let thing = things[id] {
            return (id, thing)
        }
        if let fixed = kind.fixed, kind.item(fixed).id == text {
            throw ErrorBody(.invalid, "cannot change \(kind.fullWords(fixed)): it always exists, as it is")
        }
        throw kind.unknown(text, among: things.keys.map(\.rawValue))
    }

    /// The most that are named one by one.
    private static let mostUsers = 5

    private func stillUsed<Kind: ThingKind>(
        _ kind: Kind,
        _ thing: Kind.Thing,
        by users: [Item],
        for actor: Actor
    ) -> ErrorBody {
        var names: [String] = []
        for user in users.map({ words($0, for: actor) }) where !names.contains(user) { names.append(user) }
        let more = names.count - Self.mostUsers
        let shown = names.prefix(Self.mostUsers) + (more > 0 ? ["\(more) more"] : [])
        let list = ([shown.dropLast().joined(separator: ", "), shown.last ?? ""]).filter { !$0.isEmpty }
        return ErrorBody(
            .clash,
            "cannot remove \(kind.fullWords(thing)): it is named by \(list.joined(separator: " and ")) "
                + "(\(kind.wayOut(thing) ?? "change or remove that first"))",
            details: names.count > Self.mostUsers ? names : []
        )
    }

    /// `entry noah-school`; of what is private to others only whose it is.
    private func words(_ item: Item, for actor: Actor) -> String {
        guard case .entry(let entry) = item, entry.isHidden(from: actor.viewer(in: household)) else {
            return "\(item.noun.rawValue) \(item.id)"
        }
        let names = entry.people.map { household.people[$0]?.name ?? $0.rawValue }
        return "something private of \(names.joined(separator: " and "))"
    }
}
