public import Household

/// Makes an entry of what somebody typed: `Northwind call tue 14:00-15:30 @maya #northwind ~call at office-park`.
///
/// `@` is a person, `+` a child cared for, `#` a stream, `~` an attention, `at` a place, `every …` a repetition; a day, a time of
/// day and a length are found where they stand. What is left is the title; what stands in quotation marks is title whatever
/// it says. docs/quick-add.md has the whole of it.
public struct QuickAdd: Sendable {
    /// What was made of it.
    public struct Understood: Hashable, Sendable {
        /// The fields of the household file, `kind` among them.
        public var fields: [String: [String]]
        /// What had to be supposed, and what is odd: a sentence each.
        public var remarks: [String]
    }

    /// What is said where a phrase has a beginning and no end.
    public static let supposedLength = "No end was said: it lasts an hour."

    let household: Household
    let present: Present
    /// Whose it is where nobody is named.
    let writer: ID<Person>?

    public init(household: Household, present: Present, writer: ID<Person>?) {
        self.household = household
        self.present = present
        self.writer = writer
    }

    /// - Parameters:
    ///   - kind: What it is, where that is known; else it is told by what the phrase says.
    ///   - needsTime: Whether a phrase that says no day and no time is a mistake.
    ///   - peopleAreGiven: Whether it is said besides the phrase whose it is.
    /// - Throws: What can't be understood, can be two things, or is missing.
    public func read(
        _ text: String,
        kind: EntryKind? = nil,
        needsTime: Bool = true,
        peopleAreGiven: Bool = false
    ) throws(PhraseError) -> Understood {
        let words = try Words(splitting: text)
        var reader = PhraseReader(household, present)
        try reader.read(words)
        let parts = reader.parts
        var understood = Understood(fields: [:], remarks: [])
        if needsTime || parts.saysWhen {
            let time = try PhraseTime(parts, household: household, present: present, end: text.count)
            understood.fields = time.fields
            understood.remarks = time.remarks
        }
        var (kind, title) = self.kind(of: parts, given: kind)
        if title.isEmpty { title = defaultTitle(kind, parts) }
        guard !title.isEmpty else {
            throw PhraseError("it has no title (say what it is: “Dentist tue 15:00”)", at: text.count..<text.count)
        }
        understood.fields["kind"] = [kind.rawValue]
        understood.fields["title"] = [title]
        addPeople(parts, kind, &understood)
        understood.fields["stream"] = parts.stream.map { [$0.rawValue] }
        understood.fields["attention"] = parts.attention.map { [$0.rawValue] }
        understood.fields["place"] = parts.place.map { [$0.rawValue] }
        if !peopleAreGiven { remarkOnPeople(parts, kind, &understood) }
        for place in parts.unknownPlaces {
            understood.remarks.append(
                "“\(place)” is no place of the household: it stays in the title, and no way there is reckoned with."
            )
        }
        return understood
    }

    /// Names in the title name nobody, and what nobody is named for is in no conflict.
    private func remarkOnPeople(_ parts: PhraseParts, _ kind: EntryKind, _ understood: inout Understood) {
        let named = (understood.fields["people"] ?? []) + (understood.fields["for"] ?? [])
        let title = Set(parts.title.filter { !$0.isQuoted }.map(\.plain))
        let others = household.people.values.filter {
            title.contains($0.name.lowercased()) && !named.contains($0.id.rawValue)
        }
        for person in others {
            understood.remarks.append(
                "“\(person.name)” is in the title alone: @\(person.id) makes it \(person.name)’s."
            )
        }
        if named.isEmpty, others.isEmpty, kind == .appointment || kind == .away,
            let someone = household.people.values.first
        {
            understood.remarks.append("Nobody is named: it is in no conflict (@\(someone.id) says whose it is).")
        }
    }

    private func addPeople(_ parts: PhraseParts, _ kind: EntryKind, _ understood: inout Understood) {
        var people = parts.people
        if people.isEmpty {
            switch kind {
            case .family: people = household.people.values.filter { $0.role != .carer }.map(\.id)
            case .school:
                let children = household.people.values.filter { !$0.isAdult }
                if children.count == 1 { people = children.map(\.id) }
            case .work: people = []
            case .care, .appointment, .away: people = writer.map { [$0] } ?? []
            }
        }
        if !people.isEmpty { understood.fields["people"] = people.map(\.rawValue) }
        if !parts.children.isEmpty { understood.fields["for"] = parts.children.map(\.rawValue) }
    }
}
