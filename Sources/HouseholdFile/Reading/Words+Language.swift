import Foundation
import Household

extension Words {
    /// The BCP 47 tag of a language in which dates can be written: `de`, `pt-BR`, `zh-Hant-TW`; in its usual letters.
    static func language(_ text: String) throws(Complaint) -> String {
        if let tag = LanguageTag(text)?.text { return tag }
        let near = Spelling.nearest(to: text, among: LanguageTag.known).map { ": did you mean \($0)?" } ?? ""
        throw Complaint("“\(shortened(text))” is not the tag of a known language (de, fr, pt-BR)\(near)")
    }
}

/// A language, with a script and a region where they are said, each of which ICU knows.
private struct LanguageTag {
    let text: String

    /// Nil where it is no such tag, or a part of it is not known.
    init?(_ text: String) {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)[...]
        guard let language = parts.popFirst()?.lowercased(), Self.languages.contains(language) else { return nil }
        var found = [language]
        for (spelling, known) in [(Self.script, Self.scripts), (Self.region, Self.regions)] {
            guard let part = parts.first.map(spelling), known.contains(part) else { continue }
            found.append(part)
            parts.removeFirst()
        }
        guard parts.isEmpty else { return nil }
        self.text = found.joined(separator: "-")
    }

    /// Every tag for which ICU has words of its own, in order.
    static let known = Locale.availableIdentifiers.map { $0.replacing("_", with: "-") }.sorted()

    private static let languages = Set(known.compactMap { $0.split(separator: "-").first.map(String.init) })
    private static let scripts = parts { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    private static let regions = parts { $0.count < 4 }

    /// `Hant`
    private static func script(_ part: String) -> String { part.prefix(1).uppercased() + part.dropFirst().lowercased() }

    /// `BR`, `419`
    private static func region(_ part: String) -> String { part.uppercased() }

    private static func parts(_ isWanted: (Substring) -> Bool) -> Set<String> {
        Set(known.flatMap { $0.split(separator: "-").dropFirst().filter(isWanted).map(String.init) })
    }
}
