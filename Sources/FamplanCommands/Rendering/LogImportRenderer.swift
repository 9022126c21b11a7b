package import FamplanAPI

/// What was taken over of another program's times, and what was left out.
package struct LogImportRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<LogImportAnswer>, on page: inout Page) throws {
        let answer = document.body
        let length = amountWords(minutes: Int(answer.minutes.rounded()))
        let there = answer.unchanged == 0 ? "" : "; \(answer.unchanged) were there already"
        page.add(Text("✓ ", .green) + Text("Took over \(counted(answer.added, "time")), \(length)\(there)."))
        if !answer.problems.isEmpty {
            let all = answer.problems.count + (answer.otherProblems ?? 0)
            page.addGap()
            page.add(Text("Left out \(counted(all, "time")):", .bold))
            for problem in answer.problems.prefix(Self.most) {
                page.add(Text("! ", .yellow) + Text("line \(problem.line): \(problem.reason)"), indent: 0, hanging: 2)
            }
            if all > Self.most {
                page.add(Text("… and \(all - Self.most) more", .dim))
            }
        }
        page.addGap()
        if answer.dryRun { return page.add(Text("Dry run: nothing was written.", .yellow)) }
        if let change = answer.change { page.addHint("Change \(change). Take it back", "famplan undo \(change)") }
    }

    private static let most = 40
}
