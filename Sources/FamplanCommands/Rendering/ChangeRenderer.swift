package import FamplanAPI

/// What a change understood, and what it did to the plan.
package struct ChangeRenderer: Renderer {
    /// Whether a question follows: then nobody needs to be told that nothing was written.
    let isPreview: Bool
    /// The command that takes a file's side in a clash.
    let overwriting: String

    package init(isPreview: Bool = false, overwriting: String = "famplan apply --overwrite FILE") {
        self.isPreview = isPreview
        self.overwriting = overwriting
    }

    package func render(_ document: Document<ChangeAnswer>, on page: inout Page) throws {
        try render(document.body, on: &page)
    }

    func render(_ answer: ChangeAnswer, on page: inout Page) throws {
        addUnderstood(answer, on: &page)
        try addConflicts(answer, on: &page)
        add(answer.warnings, titled: "Worth knowing", mark: Text("~ ", .yellow), on: &page)
        add(answer.clashes, titled: "Left as it is", mark: Text("! ", [.bold, .red]), on: &page)
        if !answer.clashes.isEmpty {
            page.addHint("Take the file’s side", overwriting)
        }
        addEnding(answer, on: &page)
    }

    private func addUnderstood(_ answer: ChangeAnswer, on page: inout Page) {
        if answer.understood.isEmpty, answer.things.isEmpty, answer.clashes.isEmpty {
            page.add(Text("Nothing to change: the plan is like that already."))
        }
        for line in answer.understood { page.add(Text(line, .bold), indent: 0, hanging: 2) }
        let edited = answer.things.filter { $0.action == "edited" }
        // What is new or gone is told by the lines above.
        ThingLines(indent: 2, most: 40, isFull: true)
            .add(answer.understood.isEmpty ? answer.things : edited, on: &page)
    }

    private func addConflicts(_ answer: ChangeAnswer, on page: inout Page) throws {
        let lines = ConflictLines()
        if !answer.created.isEmpty {
            page.addGap()
            page.add(Text("Creates \(counted(answer.created.count, "conflict")):", .bold))
            for conflict in answer.created { try lines.add(conflict, on: &page) }
        }
        if !answer.resolved.isEmpty {
            page.addGap()
            page.add(Text("Resolves \(counted(answer.resolved.count, "conflict")):", .bold))
            for conflict in answer.resolved { try lines.add(conflict, on: &page, isGone: true) }
        }
        if answer.created.isEmpty, answer.resolved.isEmpty, !answer.understood.isEmpty || !answer.things.isEmpty {
            page.add(Text("✓ ", .green) + Text("No conflict comes or goes with it."))
        }
    }

    private func add(_ lines: [String], titled title: String, mark: Text, on page: inout Page) {
        guard !lines.isEmpty else { return }
        page.addGap()
        page.add(Text("\(title):", .bold))
        for line in lines { page.add(mark + Text(line), indent: 0, hanging: 2) }
    }

    private func addEnding(_ answer: ChangeAnswer, on page: inout Page) {
        page.addGap()
        if isPreview { return }
        let worst = answer.created.min { Severity($0.severity) < Severity($1.severity) }
        if let id = worst?.id { page.addHint("Ways out", "famplan suggest \(id)") }
        if answer.dryRun {
            page.add(Text("Dry run: nothing was written.", .yellow))
        } else if let change = answer.change {
            page.addHint("Change \(change). Take it back", "famplan undo \(change)")
        }
    }
}
