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
        try addEnding(answer, on: &page)
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
        let created = try AlikeConflicts.groups(of: answer.created)
        if !created.isEmpty {
            page.addGap()
            page.add(Text("Creates \(ConflictSum(answer.created).words):", .bold))
            try ConflictLines().add(created, on: &page)
        }
        if !answer.resolved.isEmpty {
            page.addGap()
            page.add(Text("Resolves \(ConflictSum(answer.resolved).words):", .bold))
            try ConflictLines().add(AlikeConflicts.groups(of: answer.resolved), on: &page, isGone: true)
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

    private func addEnding(_ answer: ChangeAnswer, on page: inout Page) throws {
        page.addGap()
        if isPreview { return }
        if let id = answer.created.worstFirst.first?.id { page.addHint("Ways out", "famplan suggest \(id)") }
        if !answer.dryRun { try addWhole(of: answer.created, on: &page) }
        if answer.dryRun {
            page.add(Text("Dry run: nothing was written.", .yellow))
        } else if let change = answer.change {
            page.addHint("Change \(change). Take it back", "famplan undo \(change)")
        }
    }

    /// Where the conflicts are shown that have only been counted above.
    private func addWhole(of created: [ConflictItem], on page: inout Page) throws {
        let folded = try AlikeConflicts.groups(of: created).filter { $0.remainder != nil }
        guard let last = folded.map(\.lastDay).max() else { return }
        page.addHint("All of them", "famplan conflicts --to \(last.adding(1).iso)")
    }
}
