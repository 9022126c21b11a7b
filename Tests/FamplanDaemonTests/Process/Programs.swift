import Foundation
import Testing

/// The programs as they were built with the tests.
enum Programs {
    /// What a program said, and how it ended.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs `famplan` to its end.
    static func famplan(
        _ arguments: [String],
        socket: String,
        asUser uid: UInt32? = nil,
        environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        let command = [path("famplan")] + arguments + ["--socket", socket]
        // setpriv comes with util-linux: it is how one uid becomes another without a password.
        let words = uid.map { ["/usr/bin/setpriv", "--reuid", "\($0)", "--clear-groups"] + command } ?? command
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        if !environment.isEmpty { process.environment = ownEnvironment(with: environment) }
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self)
        )
    }

    static func ownEnvironment(with more: [String: String]) -> [String: String] {
        ProcessInfo.processInfo.environment.merging(more) { $1 }
    }

    static func path(_ name: String) -> String {
        // The test's own executable stands beside them: …/debug/famplanPackageTests.xctest.
        let own = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
    }
}

/// A daemon process of a test, on a folder of its own.
final class DaemonProcess {
    let folder: TemporaryFolder
    private let process = Process()
    private let errors = Pipe()

    var socket: String { "\(folder.path)/s" }
    var pid: Int32 { process.processIdentifier }

    /// Starts it; it answers when this returns.
    ///
    /// - Parameters:
    ///   - now: where its clock stands still; nil: it goes by the machine's.
    ///   - arguments: besides those for its state, socket and clock.
    ///   - environment: what it has besides the test's.
    ///   - log: a file for what it says; nil: a pipe, which takes little before it is full.
    ///   - isActivated: whether its socket is made before it starts, as systemd does.
    ///   - configuration: what its `famplan.yaml` says; nil: it has none of its own.
    init(
        _ folder: TemporaryFolder,
        waiting: Bool = true,
        now: String? = "2026-11-23T08:00:00+01:00",
        arguments: [String] = [],
        environment: [String: String] = [:],
        log: String? = nil,
        isActivated: Bool = false,
        configuration: String? = nil
    ) throws {
        self.folder = folder
        let file = "\(folder.path)/famplan.yaml"
        try configuration?.write(toFile: file, atomically: true, encoding: .utf8)
        let own =
            ["--state", "\(folder.path)/state"] + (now.map { ["--now", $0] } ?? [])
            + (configuration.map { _ in ["--config", file] } ?? []) + arguments
        if isActivated {
            let script = ProjectFile.path("Tests/FamplanDaemonTests/Process/activate.py")
            process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            process.arguments = [script, "\(folder.path)/s", Programs.path("famplan-daemon")] + own
        } else {
            process.executableURL = URL(fileURLWithPath: Programs.path("famplan-daemon"))
            process.arguments = own + ["--socket", "\(folder.path)/s"]
        }
        process.environment = Programs.ownEnvironment(with: environment)
        if let log {
            try #require(FileManager.default.createFile(atPath: log, contents: nil))
            process.standardError = FileHandle(forWritingAtPath: log)
        } else {
            process.standardError = errors
        }
        try process.run()
        while waiting, try famplan(["status"]).status != 0 {
            try #require(process.isRunning, "the daemon did not start")
        }
    }

    func famplan(
        _ arguments: [String],
        asUser uid: UInt32? = nil,
        environment: [String: String] = [:]
    ) throws -> Programs.Result {
        try Programs.famplan(arguments, socket: socket, asUser: uid, environment: environment)
    }

    /// As power loss would.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// As the service manager does; gives the exit status.
    func terminate() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits until it ends by itself; gives the exit status and what it complained of.
    func ended() -> (status: Int32, errors: String) {
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    deinit {
        if process.isRunning { kill() }
    }
}
