import Household

extension QuickAdd {
    /// What it is and what it is called. A child cared for makes it care, a stream work; else the title's first word may say it.
    func kind(of parts: PhraseParts, given: EntryKind?) -> (EntryKind, title: String) {
        let words = parts.title
        let title = Self.title(words)
        if let given { return (given, title) }
        let first = words.first.flatMap { $0.isQuoted ? nil : EntryKind(rawValue: $0.plain) }
        let rest = Self.title(words.dropFirst())
        if !parts.children.isEmpty { return (.care, first == .care ? rest : title) }
        if parts.stream != nil { return (.work, first == .work ? rest : title) }
        switch first {
        case .care: return (.care, rest)
        case .work: return (.work, rest)
        case .away: return (.away, rest)
        case .appointment: return (.appointment, rest)
        // “School play @noah @maya” is no school, “Family doctor @noah” no time of the whole family.
        case .school where words.count == 1: return (.school, title)
        case .family where parts.people.isEmpty: return (.family, title)
        case .school, .family, nil: return (.appointment, title)
        }
    }

    /// What a thing is called that nobody gave a title.
    func defaultTitle(_ kind: EntryKind, _ parts: PhraseParts) -> String {
        switch kind {
        case .work: parts.stream.flatMap { household.streams[$0]?.name } ?? "Work"
        case .care:
            parts.children.isEmpty
                ? "Care"
                : "Care for \(parts.children.compactMap { household.people[$0]?.name }.joined(separator: " and "))"
        case .school: "School"
        case .away: "Away"
        case .family: "Family"
        case .appointment: ""
        }
    }

    /// The words as they were written, with a capital at the beginning and without what hangs over at the end.
    private static func title(_ words: some Sequence<Word>) -> String {
        var text = words.map(\.text).joined(separator: " ")
        while let last = text.last, ",:;–-".contains(last) || last.isWhitespace { text.removeLast() }
        return text.capitalizedFirst
    }
}
