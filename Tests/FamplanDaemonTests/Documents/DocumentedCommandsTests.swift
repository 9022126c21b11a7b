import Foundation
import Testing

/// What the documents show is what the programs say: each command is run, and its output held against the page.
@Suite("commands shown in documents")
struct DocumentedCommandsTests {
    @Test("a page shows what its commands really answer", arguments: MarkdownFiles.withCommands)
    func page(name: String) throws {
        let text = try ProjectFile.text(name)

        let real = try PageRun().text(of: MarkdownPage(text))

        // `make tour`: the page is written anew, to be read before it is believed.
        if ProcessInfo.processInfo.environment["FAMPLAN_RECORD"] == "1" {
            try Data(real.utf8).write(to: URL(fileURLWithPath: ProjectFile.path(name)))
        } else {
            #expect(text == real, "\(name) is no longer true: `make tour` writes it anew")
        }
    }

    @Test("pages are found by themselves")
    func found() {
        #expect(MarkdownFiles.all.contains("README.md"))
        #expect(MarkdownFiles.all.contains("docs/decisions/0001-one-way-to-write.md"))
        #expect(MarkdownFiles.withCommands.contains("docs/tour.md"))
        #expect(!MarkdownFiles.withCommands.contains("CHANGELOG.md"))
    }
}
