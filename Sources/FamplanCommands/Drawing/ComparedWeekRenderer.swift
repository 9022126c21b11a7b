package import FamplanAPI

/// The week, drawn: for each adult a lane with what was planned, and below it one with what was really done.
package struct ComparedWeekRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Week>, on page: inout Page) throws {
        let now = try Moment(document.now)
        let range = try Stretch(document.body.from, document.body.to)
        let scale = DayScale(width: page.look.width)
        let planned = try WeekLanes(document.body)
        let logged = try LoggedLanes(document.body, now: document.now)
        let people = document.body.people.filter { $0.role == "parent" || logged.hasLogged($0) }
        page.addTitle(of: document, from: range.start.day)
        var day = range.start.day
        while day <= range.lastDay {
            page.addGap()
            page.addHeading(of: day, now: now, scale: scale)
            for person in people {
                let lanes = [planned.lane(of: person, on: day, scale: scale)]
                // What is still to come can't have been done.
                let past = day <= now.day ? [logged.lane(of: person, on: day, scale: scale)] : []
                for line in (lanes + past).flatMap({ $0.lines(scale: scale) }) { page.add(line) }
            }
            day = day.adding(1)
        }
        page.addGap()
        guard !logged.isEmpty else {
            page.add(Text("Nothing was logged in this week."))
            return page.addHint("Log what is planned for you now", "famplan start")
        }
        page.add(Text("Logged in all  ", .bold) + Text(logged.totals), indent: 0, hanging: 2)
        page.addHint("In hours", "famplan balance --from \(range.start.day.iso) --to \(range.lastDay.adding(1).iso)")
    }
}
