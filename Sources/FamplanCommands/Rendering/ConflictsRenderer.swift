package import FamplanAPI

/// What is wrong, the worst first; then what was, where that was asked for. Each by itself, however alike: here their ids
/// are looked up, and a range or a filter makes the list shorter.
package struct ConflictsRenderer: Renderer {
    /// What was asked for besides a range; with it, an empty answer does not mean that all is well.
    let filter: String?

    package init(filter: String? = nil) {
        self.filter = filter
    }

    package func render(_ document: Document<Conflicts>, on page: inout Page) throws {
        let body = document.body
        let lines = ConflictLines()
        let resolved = body.conflicts.filter { $0.status == "resolved" }
        let current = body.conflicts.filter { $0.status != "resolved" }
        try addSummary(of: current, body, on: &page)
        let groups = Dictionary(grouping: current) { Severity($0.severity) }
        for (severity, group) in groups.sorted(by: { $0.key < $1.key }) {
            page.addGap()
            page.add(Text("\(severity.word) (\(group.count))", severity.style))
            for conflict in group {
                try lines.add(conflict, on: &page)
                if body.since != nil { try addLife(of: conflict, on: &page) }
            }
        }
        if !resolved.isEmpty {
            page.addGap()
            page.add(Text("resolved (\(resolved.count))", .green))
        }
        for conflict in resolved {
            try lines.add(conflict, on: &page, isGone: true)
            try addLife(of: conflict, on: &page)
        }
        if let worst = current.worstFirst.first { try addHint(for: worst, on: &page) }
    }

    private func addSummary(of conflicts: [ConflictItem], _ body: Conflicts, on page: inout Page) throws {
        let range = try rangeWords(body.from, body.to)
        let since = try body.since.map { ", seen first since \(try day($0))" } ?? ""
        if !conflicts.isEmpty {
            page.add(Text("\(ConflictSum(conflicts).words) \(range)\(since)"), indent: 0)
        } else if filter != nil || body.since != nil {
            page.add(Text("No conflicts \(range)\(filter.map { " with \($0)" } ?? "")\(since)."), indent: 0)
        } else {
            page.add(Text("✓ ", .green) + Text("No conflicts \(range): all clear."), indent: 0)
        }
    }

    /// `seen first Mon 23 Nov 18:42`; of one that is resolved, `seen Mon 2 Nov – Sat 21 Nov · resolved Sat 21 Nov 19:30`.
    private func addLife(of conflict: ConflictItem, on page: inout Page) throws {
        guard let first = try conflict.foundAt.map({ try Moment($0) }) else { return }
        guard let resolved = try conflict.resolvedAt.map({ try Moment($0) }) else {
            return page.add(Text("seen first \(first.words)", .dim), indent: 2)
        }
        let last = try conflict.lastSeenAt.map { try Moment($0) } ?? first
        let days = first.day == last.day ? first.day.words : "\(first.day.words) – \(last.day.words)"
        page.add(Text("seen \(days)\u{A0}· resolved \(resolved.words)", .dim), indent: 2)
    }

    /// `Mon 23 Nov` at midnight, else with the time.
    private func day(_ text: String) throws -> String {
        let moment = try Moment(text)
        return moment.second == 0 ? moment.day.words : moment.words
    }

    private func addHint(for worst: ConflictItem, on page: inout Page) throws {
        let time = try Stretch(worst.start, worst.end)
        page.addGap()
        page.addHint("See it", "famplan week \(time.start.day.iso)")
        if let id = worst.id, worst.status != "resolved" { page.addHint("Ways out", "famplan suggest \(id)") }
    }
}
