internal import FamplanAPI

/// Turns a week's items and covers into the lanes of one day.
struct WeekLanes {
    private let people: [PersonItem]
    private let names: Names
    private let items: [(item: AgendaItem, time: Stretch)]
    private let conflicts: [(conflict: ConflictItem, time: Stretch)]
    private let covers: CoverBlocks

    init(_ week: Week) throws {
        people = week.people
        names = Names(week.people, besides: week.names ?? [:])
        items = try week.items.filter(\.takesPlace).map { ($0, try Stretch($0.start, $0.end)) }
        conflicts = try week.conflicts.map { ($0, try Stretch($0.start, $0.end)) }
        covers = try CoverBlocks(week.children, names: names, besides: week.people.map(\.id))
    }

    /// Parents, then children, then the carers who have something to do.
    func lanes(on day: Day, scale: DayScale) -> [Lane] {
        let byRole = { (role: String) in people.filter { $0.role == role } }
        // Who was asked for alone is drawn whatever they have to do.
        let carers = byRole("carer").filter { people.count == 1 || !blocks(of: $0, on: day, without: []).isEmpty }
        return (byRole("parent") + carers).map { lane(of: $0, on: day, scale: scale) }
            + byRole("child").map { child in
                Lane(
                    name: child.name,
                    mark: mark(of: child, on: day),
                    first: covers.blocks(of: child.id, on: day) { school(of: child, at: $0) },
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

    /// What the child is at: the school's title, the camp's.
    private func school(of child: PersonItem, at start: Moment) -> String? {
        let found = items.first { item, time in
            item.people.contains(child.id) && !item.allDay && item.kind != "care" && time.contains(start)
        }
        return found?.item.title
    }
}

extension AgendaItem {
    /// Neither closed nor replaced by something else.
    var takesPlace: Bool { closed == nil && replaced == nil }
}
