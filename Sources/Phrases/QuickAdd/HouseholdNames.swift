import Household

/// The names that a phrase can hold.
struct HouseholdNames {
    let household: Household

    init(_ household: Household) {
        self.household = household
    }

    /// By id or name, or the first letters of one only.
    func person(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Person> {
        try find(text, "person", household.people.values.map { ($0.id, $0.name) }, mark: "@", range)
    }

    func child(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Person> {
        let children = household.people.values.filter { !$0.isAdult }
        let adults = household.people.values.filter(\.isAdult)
        if let adult = adults.first(where: { $0.id.rawValue == text || $0.name.lowercased() == text }) {
            throw PhraseError("\(adult.name) is no child (+ is for who is cared for, @ for who is there)", at: range)
        }
        return try find(text, "child", children.map { ($0.id, $0.name) }, mark: "+", range)
    }

    func stream(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Stream> {
        try find(text, "stream", household.streams.values.map { ($0.id, $0.name) }, mark: "#", range)
    }

    /// Whether it is the id or the name of somebody or of a stream.
    func knows(_ text: String) -> Bool {
        household.people.values.contains { $0.id.rawValue == text || $0.name.lowercased() == text } || hasStream(text)
    }

    func hasStream(_ text: String) -> Bool { ID<Stream>(text).map { household.streams[$0] != nil } ?? false }

    func attention(_ text: String, _ range: Range<Int>) throws(PhraseError) -> Attention {
        if let attention = Attention(rawValue: text) { return attention }
        let names = Attention.allCases.map(\.rawValue)
        throw PhraseError(Spelling.unknown("attention", text, among: names), at: range)
    }

    private func find<Thing>(
        _ text: String,
        _ noun: String,
        _ things: [(id: ID<Thing>, name: String)],
        mark: String,
        _ range: Range<Int>
    ) throws(PhraseError) -> ID<Thing> {
        if let exact = things.first(where: { $0.id.rawValue == text || $0.name.lowercased() == text }) {
            return exact.id
        }
        let begun = things.filter { $0.id.rawValue.hasPrefix(text) || $0.name.lowercased().hasPrefix(text) }
        if begun.count == 1 { return begun[0].id }
        guard begun.isEmpty else {
            throw PhraseError(
                "“\(text)” can be more than one \(noun)",
                at: range,
                readings: begun.map { "\(mark)\($0.id) for \($0.name)" }
            )
        }
        throw PhraseError(Spelling.unknown(noun, text, among: things.map(\.id.rawValue)), at: range)
    }

    // MARK: Places

    /// The place whose name or id the first words are, the longest of them.
    func place(_ words: Words) -> Found<ID<Place>>? {
        let places = [.home] + household.places.values
        for count in (1...4).reversed() where words.count >= count {
            let name = (0..<count).map { words.plain($0) }.joined(separator: " ")
            if let place = places.first(where: { $0.id.rawValue == name || $0.name.lowercased() == name }) {
                return Found(place.id, count)
            }
        }
        return nil
    }

    /// A place that somebody may have meant; short words are rather what they are.
    func nearestPlace(to text: String) -> String? {
        guard text.count > 3 else { return nil }
        return Spelling.nearest(to: text, among: household.places.keys.map(\.rawValue) + ["home"])
    }
}
