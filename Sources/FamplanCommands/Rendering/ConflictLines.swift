internal import FamplanAPI

/// How a conflict is shown wherever it is: what is wrong, then when, what kind and what commands call it.
struct ConflictLines {
    /// Occurrences of an entry that come twice on a day need their time too.
    private let ambiguous: Set<OccurrenceDay>

    init(_ conflicts: [ConflictItem]) throws {
        var starts: [OccurrenceDay: Set<String>] = [:]
        for name in conflicts.flatMap(\.occurrences) {
            starts[OccurrenceDay(entry: name.entry, day: try Moment(name.of).day), default: []].insert(name.of)
        }
        ambiguous = Set(starts.filter { $0.value.count > 1 }.keys)
    }

    func add(_ conflict: ConflictItem, on page: inout Page, indent: Int = 0, isGone: Bool = false) throws {
        let severity = Severity(conflict.severity)
        let mark = isGone ? Text("✓ ", .green) : Text(severity.mark + " ", severity.style)
        page.add(mark + Text(conflict.message, isGone ? [] : .bold), indent: indent, hanging: 2)
        var facts = [try Stretch(conflict.start, conflict.end).words, conflict.kind]
        if let id = conflict.id { facts.append(id) }
        if let resource = conflict.resource { facts.append(resource) }
        facts += try conflict.occurrences.map(occurrence)
        page.add(Text(facts.joined(separator: "\u{A0}· "), .dim), indent: indent + 2)
        if let accepted = conflict.accepted {
            let until = try accepted.until.map { " until \(try Moment($0).words)" } ?? ""
            page.add(Text("accepted by \(accepted.by)\(until): \(accepted.reason)"), indent: indent + 2)
        }
    }

    /// `noah-school@2026-11-25`: what `move`, `skip` and `edit` take.
    func occurrence(_ name: OccurrenceName) throws -> String {
        let of = try Moment(name.of)
        let isAmbiguous = ambiguous.contains(OccurrenceDay(entry: name.entry, day: of.day))
        return "\(name.entry)@\(isAmbiguous ? of.wall : of.day.iso)"
    }

    private struct OccurrenceDay: Hashable {
        var entry: String
        var day: Day
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
