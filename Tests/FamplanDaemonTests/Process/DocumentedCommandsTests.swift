import Foundation
import Testing

/// What the documents show is what the programs say: each command is run, and its output held against the page.
@Suite("commands shown in documents")
struct DocumentedCommandsTests {
    @Test("a page shows what the example household really answers", arguments: ["docs/quick-add.md", "docs/tour.md"])
    func page(name: String) throws {
        let daemon = try DaemonProcess(TemporaryFolder())
        let applied = try daemon.famplan(["apply", ProjectFile.path("config/household.example.yaml"), "--yes"])
        #expect(applied.status == 0)
        let text = try ProjectFile.text(name)

        let real = try ConsolePage(text).run(on: daemon)

        // `make tour`: the page is written anew, to be read before it is believed.
        if ProcessInfo.processInfo.environment["FAMPLAN_RECORD"] == "1" {
            try Data(real.utf8).write(to: URL(fileURLWithPath: ProjectFile.path(name)))
        } else {
            #expect(text == real, "\(name) is no longer true: `make tour` writes it anew")
        }
    }
}

/// A Markdown page with blocks of commands (```` ```console ````, lines that begin with `$`) and what they print.
private struct ConsolePage {
    private let lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The page with what the commands print on a daemon.
    func run(on daemon: DaemonProcess) throws -> String {
        var page: [String] = []
        var isInBlock = false
        for line in lines {
            if line == "```console" {
                isInBlock = true
            } else if line == "```" {
                if isInBlock, page.last?.isEmpty ?? false { page.removeLast() }
                isInBlock = false
            } else if isInBlock {
                // What was printed when the page was written goes; a command is followed by what it prints now.
                if line.hasPrefix("$ ") { page += [String(line)] + (try output(of: line.dropFirst(2), on: daemon)) }
                continue
            }
            page.append(String(line))
        }
        return page.joined(separator: "\n")
    }

    private func output(of command: Substring, on daemon: DaemonProcess) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", String(command)]
        let folder = URL(fileURLWithPath: Programs.path("famplan")).deletingLastPathComponent().path
        process.environment = [
            "PATH": "\(folder):/usr/bin:/bin", "FAMPLAN_SOCKET": daemon.socket, "COLUMNS": "80", "LANG": "C.UTF-8",
        ]
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines + [""]
    }
}
