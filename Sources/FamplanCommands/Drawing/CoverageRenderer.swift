package import FamplanAPI

/// Who has the children: for each a lane for each day, then the gaps, one by one and counted.
package struct CoverageRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<CoverageReport>, on page: inout Page) throws {
        let body = document.body
        let now = try Moment(document.now)
        let names = Names(body.names)
        let range = try Stretch(body.from, body.to)
        let when = try rangeWords(body.from, body.to)
        guard !body.children.isEmpty else {
            page.add(Text("There is no child to look after \(when)."))
            page.addGap()
            return page.addHint("People come from the household file", "famplan apply FILE")
        }
        page.add(Text("Who has the children \(when)", .bold) + Text(" · \(document.timeZone)", .dim), indent: 0)
        let scale = DayScale(width: page.look.width)
        let covers = try CoverBlocks(body.children, names: names)
        for child in body.children {
            page.addGap()
            page.addHours(Text(names[child.child], .bold), scale: scale)
            for day in range.days {
                if day == now.day { page.addPresent(now, scale: scale) }
                for line in lane(of: child.child, on: day, covers, range, scale).lines(scale: scale) { page.add(line) }
            }
        }
        addLegend(isCut: range.start.second != 0 || range.end.second != 0, on: &page)
        try addGaps(body, when, names: names, on: &page)
    }

    private func lane(
        of child: String,
        on day: Day,
        _ covers: CoverBlocks,
        _ range: Stretch,
        _ scale: DayScale
    ) -> Lane {
        let mark = covers.hasGap(child, on: day) ? Text("!", [.bold, .red]) : Text()
        var blocks = covers.blocks(of: child, on: day)
        // Of what lies outside of the range nothing is known: it must not look as if no care were needed.
        for minutes in [0..<(day == range.start.day ? range.start.minute : 0), range.minutesAfter(on: day)]
        where !minutes.isEmpty {
            blocks.append(Block(minutes: minutes, labels: [""], shape: .unknown))
        }
        return Lane(name: day.words, mark: mark, first: blocks, packing: [], scale: scale)
    }

    private func addLegend(isCut: Bool, on page: inout Page) {
        page.addGap()
        page.add(Legend.covers, indent: 0, hanging: 2)
        let signs = "! before a day: nobody has the child at some time. ‹ › goes on before, after."
        page.add(Text(signs + (isCut ? " ░░ not asked for." : ""), .dim), indent: 0, hanging: 2)
    }

    private func addGaps(_ report: CoverageReport, _ when: String, names: Names, on page: inout Page) throws {
        page.addGap()
        var hint: String?
        for child in report.children {
            let gaps = try child.stretches.filter { $0.by == "gap" }.map { ($0, try Stretch($0.start, $0.end)) }
            let name = names[child.child]
            guard let first = gaps.first?.1 else {
                page.add(Text("✓ ", .green) + Text("\(name): no gaps \(when)."), indent: 0, hanging: 2)
                continue
            }
            hint = hint ?? careCommand(for: child.child, first)
            let total = durationWords(seconds: gaps.reduce(0) { $0 + $1.1.seconds })
            let words = "\(name): \(counted(gaps.count, "gap")), \(total) in all, \(when)."
            page.add(Text("! ", [.bold, .red]) + Text(words, .bold), indent: 0, hanging: 2)
            page.add(table(gaps))
        }
        guard let hint else { return }
        page.addGap()
        page.addHint("Close the first", hint)
    }

    private func table(_ gaps: [(stretch: CoverageStretch, time: Stretch)]) -> Table {
        var table = Table([Table.Column(), Table.Column(), Table.Column(least: 12)], indent: 2)
        for (stretch, time) in gaps {
            table.add([
                Text(time.words, .red), Text(durationWords(seconds: time.seconds)), Text(stretch.why ?? "", .dim),
            ])
        }
        return table
    }
}

extension Stretch {
    /// Every day that any of it lies on, in order.
    var days: [Day] { (start.day.number...max(lastDay.number, start.day.number)).map(Day.init) }

    /// The minutes of its last day that come after it.
    fileprivate func minutesAfter(on day: Day) -> Range<Int> {
        day == end.day ? end.minute..<1_440 : 0..<0
    }
}
