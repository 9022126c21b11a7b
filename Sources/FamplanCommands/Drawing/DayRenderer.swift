package import FamplanAPI

/// One day: a lane for each person, then all that is on as a list, and what is wrong.
package struct DayRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Week>, on page: inout Page) throws {
        let now = try Moment(document.now)
        var body = document.body
        body.conflicts = try body.conflicts.timely
        let day = try Moment(body.from).day
        page.addTitle(day.fullWords, household: body.household, zone: document.timeZone)
        guard !body.people.isEmpty else {
            page.addGap()
            return page.addNobody()
        }
        try addLanes(body, on: day, now: now, page: &page)
        addLegend(body, on: &page)
        try addList(body, on: day, now: now, page: &page)
        try ConflictLines().add(all: body.conflicts, day == now.day ? "today" : "on \(day.words)", on: &page)
    }

    private func addLanes(_ body: Week, on day: Day, now: Moment, page: inout Page) throws {
        let scale = DayScale(width: page.look.width)
        let lanes = try WeekLanes(body)
        page.addGap()
        page.addHeading(of: day, now: now, scale: scale)
        for lane in lanes.lanes(on: day, scale: scale) {
            for line in lane.lines(scale: scale) { page.add(line) }
        }
    }

    /// The list below says what kind everything else is of.
    private func addLegend(_ body: Week, on page: inout Page) {
        guard !body.children.isEmpty else { return }
        page.add(Text("The children: ", .dim) + Legend.covers, indent: 1, hanging: 2)
    }

    private func addList(_ body: Week, on day: Day, now: Moment, page: inout Page) throws {
        page.addGap()
        let names = Names(body.people, besides: body.names ?? [:])
        let items = try body.items.map { (item: $0, time: try Stretch($0.start, $0.end)) }
        guard !items.isEmpty else {
            page.add(Text("Nothing is planned."))
            let hint = "famplan add appointment --title Dentist --who PERSON --start \(day.iso)T15:00"
            return page.addHint("Put something in", hint)
        }
        let rows = AgendaRows(names: names, places: Names(body.places), now: now)
        rows.add(items.filter(\.item.allDay) + items.filter { !$0.item.allDay }, on: day, page: &page)
    }
}
