import Foundation
import Testing

/// Runs the commands of a page one after another, on the daemons that it asks for.
final class PageRun {
    private var start = PageStart()
    private var folder: TemporaryFolder
    private var daemon: DaemonProcess?
    private var server: LoopbackServer?

    /// The folder in which the commands run, which is their home too.
    private var home: String { "\(folder.path)/home" }

    init() throws {
        folder = try TemporaryFolder()
        try makeHome()
    }

    /// The page with what its commands print now.
    func text(of page: MarkdownPage) throws -> String {
        try page.pieces.flatMap { try lines(of: $0) }.joined(separator: "\n")
    }

    private func lines(of piece: MarkdownPage.Piece) throws -> [String] {
        switch piece {
        case .lines(let lines): return lines
        case .start(let start, let source):
            try begin(start)
            return [source]
        case .file(let name, let text, let source):
            try Data(real(text).utf8).write(to: URL(fileURLWithPath: "\(home)/\(name)"))
            return source
        case .console(let fence, let commands):
            let isTerminal = fence.split(separator: " ").contains("terminal")
            let shown = try commands.map { $0.lines + (try printed(by: $0, isTerminal: isTerminal)) }
            // A blank line between one command's output and the next command.
            return [fence] + shown.joined(separator: [""]) + ["```"]
        }
    }

    // MARK: What they start from

    private func begin(_ start: PageStart) throws {
        self.start = start
        (daemon, server) = (nil, nil)
        folder = try TemporaryFolder()
        try makeHome()
    }

    private func makeHome() throws {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    }

    /// The daemon, started when the first command needs it: files that stand before it are there by then.
    private func running() throws -> DaemonProcess {
        if let daemon { return daemon }
        var environment = ["FAMPLAN_TIME_ZONE": "Europe/Berlin"]
        for name in start.credentials {
            let key = name.uppercased().replacing("-", with: "_")
            environment["FAMPLAN_CREDENTIAL_\(key)"] = "a-value-that-opens-nothing-anywhere"
        }
        let daemon = try DaemonProcess(
            folder,
            now: start.now,
            environment: environment,
            configuration: try start.config.map { try configuration(path($0)) }
        )
        if let household = start.household {
            let file = "\(folder.path)/household.yaml"
            let text = real(try String(contentsOfFile: path(household), encoding: .utf8))
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            let applied = try daemon.famplan(["apply", file, "--yes"])
            try #require(applied.status == 0, "\(applied.errors)")
        }
        self.daemon = daemon
        return daemon
    }

    private func configuration(_ path: String) throws -> String {
        let text = real(try String(contentsOfFile: path, encoding: .utf8))
        guard let address = start.server else { return text }
        let server = try LoopbackServer()
        self.server = server
        return text.replacing(address, with: server.address)
    }

    /// With the page's own folder where it speaks of another, and with who runs the test where it speaks of a user.
    private func real(_ text: String) -> String {
        var text = text
        if let folder = start.folder { text = text.replacing(folder, with: home) }
        if let user = start.user { text = text.replacing("unixUser: \(user)", with: "unixUser: \(NSUserName())") }
        return text
    }

    /// One of the page's files, or one of the project's.
    private func path(_ name: String) -> String {
        let own = "\(home)/\(name)"
        return FileManager.default.fileExists(atPath: own) ? own : ProjectFile.path(name)
    }

    // MARK: Commands

    private func printed(by command: MarkdownPage.ShownCommand, isTerminal: Bool) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", real(command.text)]
        process.currentDirectoryURL = URL(fileURLWithPath: home)
        process.environment = environment(socket: try running().socket)
        let said =
            isTerminal
            ? try TypedSession(process).run(typing: command.printed) : try Self.output(of: process)
        var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            // Blanks at the end of a line are no part of what is shown; editors take them away.
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    private func environment(socket: String) -> [String: String] {
        let programs = URL(fileURLWithPath: Programs.path("famplan")).deletingLastPathComponent().path
        return [
            "PATH": "\(programs):/usr/bin:/bin", "FAMPLAN_SOCKET": socket, "HOME": home, "COLUMNS": "80",
            "LANG": "C.UTF-8", "NO_COLOR": "1",
        ]
    }

    private static func output(of process: Process) throws -> String {
        let output = Pipe()
        (process.standardInput, process.standardOutput, process.standardError) =
            (FileHandle.nullDevice, output, output)
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return said
    }
}
