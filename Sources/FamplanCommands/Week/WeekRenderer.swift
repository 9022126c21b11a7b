package import FamplanAPI

/// The week, drawn: a lane for each person in each day, and below it what is wrong.
package struct WeekRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Week>, on page: inout Page) throws {
        let now = try Moment(document.now)
        let range = try Stretch(document.body.from, document.body.to)
        let scale = DayScale(width: page.look.width)
        let lanes = try WeekLanes(document.body)
        addTitle(document, from: range.start.day, on: &page)
        var day = range.start.day
        while day <= range.lastDay {
            page.addGap()
            addHeading(of: day, now: now, scale: scale, on: &page)
            for title in lanes.wholeDays(on: day) {
                page.add(Text(" all day").padded(to: DayScale.labelWidth + 1) + Text(title), indent: 0, hanging: 12)
            }
            for lane in lanes.lanes(on: day, scale: scale) {
                for line in lane.lines(scale: scale) { page.add(line) }
            }
            day = day.adding(1)
        }
        if document.body.people.isEmpty {
            page.addGap()
            page.add(Text("Nobody lives here yet."))
            return page.addHint("Begin with a household file", "famplan apply FILE")
        }
        addLegend(on: &page)
        try addConflicts(document.body.conflicts, on: &page)
    }

    func addTitle(_ document: Document<Week>, from first: Day, on page: inout Page) {
        page.add(
            Text("Week of \(first.fullWords)", .bold)
                + Text(" · \(document.body.household) · \(document.timeZone)", .dim),
            indent: 0
        )
    }

    func addHeading(of day: Day, now: Moment, scale: DayScale, on page: inout Page) {
        let isToday = day == now.day
        let name = Text(day.words, isToday ? [.bold, .cyan] : .bold).padded(to: DayScale.labelWidth + 1)
        page.add(name + Text(scale.axis, .dim))
        guard isToday else { return }
        let sign = Text("today", [.bold, .cyan])
        guard let cell = scale.cell(of: now.minute) else { return page.add(sign) }
        let space = String(repeating: " ", count: cell)
        page.add(sign.padded(to: DayScale.labelWidth + 1) + Text(space) + Text("▾ \(now.clock)", [.bold, .cyan]))
    }

    private func addLegend(on page: inout Page) {
        let shapes: [(Block.Shape, String)] = [
            (.work, "work, school"), (.appointment, "appointment"), (.away, "away"), (.care, "care"),
            (.family, "family"),
        ]
        let bars = shapes.map { shape, word in
            Block(minutes: 0..<0, labels: [word], shape: shape).drawn(in: word.count + 4)
        }
        page.addGap()
        page.add(bars.joined(Text(" ")), indent: 0, hanging: 2)
        let children: [(Block.Shape, String)] = [
            (.available, "available"), (.care, "care"), (.together, "together"), (.way, "on the way"), (.gap, "nobody"),
        ]
        let signs = children.map { shape, word in
            Text(String(repeating: shape.glyphs.fill, count: 2), shape.style) + Text(" \(word)")
        }
        page.add(
            Text("Children’s lanes say who has them: ", .dim) + signs.joined(Text(", "))
                + Text(", empty no care needed."),
            indent: 0,
            hanging: 2
        )
        page.add(
            Text("! ~ · before a name: a conflict, see below. ‹ › goes on before, after.", .dim),
            indent: 0,
            hanging: 2
        )
    }

    private func addConflicts(_ conflicts: [ConflictItem], on page: inout Page) throws {
        page.addGap()
        guard !conflicts.isEmpty else {
            return page.add(Text("✓ ", .green) + Text("No conflicts this week: all clear."))
        }
        page.add(Text("\(counted(conflicts.count, "conflict")) this week", .bold))
        let lines = ConflictLines()
        for conflict in conflicts { try lines.add(conflict, on: &page) }
    }
}
