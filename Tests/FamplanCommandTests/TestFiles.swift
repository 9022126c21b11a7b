import FoundationEssentials
import Testing

/// The wire documents and the golden renderings beside these tests.
enum TestFiles {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func document(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "Documents/\(name).json")))
    }

    /// Compares with the golden file; with `FAMPLAN_RECORD=1` it is written anew, to be read before it is believed.
    static func expectGolden(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["FAMPLAN_RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden, "Golden/\(name).txt", sourceLocation: location)
    }
}
