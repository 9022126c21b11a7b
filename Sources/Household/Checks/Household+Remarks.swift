extension Household {
    /// What is not wrong but worth knowing, a sentence each.
    public func remarks() -> [String] {
        people.values.flatMap { remarks(on: $0) } + streams.values.flatMap { remarks(on: $0) }
            + remarks(on: Array(entries.values))
    }

    private func remarks(on person: Person) -> [String] {
        unheeded(of: person) + withoutCare(person)
    }

    private func withoutCare(_ person: Person) -> [String] {
        guard person.role == .child, person.care.isEmpty else { return [] }
        return ["\(person.name) has no care windows: no gap can be found for \(person.name) (add care)"]
    }

    /// What is said of somebody that only another can have.
    private func unheeded(of person: Person) -> [String] {
        let said: [(key: String, role: Role, isSaid: Bool)] = [
            ("care", .child, !person.care.isEmpty), ("aloneUpTo", .child, person.aloneUpTo != 0),
            ("work", .parent, person.work != WorkLimits()),
        ]
        return said.filter { $0.isSaid && $0.role != person.role }.map {
            "\(person.name) is a \(person.role.rawValue): \($0.key) counts for nothing there (it is a \($0.role.rawValue)'s)"
        }
    }

    /// Money that could be counted nowhere.
    private func remarks(on stream: Stream) -> [String] {
        guard stream.rates.contains(where: { $0.per == .project }), stream.billable, stream.budget.hours == nil,
            stream.deadlines.isEmpty
        else { return [] }
        return [
            "\(stream.name) (\(stream.id)) has a price for the whole, but nothing says when it is earned: "
                + "it counts nowhere (add budget: { hours: … } or a deadline)"
        ]
    }

    /// What is not wrong with entries, as they are or are to be, but worth knowing.
    public func remarks(on entries: [Entry]) -> [String] {
        let idle = idleDaysOff(in: entries)
        return entries.flatMap { entry in
            let ofKind =
                switch entry.kind {
                case .work: remarks(onWork: entry)
                case .away: remarks(onAway: entry)
                case .care, .school, .appointment, .family: [String]()
                }
            return ofKind + remarks(onRepetitionOf: entry, idle)
        }
    }

    private func remarks(onWork entry: Entry) -> [String] {
        guard let person = entry.people.first else {
            return ["“\(entry.title)” (\(entry.id)) names nobody: it counts as nobody's work (add people)"]
        }
        guard let stream = entry.stream.flatMap({ streams[$0] }), stream.owner != person else { return [] }
        let name = people[person]?.name ?? person.rawValue
        let owner = people[stream.owner]?.name ?? stream.owner.rawValue
        return [
            "“\(entry.title)” (\(entry.id)) is \(name)'s work on \(owner)'s stream \(stream.name): "
                + "it can't be logged, and counts for none of its deadlines"
        ]
    }

    /// A child that is away without an adult is a gap, unless somebody is said to look after it.
    private func remarks(onAway entry: Entry) -> [String] {
        let who = (entry.people + entry.children).compactMap { people[$0] }
        guard !entry.supervised, entry.isBusy, !who.isEmpty, !who.contains(where: \.isAdult) else { return [] }
        let names = who.map(\.name).joined(separator: " and ")
        return [
            "“\(entry.title)” (\(entry.id)) takes \(names) away without an adult: "
                + "it counts as uncovered (add supervised: true if somebody is there)"
        ]
    }
}
