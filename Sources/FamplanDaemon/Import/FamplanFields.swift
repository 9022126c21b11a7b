import Household
import ICalendar

/// What famplan itself wrote of an entry into a calendar file: see ``FamplanName``.
struct FamplanFields {
    private var values: [FamplanName: [String]] = [:]

    /// Nil where the component is not from famplan.
    init?(_ content: EventContent) {
        let names = Dictionary(uniqueKeysWithValues: FamplanName.allCases.map { ($0.property, $0) })
        for line in content.extensions {
            guard let name = names[line.key], values[name] == nil else { continue }
            values[name] = line.value.isEmpty ? [] : TextValue.list(line.value)
        }
        guard values[.kind] != nil else { return nil }
    }

    /// The id that the entry had.
    var id: ID<Entry>? { one(.id).flatMap { ID($0) } }
    var timeZone: String? { one(.timeZone) }

    /// Lays what is said over an entry; what is not said has its default. What is not understood is left out.
    func lay(over entry: inout Entry) {
        entry.kind = one(.kind).flatMap(EntryKind.init) ?? entry.kind
        entry.people = ids(.people) ?? []
        entry.children = ids(.for) ?? []
        entry.stream = id(.stream)
        entry.place = id(.place)
        entry.attention = one(.attention).flatMap(Attention.init)
        entry.busy = one(.busy).flatMap(Bool.init)
        entry.resources = ids(.resources)
        entry.dropOff = id(.dropOff)
        entry.pickUp = id(.pickUp)
        entry.isPrivate = one(.private) == "true"
        entry.supervised = one(.supervised) == "true"
        entry.remind = one(.remind).flatMap { try? DurationValue($0) }.map { $0.days * 86_400 + $0.seconds }
        entry.movable = one(.movable).flatMap(Movable.init) ?? .fixed
        entry.url = one(.url) ?? entry.url
    }

    private func one(_ name: FamplanName) -> String? { values[name]?.first }
    private func id<Noun>(_ name: FamplanName) -> ID<Noun>? { one(name).flatMap { ID($0) } }

    private func ids<Noun>(_ name: FamplanName) -> [ID<Noun>]? {
        values[name].map { $0.compactMap { ID($0) } }
    }
}

extension EventContent {
    /// What another program made of it since counts: an entry that it shows as busy is.
    func settleBusy(of entry: inout Entry) {
        if entry.isBusy == (isTransparent || isCancelled) { entry.busy = !entry.isBusy }
    }
}
