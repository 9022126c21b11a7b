import Foundation
import Testing

/// A real mail server on loopback (aiosmtpd), and msmtp to reach it.
final class MailServer: Sendable {
    private let folder: Folder
    private let process: Process
    private let stdin: Pipe
    /// The command that sends.
    let command: [String]

    static func start() async throws -> MailServer {
        for tool in ["/usr/bin/msmtp", "/usr/bin/python3"] {
            try #require(
                FileManager.default.isExecutableFile(atPath: tool),
                "\(tool) is not there: scripts/system-libraries.sh --tests installs what tests need"
            )
        }
        let folder = try Folder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "smtp_server.py"
        )
        process.arguments = [script.path, folder.path]
        let stdin = Pipe()
        process.standardInput = stdin
        try process.run()
        return try await MailServer(folder: folder, process: process, stdin: stdin)
    }

    private init(folder: Folder, process: Process, stdin: Pipe) async throws {
        self.folder = folder
        self.process = process
        self.stdin = stdin
        try await eventually("the mail server did not start (is python3-aiosmtpd installed?)") {
            folder.text("port") != nil
        }
        let settings = """
            account default
            host 127.0.0.1
            port \(folder.text("port") ?? "")
            auth off
            tls off
            """
        command = ["/usr/bin/msmtp", "-C", try folder.write(settings + "\n", to: "msmtprc")]
    }

    deinit {
        try? stdin.fileHandleForWriting.close()
    }

    /// In the order in which they came.
    func mails() throws -> [Mail] {
        let lines = (folder.text("mails") ?? "").split(separator: "\n")
        return try lines.map { try JSONDecoder().decode(Mail.self, from: Data($0.utf8)) }
    }

    /// A mail as Python's email package reads it.
    struct Mail: Decodable {
        var sender: String
        var recipients: [String]
        var names: [String]
        var headers: [String: String]
        var seconds: Int
        var defects: [String]
        var type: String
        var parts: [Part]
        /// In letters, of the mail as it came.
        var longest: Int
        var ascii: Bool
    }

    struct Part: Decodable, Equatable {
        var type: String
        var charset: String
        var content: String
    }
}
