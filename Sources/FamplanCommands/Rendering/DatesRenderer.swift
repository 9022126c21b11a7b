package import FamplanAPI

/// What a repetition gives, one date a line.
package struct DatesRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Dates>, on page: inout Page) throws {
        guard !document.body.dates.isEmpty else {
            return page.add(Text("This repetition gives no date in the time asked for."))
        }
        for date in document.body.dates {
            let moment = try Moment(date)
            page.add(
                Text(moment.day.fullWords.padding(to: 15)) + Text("  \(moment.clock)", .bold)
                    + Text("  \(moment.offsetWords)", .dim)
            )
        }
    }
}

extension String {
    fileprivate func padding(to length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
