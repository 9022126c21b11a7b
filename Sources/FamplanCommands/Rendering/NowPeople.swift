internal import FamplanAPI

/// Who is where and does what: in columns where there is room for them, else one below the other.
struct NowPeople {
    let now: Moment
    /// Narrower than this, columns would be words of one letter.
    static let leastForColumns = 64
    /// From this on a bar shows how much of what is on is over.
    private static let leastForBars = 100

    func add(_ people: [Whereabouts], on page: inout Page) throws {
        guard page.look.width >= Self.leastForColumns else {
            for person in people { try addStacked(person, on: &page) }
            return
        }
        var table = Table(
            [Table.Column(least: 6), Table.Column(least: 12), Table.Column(), Table.Column(least: 20)],
            indent: 2
        )
        let cells = page.look.width >= Self.leastForBars ? page.look.width / 8 : 0
        for person in people {
            let name = Text(person.person.name, .bold)
            let bar = try self.bar(person, cells: cells)
            table.add([name, Text(place(of: person)), bar, try doing(person)])
            if let next = try self.next(person) { table.add([Text(), Text(), Text(), next]) }
        }
        page.add(table)
    }

    private func addStacked(_ person: Whereabouts, on page: inout Page) throws {
        page.add(Text(person.person.name, .bold) + Text("  \(place(of: person))"), indent: 0, hanging: 2)
        page.add(try doing(person), indent: 2, hanging: 2)
        if let next = try next(person) { page.add(next, indent: 2, hanging: 2) }
    }

    private func doing(_ person: Whereabouts) throws -> Text {
        var doing = Text()
        for item in person.items {
            if !doing.isEmpty { doing += Text(", ") }
            doing += Text(item.title, Style.of(kind: item.kind))
            doing += Text(item.allDay ? " all day" : " until \(try Moment(item.end).words(seenFrom: now))")
        }
        if doing.isEmpty { doing = Text("nothing planned", .dim) }
        if let attention = person.attention, attention != "free" { doing += Text(" (\(attention))", .dim) }
        return doing
    }

    private func next(_ person: Whereabouts) throws -> Text? {
        guard let next = person.next else { return nil }
        return Text("then \(try Moment(next.start).clock) ", .dim) + Text(next.title)
    }

    private func place(of person: Whereabouts) -> String {
        guard let place = person.place else { return person.items.isEmpty ? "–" : "away" }
        return place.lowercased() == "home" ? "at home" : "at \(place)"
    }

    /// `━━━━━┄┄┄`: of what began last.
    private func bar(_ person: Whereabouts, cells: Int) throws -> Text {
        guard cells > 0, let item = person.items.last(where: { !$0.allDay }) else { return Text() }
        let time = try Stretch(item.start, item.end)
        guard time.seconds > 0 else { return Text() }
        let over = min(max((now.instant - time.start.instant) * cells / time.seconds, 0), cells)
        return Text(String(repeating: "━", count: over), Style.of(kind: item.kind))
            + Text(String(repeating: "┄", count: cells - over), .dim)
    }
}

extension Moment {
    /// `14:15` today, else with the day.
    func words(seenFrom now: Moment) -> String { day == now.day ? clock : words }
}
