import ArgumentParser
import Foundation
import Testing

@testable import FamplanDaemon

/// A folder with a configuration file and credentials.
struct ConfigurationFolder {
    let folder: TemporaryFolder
    var path: String { "\(folder.path)/famplan.yaml" }

    var environment: [String: String] {
        ["CREDENTIALS_DIRECTORY": "\(folder.path)/secrets", "HOME": folder.path]
    }

    /// - Parameter credentials: besides those that the commented configuration file names.
    init(credentials: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/secrets", withIntermediateDirectories: true)
        let known = [
            "ntfy-token": "tk_s3cret", "hook-url": "https://home.example/s3cret", "hook-key": "s3cret",
            "heartbeat-url": "https://hc.example/s3cret",
            "apprise-config": "json://s3cret",
        ]
        for (name, value) in known.merging(credentials, uniquingKeysWith: { $1 }) { try give(name, value) }
    }

    func give(_ name: String, _ value: String) throws {
        try value.write(toFile: "\(folder.path)/secrets/\(name)", atomically: true, encoding: .utf8)
    }

    func write(_ text: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    func configuration(_ text: String) throws -> DaemonConfiguration {
        try write(text)
        return try DaemonConfiguration(Arguments.parse(["--config", path]), environment: environment)
    }

    /// What is said of a file with mistakes, each line without the folder: `famplan.yaml:2: …`.
    func mistakes(_ text: String) throws -> [String] {
        do {
            _ = try configuration(text)
            return []
        } catch let fault as ConfigurationFault {
            return fault.lines.map { $0.replacing("\(folder.path)/", with: "") }
        }
    }
}

/// The commented configuration file that comes with the project, with every key in force.
struct DocumentedConfiguration {
    /// A key, where it stands.
    struct Key {
        /// Counted from 0.
        let line: Int
        let indent: Int
        let path: [String]
        let value: String
        var name: String { path.last ?? "" }
        /// `channels › phone › server`.
        var place: String { path.joined(separator: " › ") }
    }

    let lines: [String]
    let keys: [Key]
    var text: String { lines.joined(separator: "\n") }

    init() throws {
        lines = try ProjectFile.text("config/famplan.yaml").split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let isKey = line.hasPrefix("#") && (!line.hasPrefix("# ") || line.hasPrefix("#  "))
                return String(isKey ? line.dropFirst() : line)
            }
        var path: [(indent: Int, key: String)] = []
        var keys: [Key] = []
        for (number, line) in lines.enumerated() where !line.hasPrefix("#") && line.contains(":") {
            let indent = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indent).prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
            path.removeAll { $0.indent >= indent }
            path.append((indent, String(words[0])))
            let value = words.dropFirst().first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
            keys.append(Key(line: number, indent: indent, path: path.map(\.key), value: value))
        }
        self.keys = keys
    }

    /// The text with one line in place of a key's own, or more.
    func replacing(_ key: Key, with new: String...) -> String {
        var lines = lines
        lines.replaceSubrange(key.line...key.line, with: new.map { String(repeating: " ", count: key.indent) + $0 })
        return lines.joined(separator: "\n")
    }
}

/// Waits until something is so: for twenty seconds and a thousand looks, then the test has failed.
func eventually(_ what: Comment, _ condition: () async throws -> Bool) async throws {
    // Looks are counted besides: where all tests run at once, seconds can go by between two of them.
    let limit = ContinuousClock.now + .seconds(20)
    var looks = 0
    while looks < 1_000 || ContinuousClock.now < limit {
        if try await condition() { return }
        looks += 1
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what)
}
