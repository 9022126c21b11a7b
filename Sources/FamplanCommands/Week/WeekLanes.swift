internal import FamplanAPI

/// Turns a week's items and covers into the lanes of one day.
struct WeekLanes {
    private let people: [PersonItem]
    private let names: Names
    private let initials: [String: String]
    private let items: [(item: AgendaItem, time: Stretch)]
    private let conflicts: [(conflict: ConflictItem, time: Stretch)]
    private let covers: [String: [(stretch: CoverageStretch, time: Stretch)]]

    init(_ week: Week) throws {
        people = week.people
        names = Names(week.people)
        initials = Self.initials(of: week.people)
        items = try week.items.map { ($0, try Stretch($0.start, $0.end)) }
        conflicts = try week.conflicts.map { ($0, try Stretch($0.start, $0.end)) }
        covers = try Dictionary(grouping: week.children, by: \.child).mapValues { children in
            try children.flatMap(\.stretches).map { ($0, try Stretch($0.start, $0.end)) }
        }
    }

    /// Parents, then children, then the carers who have something to do.
    func lanes(on day: Day, scale: DayScale) -> [Lane] {
        let byRole = { (role: String) in people.filter { $0.role == role } }
        let carers = byRole("carer").filter { !blocks(of: $0, on: day, without: []).isEmpty }
        return (byRole("parent") + carers).map { lane(of: $0, on: day, scale: scale) }
            + byRole("child").map { child in
                Lane(
                    name: child.name,
                    mark: mark(of: child, on: day),
                    first: cover(of: child, on: day),
                    packing: blocks(of: child, on: day, without: ["school", "care"]),
                    scale: scale
                )
            }
    }

    /// One adult's.
    func lane(of person: PersonItem, on day: Day, scale: DayScale) -> Lane {
        Lane(
            name: person.name,
            mark: mark(of: person, on: day),
            packing: blocks(of: person, on: day, without: []),
            scale: scale
        )
    }

    /// What has the whole day: `Autumn holidays (Noah)`.
    func wholeDays(on day: Day) -> [String] {
        items.filter { $0.item.allDay && $0.time.minutes(on: day) != nil }.map { item, _ in
            let who = names.people(of: item)
            return who.isEmpty ? item.title : "\(item.title) (\(who))"
        }
    }

    /// The worst that is wrong for somebody on a day.
    private func mark(of person: PersonItem, on day: Day) -> Text {
        let found = conflicts.filter { $0.conflict.people.contains(person.id) && $0.time.minutes(on: day) != nil }
        guard let worst = found.map({ Severity($0.conflict.severity) }).min() else { return Text() }
        return Text(worst.mark, worst.style)
    }

    private func blocks(of person: PersonItem, on day: Day, without kinds: Set<String>) -> [Block] {
        items.compactMap { item, time in
            guard item.people.contains(person.id), !kinds.contains(item.kind),
                // A whole day away keeps a person from everything else; other whole days stand above the lanes.
                !item.allDay || item.kind == "away",
                let minutes = time.minutes(on: day)
            else { return nil }
            let title = item.tentative ? "\(item.title)?" : item.title
            return Block(
                minutes: minutes,
                labels: [title],
                shape: Block.Shape(kind: item.kind),
                isDim: item.tentative || !item.busy
            )
        }
    }

    private func cover(of child: PersonItem, on day: Day) -> [Block] {
        (covers[child.id] ?? []).compactMap { stretch, time in
            guard let minutes = time.minutes(on: day), !minutes.isEmpty else { return nil }
            return block(stretch, minutes, child: child, at: time.start)
        }
    }

    private func block(_ stretch: CoverageStretch, _ minutes: Range<Int>, child: PersonItem, at start: Moment) -> Block?
    {
        let shape: Block.Shape
        switch stretch.by {
        case "none": return nil
        case "gap": return Block(minutes: minutes, labels: [" nobody "], shape: .gap, isCut: false)
        case "school": return Block(minutes: minutes, labels: [school(of: child, at: start)], shape: .school)
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

    /// What the child is at: the school's title, the camp's.
    private func school(of child: PersonItem, at start: Moment) -> String {
        let found = items.first { item, time in
            item.people.contains(child.id) && !item.allDay && item.kind != "care" && time.contains(start)
        }
        return found?.item.title ?? "school"
    }

    /// As few first letters as tell the names apart.
    private static func initials(of people: [PersonItem]) -> [String: String] {
        var initials: [String: String] = [:]
        for person in people {
            let others = people.filter { $0.id != person.id }.map(\.name)
            let lengths = 1...max(person.name.count, 1)
            let length = lengths.first { length in !others.contains { $0.hasPrefix(person.name.prefix(length)) } }
            initials[person.id] = String(person.name.prefix(length ?? person.name.count))
        }
        return initials
    }
}
