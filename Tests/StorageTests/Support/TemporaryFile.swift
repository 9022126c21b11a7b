import Foundation

/// A directory of its own for a database; gone with the value.
final class TemporaryFile {
    private let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "famplan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    var path: String { directory.appending(path: "household.sqlite").path }
    var bytes: Data { get throws { try Data(contentsOf: URL(fileURLWithPath: path)) } }

    func write(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path)) }

    func mode(_ suffix: String = "") throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    func setMode(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}
