package import FamplanAPI

/// What is wrong, the worst first.
package struct ConflictsRenderer: Renderer {
    /// What was asked for besides a range; with it, an empty answer does not mean that all is well.
    let filter: String?

    package init(filter: String? = nil) {
        self.filter = filter
    }

    package func render(_ document: Document<Conflicts>, on page: inout Page) throws {
        let range = try rangeWords(document.body.from, document.body.to)
        let conflicts = document.body.conflicts
        guard let first = conflicts.first else {
            if let filter {
                page.add(Text("No conflicts \(range) with \(filter)."), indent: 0)
            } else {
                page.add(Text("✓ ", .green) + Text("No conflicts \(range): all clear."), indent: 0)
            }
            return
        }
        page.add(Text("\(counted(conflicts.count, "conflict")) \(range)"))
        try addGroups(conflicts, on: &page)
        let worst = conflicts.min { Severity($0.severity) < Severity($1.severity) } ?? first
        try addHint(for: worst, among: conflicts, on: &page)
    }

    private func addGroups(_ conflicts: [ConflictItem], on page: inout Page) throws {
        let lines = try ConflictLines(conflicts)
        let groups = Dictionary(grouping: conflicts) { Severity($0.severity) }
        for (severity, group) in groups.sorted(by: { $0.key < $1.key }) {
            page.addGap()
            page.add(Text("\(severity.word) (\(group.count))", severity.style))
            for conflict in group { try lines.add(conflict, on: &page) }
        }
    }

    private func addHint(for worst: ConflictItem, among all: [ConflictItem], on page: inout Page) throws {
        let time = try Stretch(worst.start, worst.end)
        page.addGap()
        page.addHint("See it", "famplan week \(time.start.day.iso)")
        if worst.kind == "coverage-gap", let child = worst.people.first {
            page.addHint("Close it", careCommand(for: child, time))
        } else if let name = worst.occurrences.first {
            let occurrence = try ConflictLines(all).occurrence(name)
            page.addHint("Change it", "famplan move \(occurrence) WHEN")
        }
    }
}
