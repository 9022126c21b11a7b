import Household
import Testing

/// docs/conflicts.md shows every kind of conflict that there is.
@Suite("the page of conflicts")
struct ConflictPageTests {
    /// The text below the heading of each kind, by what the heading says.
    private func sections() throws -> [(heading: String, text: String)] {
        try ProjectFile.text("docs/conflicts.md").split(separator: "\n### ").dropFirst().map { section in
            let parts = section.split(separator: "\n", maxSplits: 1)
            return (String(parts[0]), String(parts.last ?? ""))
        }
    }

    @Test("has a heading for each kind in the code, and no other")
    func headings() throws {
        #expect(try sections().map(\.heading) == ConflictKind.allCases.map(\.rawValue))
    }

    @Test("shows a plan in which just this kind of conflict is", arguments: ConflictKind.allCases)
    func plan(kind: ConflictKind) throws {
        let section = try #require(try sections().first { $0.heading == kind.rawValue })
        // What is printed is broken into lines: one blank is as good as another.
        let words = section.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = ConflictKind.allCases.filter { words.contains("· \($0.rawValue) ·") }
        #expect(shown == [kind])
        #expect(words.contains("$ famplan suggest "))
    }

    @Test("says the severity, what moves it and the ways out of each", arguments: ConflictKind.allCases)
    func parts(kind: ConflictKind) throws {
        let section = try #require(try sections().first { $0.heading == kind.rawValue })
        for part in ["Severity", "What moves it", "Ways out"] {
            #expect(section.text.contains("\n- **\(part):** "))
        }
    }
}
