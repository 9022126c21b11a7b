package import FamplanAPI

/// The week, drawn: a lane for each person in each day, and below it what is wrong.
package struct WeekRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Week>, on page: inout Page) throws {
        var body = document.body
        // Empty days would tell nothing.
        if body.people.isEmpty { return page.addNobody() }
        body.conflicts = try body.conflicts.timely
        let now = try Moment(document.now)
        let range = try Stretch(body.from, body.to)
        let scale = DayScale(width: page.look.width)
        let lanes = try WeekLanes(body)
        page.addTitle(of: document, from: range.start.day)
        var day = range.start.day
        while day <= range.lastDay {
            page.addGap()
            page.addHeading(of: day, now: now, scale: scale)
            for title in lanes.wholeDays(on: day) {
                page.add(Text(" all day").padded(to: DayScale.labelWidth + 1) + Text(title), indent: 0, hanging: 12)
            }
            for lane in lanes.lanes(on: day, scale: scale) {
                for line in lane.lines(scale: scale) { page.add(line) }
            }
            day = day.adding(1)
        }
        page.addLegend()
        try ConflictLines().add(all: body.conflicts, "this week", on: &page)
    }
}

extension Page {
    mutating func addTitle(of week: Document<Week>, from first: Day) {
        addTitle("Week of \(first.fullWords)", household: week.body.household, zone: week.timeZone)
    }
}
