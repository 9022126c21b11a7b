import Foundation
import Storage
import Testing

@testable import FamplanDaemon

/// `famplan backup` with the real programs.
@Suite("famplan backup")
struct BackupProcessTests {
    private let daemon: DaemonProcess
    private var file: String { "\(daemon.folder.path)/copy.sqlite" }

    init() throws {
        daemon = try DaemonProcess(try TemporaryFolder())
        try daemon.applySmallHousehold()
    }

    @Test("the file holds the household, for its owner alone, and what is in it is said")
    func whole() throws {
        let result = try daemon.famplan(["backup", file])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("4 people, 1 place, 0 resources, 1 stream, 2 entries, 0 goals, 1 change"))
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try DatabaseCopy(path: file).check().counts["person"] == 4)
        let left = try FileManager.default.contentsOfDirectory(atPath: daemon.folder.path)
        #expect(!left.contains { $0.contains("partial") })
    }

    @Test("nothing of the copy is left with the daemon")
    func left() throws {
        try #require(daemon.famplan(["backup", file]).status == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(daemon.folder.path)/state/backups")
        #expect(!left.contains { $0.hasSuffix(".partial") })
    }

    @Test("a file that is there is replaced with --force alone")
    func force() throws {
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try daemon.famplan(["backup", file])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("it is there already (--force replaces it)"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try daemon.famplan(["backup", file, "--force"]).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)).prefix(15) == Data("SQLite format 3".utf8))
    }

    @Test("what is no plain file is never replaced", arguments: ["/dev/null", "/tmp"])
    func device(name: String) throws {
        let refused = try daemon.famplan(["backup", name, "--force"])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("not a plain file"))
    }

    @Test("- sends it on")
    func output() throws {
        let result = try daemon.famplan(["backup", "-"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("SQLite format 3\0"))
        #expect(result.errors.contains("4 people"))
    }

    @Test("a folder that is not there is said to be so, and nothing is left")
    func noFolder() throws {
        let refused = try daemon.famplan(["backup", "\(daemon.folder.path)/none/copy.sqlite"])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("no such file or directory"))
    }
}

extension DaemonProcess {
    func applySmallHousehold() throws {
        let file = "\(folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        let result = try famplan(["apply", file, "--yes"])
        try #require(result.status == 0, "\(result.errors)")
    }
}
