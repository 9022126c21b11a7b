import Foundation
import Testing

/// Notes what a snippet prints, in place of `print`.
final class Printed {
    private var lines: [String] = []
    private let file: String

    init(file: String = #filePath) { self.file = file }

    func callAsFunction(_ items: Any...) {
        lines.append(items.map { "\($0)" }.joined(separator: " "))
    }

    /// Whether it is what the snippet says behind its arrows.
    func isAsShown(in name: String) throws -> Bool {
        let snippet = try #require(try Snippets.inFile(file)[name], "no snippet \(name) in \(file)")
        let shown = snippet.split(separator: "\n").compactMap { line in
            line.firstRange(of: "// → ").map { String(line[$0.upperBound...]) }
        }
        if lines != shown { Issue.record("\(name) prints \(lines), and shows \(shown)") }
        return lines == shown
    }
}

/// The marked parts of source files, and the code that documents show.
enum Snippets {
    /// By name: what stands between `// snippet: NAME` and `// end`, without the indentation of the mark.
    static func inFile(_ path: String) throws -> [String: String] {
        var found: [String: String] = [:]
        var open: (name: String, indentation: Int, lines: [Substring])?
        for line in try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("// snippet: ") {
                open = (String(text.dropFirst(12)), line.count - text.count, [])
            } else if text == "// end", let snippet = open {
                found[snippet.name] = snippet.lines.joined(separator: "\n")
                open = nil
            } else if let indentation = open?.indentation {
                open?.lines.append(line.dropFirst(indentation))
            }
        }
        return found
    }

    /// The ```` ```swift ```` blocks of a Markdown text.
    static func shown(in text: String) -> [String] {
        text.split(separator: "```swift\n", omittingEmptySubsequences: false).dropFirst().map { rest in
            String(rest[..<(rest.firstRange(of: "\n```")?.lowerBound ?? rest.endIndex)])
        }
    }
}

@Suite("documents of ICalendar")
struct SnippetTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let sources = folder.appendingPathComponent("../../../Sources/ICalendar").standardized

    private func documents() throws -> [URL] {
        let catalog = Self.sources.appendingPathComponent("ICalendar.docc")
        let articles = try FileManager.default.contentsOfDirectory(at: catalog, includingPropertiesForKeys: nil)
        return [Self.sources.appendingPathComponent("README.md")] + articles.filter { $0.pathExtension == "md" }
    }

    private func snippets() throws -> [String: String] {
        try ["DocumentedCode.swift", "DocumentedRules.swift"].reduce(into: [:]) { all, name in
            let own = try Snippets.inFile(Self.folder.appendingPathComponent(name).path)
            all.merge(own) { _, _ in "two snippets of one name" }
        }
    }

    @Test("show no code that is not compiled and run by a test, and all of that")
    func code() throws {
        let tested = try snippets()
        let shown = try documents().map { try String(contentsOf: $0, encoding: .utf8) }.flatMap(Snippets.shown)
        #expect(shown.count > 10)
        for code in shown { #expect(tested.values.contains(code), "not tested: \(code)") }
        for (name, code) in tested { #expect(shown.contains(code), "shown nowhere: \(name)") }
    }
}
