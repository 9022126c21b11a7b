package import FamplanAPI

/// What an iCalendar file gave, and what was left out.
package struct ImportRenderer: Renderer {
    /// Where what was left out has been written to; nil where nothing was.
    let rejects: String?

    package init(rejects: String? = nil) {
        self.rejects = rejects
    }

    package func render(_ document: Document<ImportAnswer>, on page: inout Page) throws {
        let answer = document.body
        let entries = answer.accepted == 1 ? "1 entry" : "\(answer.accepted) entries"
        page.add(
            Text("\(entries): ", .bold)
                + Text("\(answer.added) new, \(answer.changed) changed, \(answer.unchanged) as before")
        )
        addSkipped(answer.skipped, on: &page)
        page.addGap()
        try ChangeRenderer(overwriting: "famplan import --overwrite FILE").render(answer.answer, on: &page)
    }

    private func addSkipped(_ skipped: [SkippedComponent], on page: inout Page) {
        guard !skipped.isEmpty else { return }
        page.addGap()
        page.add(Text("\(counted(skipped.count, "part")) left out:", .bold))
        for part in skipped {
            page.add(Text("! ", [.bold, .red]) + Text("line \(part.line): \(part.reason)"), indent: 0, hanging: 2)
        }
        if let rejects { page.add(Text("They are in \(rejects), to be mended and imported again."), indent: 0) }
    }
}
