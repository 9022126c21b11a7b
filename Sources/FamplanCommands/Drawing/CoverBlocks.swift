internal import FamplanAPI

/// Turns who has the children into bars of one day.
struct CoverBlocks {
    private let covers: [String: [(stretch: CoverageStretch, time: Stretch)]]
    private let names: Names
    private let initials: [String: String]

    /// - Parameter people: ids of others whose names the bars stand beside.
    init(_ children: [ChildCoverage], names: Names, besides people: [String] = []) throws {
        self.names = names
        covers = try Dictionary(grouping: children, by: \.child).mapValues { children in
            try children.flatMap(\.stretches).map { ($0, try Stretch($0.start, $0.end)) }
        }
        let carers = children.flatMap(\.stretches).flatMap(\.carers)
        initials = Self.initials(of: Set(people + carers + children.map(\.child)), names)
    }

    /// - Parameter school: what the child is at from a moment on, where that is known.
    func blocks(of child: String, on day: Day, school: (Moment) -> String? = { _ in nil }) -> [Block] {
        (covers[child] ?? []).compactMap { stretch, time in
            guard let minutes = time.minutes(on: day), !minutes.isEmpty else { return nil }
            return block(stretch, minutes, school: school(time.start) ?? "school")
        }
    }

    func hasGap(_ child: String, on day: Day) -> Bool {
        (covers[child] ?? []).contains { $0.stretch.by == "gap" && $0.time.minutes(on: day) != nil }
    }

    private func block(_ stretch: CoverageStretch, _ minutes: Range<Int>, school: String) -> Block? {
        let shape: Block.Shape
        switch stretch.by {
        case "none": return nil
        case "gap": return Block(minutes: minutes, labels: [" nobody "], shape: .gap, isCut: false)
        case "school": return Block(minutes: minutes, labels: [school], shape: .school)
        case "way": shape = .way
        case "together": shape = .together
        case "care": shape = .care
        default: shape = .available
        }
        var who = [stretch.carers.map { names[$0] }.joined(separator: "+")]
        let isAlone = stretch.carers.count == 1
        // Half of “Maya+Kofi” would say something else.
        if !isAlone { who.append(stretch.carers.map { initials[$0] ?? $0 }.joined(separator: "+")) }
        return Block(minutes: minutes, labels: who, shape: shape, isCut: isAlone)
    }

    /// As few first letters as tell the names apart.
    private static func initials(of people: Set<String>, _ names: Names) -> [String: String] {
        var initials: [String: String] = [:]
        for person in people {
            let name = names[person]
            let others = people.filter { $0 != person }.map { names[$0] }
            let lengths = 1...max(name.count, 1)
            let length = lengths.first { length in !others.contains { $0.hasPrefix(name.prefix(length)) } }
            initials[person] = String(name.prefix(length ?? name.count))
        }
        return initials
    }
}
