internal import FamplanAPI

/// How a conflict is shown wherever it is: what is wrong, then when, what kind and what commands call it.
struct ConflictLines {
    /// All of a time, or that there is none.
    ///
    /// - Parameter when: `this week`.
    func add(all conflicts: [ConflictItem], _ when: String, on page: inout Page) throws {
        page.addGap()
        guard !conflicts.isEmpty else {
            return page.add(Text("✓ ", .green) + Text("No conflicts \(when): all clear."))
        }
        page.add(Text("\(ConflictSum(conflicts).words) \(when)", .bold))
        for conflict in conflicts.worstFirst { try add(conflict, on: &page) }
    }

    /// The worst first; of what is the same again and again, the first and how often.
    func add(_ groups: [AlikeConflicts], on page: inout Page, indent: Int = 0, isGone: Bool = false) throws {
        for group in groups {
            for conflict in group.shown { try add(conflict, on: &page, indent: indent, isGone: isGone) }
            if let remainder = group.remainder { page.add(Text(remainder, .dim), indent: indent + 2) }
        }
    }

    /// What something does to the plan, a sentence each: what it resolves, then what comes with it.
    func add(resolved: [ConflictItem], created: [ConflictItem], on page: inout Page, indent: Int) throws {
        try addSentences(of: resolved, on: &page, indent: indent) { _ in
            Text("✓ ", .green) + Text("resolves: ")
        }
        try addSentences(of: created, on: &page, indent: indent) { severity in
            Text(severity.mark + " ", severity.style) + Text("new: ")
        }
    }

    private func addSentences(
        of conflicts: [ConflictItem],
        on page: inout Page,
        indent: Int,
        opening: (Severity) -> Text
    ) throws {
        for group in try AlikeConflicts.groups(of: conflicts) {
            for conflict in group.shown {
                let line = opening(Severity(conflict.severity)) + Text(conflict.message)
                page.add(line, indent: indent, hanging: 2)
            }
            if let remainder = group.remainder { page.add(Text(remainder, .dim), indent: indent + 2) }
        }
    }

    func add(_ conflict: ConflictItem, on page: inout Page, indent: Int = 0, isGone: Bool = false) throws {
        let severity = Severity(conflict.severity)
        let mark = isGone ? Text("✓ ", .green) : Text(severity.mark + " ", severity.style)
        page.add(mark + Text(conflict.message, isGone ? [] : .bold), indent: indent, hanging: 2)
        var facts = [try Stretch(conflict.start, conflict.end).words, conflict.kind]
        if let id = conflict.id { facts.append(id) }
        if let resource = conflict.resource { facts.append(resource) }
        facts += conflict.occurrences.map(\.name)
        page.add(Text(facts.joined(separator: "\u{A0}· "), .dim), indent: indent + 2)
        if let accepted = conflict.accepted {
            let until = try accepted.until.map { " until \(try Moment($0).words)" } ?? ""
            page.add(Text("accepted by \(accepted.by)\(until): \(accepted.reason)"), indent: indent + 2)
        }
    }
}

/// How bad a conflict is, as it is marked.
struct Severity: Hashable, Comparable {
    let word: String

    init(_ word: String) {
        self.word = word
    }

    static let all = ["critical", "warning", "notice"].map(Severity.init)

    var mark: String {
        switch word {
        case "critical": "!"
        case "warning": "~"
        default: "·"
        }
    }

    var style: Style {
        switch word {
        case "critical": [.bold, .red]
        case "warning": .yellow
        default: .cyan
        }
    }

    /// The worst first; a word that is not known comes last.
    static func < (lhs: Severity, rhs: Severity) -> Bool {
        (all.firstIndex(of: lhs) ?? all.count) < (all.firstIndex(of: rhs) ?? all.count)
    }
}
