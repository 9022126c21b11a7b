package import FamplanAPI

/// What is on, day by day; what lasts several days stands in each of them.
package struct AgendaRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Agenda>, on page: inout Page) throws {
        let now = try Moment(document.now)
        let days = try AgendaDays(document.body)
        guard !days.isEmpty else {
            page.add(Text("Nothing is planned \(try rangeWords(document.body.from, document.body.to))."))
            let day = try Moment(document.body.from).day.iso
            page.addGap()
            return page.addHint(
                "Put something in",
                "famplan add 'Dentist \(day) 15:00 @PERSON'"
            )
        }
        let rows = AgendaRows(names: Names(document.body.names), places: Names(document.body.places), now: now)
        let tables = days.all.map { (day: $0.day, table: rows.table($0.items, on: $0.day)) }
        let widths = Self.widths(tables.map(\.table), in: page.look.width)
        for (day, table) in tables {
            page.addGap()
            page.add(dayHeading(day, now: now))
            for line in table.lines(widths: widths) { page.add(line) }
        }
    }

    /// The days' tables have their columns in common.
    private static func widths(_ tables: [Table], in width: Int) -> [Int] {
        tables.reduce(into: Table(AgendaRows.columns)) { $0.add(rowsOf: $1) }
            .widths(in: width)
    }
}

/// The items of a range by the days of the range that they touch.
struct AgendaDays {
    private(set) var all: [(day: Day, items: [(item: AgendaItem, time: Stretch)])] = []

    init(_ agenda: Agenda) throws {
        let items = try agenda.items.map { (item: $0, time: try Stretch($0.start, $0.end)) }
        let range = try Stretch(agenda.from, agenda.to)
        var byDay: [Day: [(item: AgendaItem, time: Stretch)]] = [:]
        for entry in items {
            let first = max(entry.time.start.day, range.start.day)
            let last = min(entry.time.lastDay, max(range.lastDay, first))
            var day = first
            while day <= last {
                byDay[day, default: []].append(entry)
                day = day.adding(1)
            }
        }
        all = byDay.sorted { $0.key < $1.key }.map { (day: $0.key, items: Self.ordered($0.value)) }
    }

    var isEmpty: Bool { all.isEmpty }

    /// Whole days first, then as they came: in order of start.
    private static func ordered(
        _ items: [(item: AgendaItem, time: Stretch)]
    ) -> [(item: AgendaItem, time: Stretch)] {
        items.filter(\.item.allDay) + items.filter { !$0.item.allDay }
    }
}

/// How one item is put into a row: when, what and where, who, and what commands call it.
struct AgendaRows {
    static let columns = [
        Table.Column(), Table.Column(least: 14, weight: 2), Table.Column(least: 8), Table.Column(least: 18, weight: 3),
    ]

    let names: Names
    let places: Names
    let now: Moment

    func table(_ items: [(item: AgendaItem, time: Stretch)], on day: Day) -> Table {
        var table = Table(Self.columns)
        for (item, time) in items { table.add(row(item, time, on: day)) }
        return table
    }

    /// In columns, or where there is no room for them in two lines each.
    func add(_ items: [(item: AgendaItem, time: Stretch)], on day: Day, page: inout Page) {
        guard page.look.width < Self.leastForColumns else { return page.add(table(items, on: day)) }
        for (item, time) in items {
            let cells = row(item, time, on: day)
            page.add(cells[0] + Text("  ") + cells[1], indent: 0, hanging: 4)
            let facts = [cells[2], cells[3]].filter { !$0.isEmpty }
            page.add(facts.joined(Text(" · ", .dim)), indent: 2, hanging: 2)
        }
    }

    private static let leastForColumns = 60

    private func row(_ item: AgendaItem, _ time: Stretch, on day: Day) -> [Text] {
        let isOn = day == now.day && time.contains(now) && !item.allDay
        let when = item.allDay ? "all day" : time.words(on: day)
        return [
            Text((isOn ? "▸ " : "  ") + when, isOn ? [.bold, .cyan] : []),
            title(item, isOn: isOn),
            Text(names.people(of: item)),
            Text(item.kind, Style.of(kind: item.kind)) + Text(" \(item.entry)", .dim),
        ]
    }

    private func title(_ item: AgendaItem, isOn: Bool) -> Text {
        var title = Text(item.title, isOn ? .bold : [])
        if let closed = item.closed { return Text(item.title, .dim) + Text(" closed: \(closed)", .yellow) }
        if let replaced = item.replaced { return Text(item.title, .dim) + Text(" replaced: \(replaced)", .yellow) }
        if let place = item.place, place != "home", places[place] != item.title {
            title += Text(" at \(places[place])", .dim)
        }
        if item.tentative { title += Text(" (tentative)", .yellow) }
        if item.private ?? false { title += Text(" (private)", .dim) }
        if !item.busy, !item.allDay { title += Text(" (not busy)", .dim) }
        return title
    }
}
