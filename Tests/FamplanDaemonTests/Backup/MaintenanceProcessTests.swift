import FamplanAPI
import Foundation
import Storage
import Testing

@testable import FamplanDaemon

/// A daemon on a database that can't be used, with the real programs.
@Suite("a database that cannot be used", .serialized)
struct MaintenanceProcessTests {
    /// What was done to the file.
    enum Harm: String, CaseIterable {
        case truncated, flipped, noDatabase, newer
    }

    private let folder: TemporaryFolder
    private var database: String { "\(folder.path)/state/famplan.sqlite" }
    private var backup: String { "\(folder.path)/copy.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        let daemon = try DaemonProcess(folder)
        try daemon.applySmallHousehold()
        try #require(daemon.famplan(["backup", backup]).status == 0)
        try #require(daemon.terminate() == 0)
        // What is still in the log goes into the file: harm to the file is harm to all of it.
        try Store.open(at: database).close()
    }

    private func harm(_ harm: Harm) throws {
        let file = URL(fileURLWithPath: database)
        var bytes = try Data(contentsOf: file)
        switch harm {
        case .truncated: bytes = bytes.prefix(bytes.count / 2)
        case .flipped: for index in stride(from: 3 * 4_096, to: bytes.count, by: 11) { bytes[index] ^= 0x40 }
        case .noDatabase: bytes = Data("no database at all\n".utf8) + Data(count: 8_192)
        case .newer:
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["sqlite3", database, "INSERT INTO grdb_migrations VALUES ('v99-future')"]
            try process.run()
            return process.waitUntilExit()
        }
        try bytes.write(to: file)
    }

    @Test(
        "it serves status, doctor and restore, says why all else is refused, and goes on after a restore",
        arguments: Harm.allCases
    )
    func serves(_ harm: Harm) throws {
        try self.harm(harm)
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let daemon = try DaemonProcess(folder)

        let status = try daemon.famplan(["status"])
        #expect(status.status == 0)
        #expect(status.output.contains("out of use"))
        let doctor = try daemon.famplan(["doctor"])
        #expect(doctor.status == 1)
        #expect(doctor.output.contains(harm == .newer ? "install the version of famplan" : "famplan restore FILE"))
        for command in [["week"], ["backup", "-"], ["rm", "deep-work"], ["history"]] {
            let refused = try daemon.famplan(command)
            #expect(refused.status == 1, "\(command)")
            #expect(refused.errors.contains("only famplan status, doctor and restore are answered"), "\(command)")
        }
        // Nothing touches what is there.
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)

        let restored = try daemon.famplan(["restore", backup, "--yes"])
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.output.contains("Restored: 4 people"))
        #expect(try daemon.famplan(["skip", "deep-work@2026-11-24"]).status == 0)
        #expect(try daemon.famplan(["doctor"]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state/backups")
        let kept = try #require(names.first { $0.hasPrefix("replaced-") && $0.hasSuffix(".sqlite") })
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/state/backups/\(kept)")) == before)

        // And after a restart.
        #expect(daemon.terminate() == 0)
        let again = try DaemonProcess(folder)
        #expect(try again.famplan(["history"]).output.contains("restore a backup"))
    }

    @Test("what was in the way is gone: famplan doctor tries again", .enabled(if: getuid() == 0))
    func recovers() throws {
        // A folder where the database should be.
        try FileManager.default.moveItem(atPath: database, toPath: "\(folder.path)/aside")
        try FileManager.default.createDirectory(atPath: database, withIntermediateDirectories: true)
        let daemon = try DaemonProcess(folder)
        #expect(try daemon.famplan(["week"]).status == 1)
        try FileManager.default.removeItem(atPath: database)
        try FileManager.default.moveItem(atPath: "\(folder.path)/aside", toPath: database)
        #expect(try daemon.famplan(["doctor"]).status == 0)
        #expect(try daemon.famplan(["week"]).status == 0)
    }
}

/// `famplan restore` and `famplan doctor` on a daemon that is well.
@Suite("famplan restore", .serialized)
struct RestoreProcessTests {
    @Test("everything is as it was then, at once; what it replaces is kept; it cannot be undone by undo")
    func whole() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        try daemon.applySmallHousehold()
        let file = "\(daemon.folder.path)/copy.sqlite"
        try #require(daemon.famplan(["backup", file]).status == 0)
        let week = try daemon.famplan(["week"]).output
        try #require(daemon.famplan(["rm", "deep-work"]).status == 0)
        #expect(try daemon.famplan(["week"]).output != week)

        let restored = try daemon.famplan(["restore", file, "--yes"])

        #expect(restored.status == 0, "\(restored.errors)")
        #expect(try daemon.famplan(["week"]).output == week)
        let undo = try daemon.famplan(["undo"])
        #expect(undo.status == 1)
        #expect(undo.errors.contains("backups/"))
        let folder = "\(daemon.folder.path)/state/backups"
        let kept = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("replaced-") }
        )
        #expect(try daemon.famplan(["restore", "\(folder)/\(kept)", "--yes"]).status == 0)
        #expect(try daemon.famplan(["week"]).output != week)
    }

    @Test("without a terminal to ask on it is not done, and a file that is no backup is not sent")
    func refused() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        try daemon.applySmallHousehold()
        let file = "\(daemon.folder.path)/household.yaml"
        #expect(try daemon.famplan(["restore", file]).status == 2)
        let refused = try daemon.famplan(["restore", file, "--yes"])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("it is no backup of famplan’s"))
        #expect(try daemon.famplan(["history"]).output.contains("apply"))
    }

    @Test("doctor finds a well daemon well, and says so line by line")
    func doctor() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        try daemon.applySmallHousehold()
        let doctor = try daemon.famplan(["doctor"])
        #expect(doctor.status == 0, "\(doctor.output)\(doctor.errors)")
        for check in ["database: sound", "clock: ", "channels: ", "permissions: ", "disk: ", "backup: ", "messages: "] {
            #expect(doctor.output.contains(check), "\(check)")
        }
        let report = try daemon.famplan(["doctor", "--json"])
        #expect(
            try JSONDecoder().decode(Document<DoctorReport>.self, from: Data(report.output.utf8)).body.findings.count
                >= 7
        )
        chmod("\(daemon.folder.path)/state/famplan.sqlite", 0o644)
        #expect(try daemon.famplan(["doctor"]).output.contains("chmod 600"))
    }
}
