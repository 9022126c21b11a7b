import Household

/// The names that a phrase can hold.
struct HouseholdNames {
    let household: Household

    init(_ household: Household) {
        self.household = household
    }

    /// By id or name, or the first letters of one only.
    func person(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Person> {
        try find(text, household.personNames, mark: "@", range)
    }

    func child(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Person> {
        if let adult = household.personNames.exact(text).flatMap({ household.people[$0] }), adult.isAdult {
            throw PhraseError("\(adult.name) is no child (+ is for who is cared for, @ for who is there)", at: range)
        }
        return try find(text, household.childNames, mark: "+", range)
    }

    func stream(_ text: String, _ range: Range<Int>) throws(PhraseError) -> ID<Stream> {
        try find(text, household.streamNames, mark: "#", range)
    }

    /// Whether it is the id or the name of somebody or of a stream.
    func knows(_ text: String) -> Bool {
        household.personNames.exact(text) != nil || household.streamNames.exact(text) != nil
    }

    /// Whether it is the whole id or name of what the mark is for.
    func knows(_ text: String, after mark: Character) -> Bool {
        mark == "#" ? hasStream(text) : household.personNames.exact(text) != nil
    }

    func hasStream(_ text: String) -> Bool { household.streamNames.exact(text) != nil }

    func attention(_ text: String, _ range: Range<Int>) throws(PhraseError) -> Attention {
        if let attention = Attention(rawValue: text) { return attention }
        let names = Attention.allCases.map(\.rawValue)
        throw PhraseError(Spelling.unknown("attention", text, among: names), at: range)
    }

    private func find<Thing>(
        _ text: String,
        _ names: KnownNames<Thing>,
        mark: String,
        _ range: Range<Int>
    ) throws(PhraseError) -> ID<Thing> {
        switch names.meaning(of: text) {
        case .one(let id): return id
        case .several(let known):
            throw PhraseError(
                "“\(text)” can be more than one \(names.noun)",
                at: range,
                readings: known.map { "\(mark)\($0.id) for \($0.name)" }
            )
        case .none: throw PhraseError(names.unknown(text), at: range)
        }
    }

    // MARK: Places

    /// The place whose name or id the first words are, the longest of them.
    func place(_ words: Words) -> Found<ID<Place>>? {
        let places = household.placeNames
        return (1...Words.longestName).reversed().lazy.compactMap { count in
            words.name(of: count).flatMap(places.exact).map { Found($0, count) }
        }.first
    }

    /// A place that somebody may have meant; short words are rather what they are.
    func nearestPlace(to text: String) -> String? {
        guard text.count > 3 else { return nil }
        return Spelling.nearest(to: text, among: household.places.keys.map(\.rawValue) + ["home"])
    }
}
