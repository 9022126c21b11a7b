import Foundation
import Testing

@testable import FamplanDaemon

/// Every key that a file may have is explained in the file's page.
@Suite("keys in documents")
struct DocumentedKeysTests {
    /// Where keys are read, the page that explains them, and how many there are at least: a search that finds none proves nothing.
    static let readers = [
        ("Sources/HouseholdFile/Reading", "docs/household-file.md", 90),
        ("Sources/FamplanDaemon/Configuration", "docs/configuration.md", 30),
    ]

    @Test("each key that the readers ask for stands in the page as code", arguments: readers)
    func explained(folder: String, page: String, least: Int) throws {
        let asked = try keys(in: folder)
        let text = try ProjectFile.text(page)
        let written = Set(text.matches(of: /`[^`\n]+`/).flatMap { words(in: String($0.output)) })

        #expect(asked.count >= least, "\(asked.sorted())")
        #expect(asked.subtracting(written).sorted() == [], "\(page) does not explain these")
    }

    /// What the sources of a folder ask ``Keys`` for, by name or by the settings that have one value.
    private func keys(in folder: String) throws -> Set<String> {
        let path = ProjectFile.path(folder)
        let sources = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
        let call =
            /[ .(](?:value|needed|list|mappings|mapping|oneOrMore|tree|given|secret|neededAddress|isEmptyList)\(\s*"([A-Za-z]+)"/
        let loop = /for key in \[([^\]]*)\]/
        return try sources.reduce(into: Set<String>()) { keys, name in
            let source = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            keys.formUnion(source.matches(of: call).map { String($0.output.1) })
            keys.formUnion(source.matches(of: loop).flatMap { words(in: String($0.output.1)) })
            if source.contains("given(setting.rawValue") { keys.formUnion(Setting.allCases.map(\.rawValue)) }
        }
    }

    private func words(in code: String) -> [String] {
        code.split { !$0.isLetter && $0 != "-" }.map(String.init)
    }
}
