import Household

/// Where the link of a conflict stands in a message that is not being sent yet.
///
/// No text from outside can hold one: in plain text it is a control character, in HTML a comment, and both are taken out
/// or escaped wherever such a text is put in.
enum ActionSlot {
    /// SUBSTITUTE.
    private static let mark: Character = "\u{1A}"

    /// A line of its own in plain text, without its line end.
    static func line(_ conflict: ID<Conflict>, indent: Int) -> String {
        String(repeating: " ", count: indent) + "\(mark)\(conflict)"
    }

    /// A block of its own in HTML.
    static func comment(_ conflict: ID<Conflict>) -> String { "<!--\(conflict)-->" }

    /// The text with each slot's link; a slot without one goes with its line.
    static func fill(text: String, _ url: [ID<Conflict>: (words: String, url: String)]) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            guard let place = line.firstIndex(of: mark) else { return String(line) }
            let conflict = ID<Conflict>(line[line.index(after: place)...])
            guard let link = conflict.flatMap({ url[$0] }) else { return nil }
            return "\(line[..<place])\(link.words): \(link.url)"
        }.joined(separator: "\n")
    }

    /// The document with the links of some conflicts in their slots; nothing in the place of those without one.
    static func fill(
        html: String,
        _ conflicts: [ID<Conflict>],
        _ url: [ID<Conflict>: (words: String, url: String)]
    ) -> String {
        conflicts.reduce(html) { html, conflict in
            var link = Markup()
            if let (words, url) = url[conflict] {
                link.element("p", ["class": "do"]) { $0.element("a", ["href": url], text: words) }
            }
            return html.replacing(comment(conflict), with: link.text)
        }
    }
}
