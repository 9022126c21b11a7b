package import FamplanAPI

/// Who has each child, day by day, with the gaps marked and counted.
package struct CoverageRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<CoverageReport>, on page: inout Page) throws {
        let now = try Moment(document.now)
        let names = Names(document.body.names)
        guard !document.body.children.isEmpty else {
            page.add(Text("There is no child to look after \(try rangeWords(document.body.from, document.body.to))."))
            page.addGap()
            return page.addHint("People come from the household file", "famplan apply FILE")
        }
        for child in document.body.children {
            page.addGap()
            page.add(Text(names[child.child], [.bold, .reverse]))
            for (day, lines) in try days(of: child.stretches) {
                page.add(Text("  ") + dayHeading(day, now: now))
                page.add(table(lines, on: day, names: names))
            }
        }
        try addSummary(document.body, names: names, on: &page)
    }

    private typealias Line = (stretch: CoverageStretch, time: Stretch)

    /// A stretch over midnight stands in both days.
    private func days(of stretches: [CoverageStretch]) throws -> [(Day, [Line])] {
        var days: [Day: [Line]] = [:]
        for stretch in stretches {
            let time = try Stretch(stretch.start, stretch.end)
            var day = time.start.day
            while day <= time.lastDay {
                days[day, default: []].append((stretch, time))
                day = day.adding(1)
            }
        }
        return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func table(_ lines: [Line], on day: Day, names: Names) -> Table {
        var table = Table(
            [Table.Column(), Table.Column(), Table.Column(least: 12), Table.Column(least: 8)],
            indent: 2
        )
        for (stretch, time) in lines {
            let minutes = time.minutes(on: day) ?? 0..<0
            let isGap = stretch.by == "gap"
            table.add([
                Text(isGap ? "!" : " ", [.bold, .red]),
                Text("\(clock(minutes.lowerBound))–\(clock(minutes.upperBound))", isGap ? [.bold, .red] : []),
                carers(stretch, names: names),
                Text(reason(stretch, time), .dim),
            ])
        }
        return table
    }

    private func carers(_ stretch: CoverageStretch, names: Names) -> Text {
        switch stretch.by {
        case "gap": Text("nobody", [.bold, .red])
        case "none": Text("no care needed", .dim)
        case "school": Text("school", Style.of(kind: "school"))
        default: Text(names.list(stretch.carers))
        }
    }

    /// Why they have the child; who is at school, or needs no care, has been said.
    private func reason(_ stretch: CoverageStretch, _ time: Stretch) -> String {
        switch stretch.by {
        case "gap": "gap of \(durationWords(seconds: time.seconds))" + (stretch.why.map { "; \($0)" } ?? "")
        case "none", "school": ""
        case "way": "on the way"
        default: stretch.by
        }
    }

    private func clock(_ minute: Int) -> String {
        "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }

    private func addSummary(_ report: CoverageReport, names: Names, on page: inout Page) throws {
        page.addGap()
        let range = try rangeWords(report.from, report.to)
        var hint: String?
        for child in report.children {
            let gaps = try child.stretches.filter { $0.by == "gap" }.map { try Stretch($0.start, $0.end) }
            let total = durationWords(seconds: gaps.reduce(0) { $0 + $1.seconds })
            if hint == nil, let gap = gaps.first {
                hint = careCommand(for: child.child, gap)
            }
            let name = names[child.child]
            let words = "\(counted(gaps.count, "gap")), \(total) in all,"
            page.add(
                gaps.isEmpty
                    ? Text("✓ ", .green) + Text("\(name): no gaps \(range).")
                    : Text("! ", [.bold, .red]) + Text("\(name): \(words) \(range)."),
                indent: 0,
                hanging: 2
            )
        }
        if let hint {
            page.addGap()
            page.addHint("Close the first", hint)
        }
    }
}
