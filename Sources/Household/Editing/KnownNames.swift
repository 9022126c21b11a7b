/// The ids and names that things have, and what somebody means who types one of them.
public struct KnownNames<Thing>: Sendable {
    /// What the thing is called where none of that name is found: `person`.
    public let noun: String
    /// In the household's order.
    public let all: [Known]

    public struct Known: Sendable {
        public let id: ID<Thing>
        public let name: String
        fileprivate let words: [String]

        fileprivate init(_ id: ID<Thing>, _ name: String) {
            (self.id, self.name) = (id, name)
            words = [id.rawValue, name].map(plainWords)
        }
    }

    public enum Meaning: Sendable {
        case one(ID<Thing>)
        /// The beginning of more names than one.
        case several([Known])
        case none
    }

    fileprivate init(_ noun: String, _ things: some Sequence<(id: ID<Thing>, name: String)>) {
        self.noun = noun
        all = things.map { Known($0.id, $0.name) }
    }

    /// The one whose id or whole name it is, in capitals or not, with spaces or dashes. An id goes before a name.
    public func exact(_ text: String) -> ID<Thing>? {
        if let thing = all.first(where: { $0.id.rawValue == text }) { return thing.id }
        let words = plainWords(text)
        return words.isEmpty ? nil : all.first { $0.words.contains(words) }?.id
    }

    /// The one whose id or name it is, or the only one whose id or name begins so.
    public func meaning(of text: String) -> Meaning {
        if let id = exact(text) { return .one(id) }
        let words = plainWords(text)
        let begun = words.isEmpty ? [] : all.filter { $0.words.contains { $0.hasPrefix(words) } }
        if begun.count == 1 { return .one(begun[0].id) }
        return begun.isEmpty ? .none : .several(begun)
    }

    /// Why there is none: `unknown person “noha” (did you mean “noah”?)`.
    public func unknown(_ text: String) -> String {
        let ids = all.map(\.id.rawValue)
        if Spelling.nearest(to: text, among: ids) == nil,
            let name = Spelling.nearest(to: text, among: all.map(\.name)),
            let near = all.first(where: { $0.name == name })
        {
            return "unknown \(noun) “\(text)” (did you mean “\(near.id)”?)"
        }
        return Spelling.unknown(noun, text, among: ids)
    }
}

extension Household {
    public var personNames: KnownNames<Person> { KnownNames("person", people.values.map { ($0.id, $0.name) }) }

    public var childNames: KnownNames<Person> {
        KnownNames("child", people.values.filter { $0.role == .child }.map { ($0.id, $0.name) })
    }

    public var streamNames: KnownNames<Stream> { KnownNames("stream", streams.values.map { ($0.id, $0.name) }) }

    /// With the home.
    public var placeNames: KnownNames<Place> {
        KnownNames("place", ([.home] + places.values).map { ($0.id, $0.name) })
    }

    public var resourceNames: KnownNames<Resource> {
        KnownNames("resource", resources.values.map { ($0.id, $0.name) })
    }

    /// Fields as a command gives them, with ids where people, streams, places and resources are named. A name that nobody
    /// knows stays as it is, for whoever reads the fields to complain of.
    public func withIDs(in fields: [String: [String]]) -> [String: [String]] {
        fields.reduce(into: [:]) { result, field in
            result[field.key] = field.value.map { id(of: $0, in: field.key) ?? $0 }
        }
    }

    private func id(of text: String, in key: String) -> String? {
        switch key {
        case "people", "for", "dropOff", "pickUp", "owner", "person", "child":
            if case .one(let id) = personNames.meaning(of: text) { id.rawValue } else { nil }
        case "stream":
            if case .one(let id) = streamNames.meaning(of: text) { id.rawValue } else { nil }
        // The first letters of a place are rather another place.
        case "place": placeNames.exact(text)?.rawValue
        case "resources": resourceNames.exact(text)?.rawValue
        default: nil
        }
    }
}

/// In small letters, with one space between words: `own-shop` and `Own  shop` are the same.
private func plainWords(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "-" }.joined(separator: " ")
}
