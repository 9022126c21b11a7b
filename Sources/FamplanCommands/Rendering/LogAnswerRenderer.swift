package import FamplanAPI

/// What was understood of a change of the log.
package struct LogAnswerRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<LogAnswer>, on page: inout Page) throws {
        let answer = document.body
        if answer.understood.isEmpty { page.add(Text("Nothing to change: it is so already.")) }
        for line in answer.understood { page.add(Text("✓ ", .green) + Text(line), indent: 0, hanging: 2) }
        for warning in answer.warnings { page.add(Text("! ", .yellow) + Text(warning), indent: 0, hanging: 2) }
        if answer.dryRun {
            page.addGap()
            return page.add(Text("Dry run: nothing was written.", .yellow))
        }
        guard let change = answer.change else { return }
        page.addGap()
        if answer.running { page.addHint("When it is over", "famplan stop") }
        page.addHint("Change \(change). Take it back", "famplan undo \(change)")
    }
}
