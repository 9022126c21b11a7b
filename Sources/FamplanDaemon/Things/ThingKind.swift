import FamplanAPI
import Household
import Phrases

/// A kind of thing that is added, changed and taken out one by one, by commands of its own: here is what differs from kind to
/// kind, in `Planner+Things` and ``ThingController`` what is the same for all.
protocol ThingKind<Thing>: Sendable {
    associatedtype Thing: Hashable & Sendable
    associatedtype Wanted: NamesThing
    associatedtype Removal: NamesThing
    associatedtype Report: Codable & Sendable

    var noun: Item.Noun { get }
    /// Whether some are no more, and are shown only where all are asked for.
    var hasPast: Bool { get }
    /// One that always exists, as it is.
    var fixed: Thing? { get }

    func things(of household: Household) -> OrderedDictionary<ID<Thing>, Thing>
    func item(_ thing: Thing) -> Item
    /// What they are called by besides their ids; nil: by nothing.
    func names(of household: Household) -> KnownNames<Thing>?
    /// Whether it is no more on the day of the snapshot.
    func isPast(_ thing: Thing, in snapshot: Snapshot) -> Bool
    func report(_ things: [Thing], in snapshot: Snapshot) -> Report

    /// `stream “Fjord”`, `parent “Maya”`.
    func words(_ thing: Thing) -> String
    /// With its id: `stream “Fjord” (fjord)`.
    func fullWords(_ thing: Thing) -> String
    /// What would help where something still names it; nil: to change that first.
    func wayOut(_ thing: Thing) -> String?

    /// The thing as the request wants it, over the one that is there.
    func made(
        _ id: ID<Thing>,
        _ wanted: Wanted,
        over base: Thing?,
        in household: Household,
        at present: Present
    ) throws -> Thing
    /// What changes together with it.
    func further(_ id: ID<Thing>, _ wanted: Wanted, in household: Household) throws -> [Change]
    /// What goes together with it.
    func belongings(_ thing: Thing, in household: Household) -> [Item]
    /// What is not wrong, but would not do what somebody thinks.
    func warnings(_ thing: Thing, over base: Thing?) -> [String]
}

extension ThingKind {
    var hasPast: Bool { false }
    var fixed: Thing? { nil }
    func names(of household: Household) -> KnownNames<Thing>? { nil }
    func isPast(_ thing: Thing, in snapshot: Snapshot) -> Bool { false }
    func fullWords(_ thing: Thing) -> String { "\(words(thing)) (\(item(thing).id))" }
    func wayOut(_ thing: Thing) -> String? { nil }
    func further(_ id: ID<Thing>, _ wanted: Wanted, in household: Household) throws -> [Change] { [] }
    func belongings(_ thing: Thing, in household: Household) -> [Item] { [] }
    func warnings(_ thing: Thing, over base: Thing?) -> [String] { [] }

    /// What there is of the kind, or the one of that id or name, whatever it is.
    func report(_ id: String?, all: Bool = false, in snapshot: Snapshot) throws -> Report {
        let known = (fixed.map { [$0] } ?? []) + things(of: snapshot.household).values
        guard let id else { return report(known.filter { all || !isPast($0, in: snapshot) }, in: snapshot) }
        let named = names(of: snapshot.household)?.exact(id)?.rawValue ?? id
        if let thing = known.first(where: { item($0).id == named }) { return report([thing], in: snapshot) }
        throw unknown(id, among: known.map { item($0).id })
    }

    func unknown(_ id: String, among known: [String]) -> ErrorBody {
        ErrorBody(.notFound, Spelling.unknown(noun.rawValue, id, among: known))
    }

    /// What names a thing, of all that there is in a household.
    func users(of thing: Thing, in household: Household) -> [Item] {
        let own = Set(belongings(thing, in: household).map(ThingName.init))
        return household.items(naming: item(thing)).filter { !own.contains(ThingName($0)) }
    }
}

extension ThingName {
    init(_ item: Item) { self.init(noun: item.noun.rawValue, id: item.id) }
}
