package import FamplanAPI

/// One swap: who asked for what and why, what it would do, and what can be done about it.
package struct SwapRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<SwapReport>, on page: inout Page) throws {
        let report = document.body
        let (swap, names) = (report.swap, Names(report.names))
        try SwapLines(names: names).add(swap, on: &page)
        for problem in report.problems {
            page.add(Text("! ", [.bold, .red]) + Text("It can't be made any more: \(problem)"), indent: 2, hanging: 2)
        }
        if let effect = report.effect {
            page.addGap()
            page.add(Text(swap.state == "accepted" ? "What it did:" : "What it would do:", .bold))
            try EffectLines(names: names).add(effect, on: &page)
        }
        for warning in report.warnings {
            page.add(Text("~ ", .yellow) + Text(warning), indent: 0, hanging: 2)
        }
        page.addGap()
        if report.dryRun { page.add(Text("Dry run: nothing was written.", .yellow)) }
        addHints(report, names, on: &page)
    }

    private func addHints(_ report: SwapReport, _ names: Names, on page: inout Page) {
        let swap = report.swap
        if let again = report.askAgain { page.addHint("Ask again", again) }
        guard let id = swap.id, !report.dryRun else { return }
        if let change = swap.change, swap.undoneBy == nil {
            page.addHint("Change \(change). Take it back", "famplan undo \(change)")
        }
        if let other = swap.counteredBy { page.addHint("The other offer", "famplan swap show \(other)") }
        guard swap.state == "open" else { return }
        page.addHint("\(names[swap.asked]) answers", "famplan swap answer \(id) yes")
        page.addHint("No longer ask for it", "famplan swap withdraw \(id)")
    }
}

/// What waits for an answer, or did.
package struct SwapListRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<SwapList>, on page: inout Page) throws {
        let swaps = document.body.swaps
        guard !swaps.isEmpty else {
            page.add(Text("Nothing waits for an answer."))
            page.addGap()
            return page.addHint("What there was", "famplan swap list --all")
        }
        let lines = SwapLines(names: Names(document.body.names))
        for swap in swaps {
            page.addGap()
            try lines.add(swap, on: &page)
        }
        page.addGap()
        if let open = swaps.first(where: { $0.state == "open" }), let id = open.id {
            page.addHint("What it would do", "famplan swap show \(id)")
        }
    }
}

/// A swap wherever it is shown.
struct SwapLines {
    let names: Names

    func add(_ swap: SwapItem, on page: inout Page) throws {
        let number = swap.id.map { "Swap \($0)" } ?? "Swap"
        let heading = Text(number, [.bold, .yellow]) + Text("  \(swap.state)", style(swap.state))
        page.add(heading + Text("  \(names[swap.asker]) asks \(names[swap.asked])", .bold))
        page.add(try line(swap.wanted, "to"), indent: 2, hanging: 2)
        if let offered = swap.offered { page.add(try line(offered, "and would"), indent: 2, hanging: 2) }
        if let reason = swap.reason { page.add(Text("“\(reason)”"), indent: 2, hanging: 2) }
        page.add(Text(try fate(swap), .dim), indent: 2, hanging: 2)
    }

    private func line(_ side: SwapSide, _ opening: String) throws -> Text {
        var verb = "take over"
        if !side.parts.contains("people") {
            verb = side.parts.map { $0 == "drop-off" ? "bring to" : "fetch from" }.joined(separator: " and ")
        }
        let when = try Stretch(side.start, side.end).words
        let span = side.following ? " from \(when) on" : ", \(when)"
        return Text("\(opening) \(verb) ") + Text("“\(side.title)”", .bold) + Text(span) + Text(" (\(side.name))", .dim)
    }

    /// Until when it can be answered, or what became of it.
    private func fate(_ swap: SwapItem) throws -> String {
        guard swap.state != "open" else {
            return "until \(try Moment(swap.until).words); unanswered, nothing changes"
        }
        var words = swap.settledBy.map { "\(swap.state) by \(names[$0])" } ?? swap.state
        // Nobody makes a swap stale: the plan does, before somebody answers.
        if swap.state == "stale", let answerer = swap.settledBy { words = "was stale when \(names[answerer]) answered" }
        if let at = swap.settledAt { words += " on \(try Moment(at).words)" }
        if let said = swap.words { words += ": \(said)" }
        if let change = swap.change {
            words += " (change \(change)" + (swap.undoneBy.map { ", taken back by \($0)" } ?? "") + ")"
        }
        if let other = swap.counteredBy { words += " (by swap \(other))" }
        return words
    }

    private func style(_ state: String) -> Style {
        switch state {
        case "open": [.bold, .cyan]
        case "accepted": .green
        case "stale": .red
        default: .dim
        }
    }
}
