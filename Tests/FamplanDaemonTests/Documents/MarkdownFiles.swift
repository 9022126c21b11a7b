import Foundation

/// The Markdown files of the project, found by themselves so that none is forgotten.
enum MarkdownFiles {
    /// Their paths from the project's folder, in order.
    static let all: [String] = names(in: "")

    /// The pages that show commands and what they print.
    static let withCommands: [String] = all.filter { name in
        let lines = (try? ProjectFile.text(name))?.split(separator: "\n") ?? []
        return lines.contains { $0.hasPrefix("```console") }
    }

    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: ProjectFile.path(folder))) ?? []
        return files.sorted().flatMap { file -> [String] in
            // What is hidden is built, or somebody's own.
            if file.hasPrefix(".") || ["dist", "debian"].contains(file) { return [] }
            let name = folder.isEmpty ? file : "\(folder)/\(file)"
            // What a link leads to is found at its own place.
            if (try? FileManager.default.destinationOfSymbolicLink(atPath: ProjectFile.path(name))) != nil { return [] }
            if file.hasSuffix(".md") { return [name] }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: ProjectFile.path(name), isDirectory: &isFolder)
            return isFolder.boolValue ? names(in: name) : []
        }
    }
}
