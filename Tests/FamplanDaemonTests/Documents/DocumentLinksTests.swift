import Foundation
import Testing

/// Links between the documents.
@Suite("links in documents")
struct DocumentLinksTests {
    @Test("a link within the project leads to a file, and a heading, that is there", arguments: MarkdownFiles.all)
    func lead(name: String) throws {
        let own = MarkdownLinks(try ProjectFile.text(name))
        for target in own.targets where target.prefixMatch(of: /[a-z]+:/) == nil {
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let file = parts[0].isEmpty ? name : Self.file(parts[0], from: name)
            guard FileManager.default.fileExists(atPath: ProjectFile.path(file)) else {
                Issue.record("\(name) links to \(target), which is not there")
                continue
            }
            guard parts.count == 2, file.hasSuffix(".md") else { continue }
            let anchors = MarkdownLinks(try ProjectFile.text(file)).anchors
            #expect(anchors.contains(parts[1]), "\(name) links to \(target); \(file) has no such heading")
        }
    }

    @Test("links and headings are found as GitHub finds them; code is none")
    func found() {
        let links = MarkdownLinks(
            """
            # What *really* is: `a` & [b](c.md)
            ## Twice
            ## Twice
            [d](../d.md#e) and ![f](g.png "h") but `[i](j)`
            ```
            # k [l](m)
            ```
            [n]: o.md
            """
        )
        #expect(links.targets == ["c.md", "../d.md#e", "g.png", "o.md"])
        #expect(links.anchors == ["what-really-is-a--b", "twice", "twice-1"])
    }

    private static func file(_ target: String, from name: String) -> String {
        let folder = URL(fileURLWithPath: "/\(name)").deletingLastPathComponent()
        let path = folder.appendingPathComponent(target.removingPercentEncoding ?? target).standardized.path
        return String(path.dropFirst())
    }
}
