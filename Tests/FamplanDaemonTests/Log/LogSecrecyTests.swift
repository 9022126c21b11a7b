import Foundation
import Testing

@testable import FamplanDaemon

@Suite("what the log does not say", .timeLimit(.minutes(2)))
struct LogSecrecyTests {
    /// Words that stand nowhere but where the family wrote them.
    private static let canaries = ["Zaphira", "zaphira", "Quuxdentist", "quuxdentist", "tk-hunter2", "hunter3"]

    @Test(
        "no title, no child's name and no secret, whatever is asked and however it ends",
        arguments: ["trace", "info"]
    )
    func canaries(level: String) throws {
        let folder = try TemporaryFolder()
        let daemon = try daemon(folder, level)
        try household.write(toFile: "\(folder.path)/household.yaml", atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", "\(folder.path)/household.yaml", "--yes"]).status == 0)
        for command in commands { _ = try daemon.famplan(command) }
        #expect(daemon.terminate() == 0)
        let log = try String(contentsOfFile: "\(folder.path)/log", encoding: .utf8)
        // The log is there, and says that things happened.
        try #require(log.contains("/v1/entries was answered with 200"))
        try #require(level == "info" || log.contains("GET /v1/agenda was answered with"))
        for canary in Self.canaries {
            let lines = log.split(separator: "\n").filter { $0.contains(canary) }
            #expect(lines.isEmpty, "“\(canary)” is in \(lines.count) lines, first: \(lines.first ?? "")")
        }
    }

    private func daemon(_ folder: TemporaryFolder, _ level: String) throws -> DaemonProcess {
        let channels = """
            channels:
              hook: { kind: webhook, url: hook-url }
              phone: { kind: ntfy, server: "http://127.0.0.1:1", token: ntfy-token, topic: hunter3 }
              log: { kind: journal }
            """
        try channels.write(toFile: "\(folder.path)/famplan.yaml", atomically: true, encoding: .utf8)
        return try DaemonProcess(
            folder,
            environment: [
                "FAMPLAN_CONFIG": "\(folder.path)/famplan.yaml", "FAMPLAN_LOG_LEVEL": level,
                "FAMPLAN_CREDENTIAL_HOOK_URL": "http://127.0.0.1:1/hunter3",
                "FAMPLAN_CREDENTIAL_NTFY_TOKEN": "tk-hunter2",
            ],
            log: "\(folder.path)/log"
        )
    }

    /// What succeeds, and what is refused: each names what must not be told.
    private let commands = [
        [
            "add", "appointment", "--title", "Quuxdentist", "--people", "zaphira", "--start", "2026-11-24T10:00",
            "--duration", "1h", "--place", "school",
        ],
        ["add", "appointment", "--title", "Quuxdentist", "--people", "nobody", "--start", "25:00"],
        ["agenda", "--who", "zaphira"], ["agenda", "--who", "zaphiraa"], ["week"], ["conflicts", "--who", "zaphira"],
        ["rm", "quuxdentistt"], ["move", "quuxdentist", "nowhen"], ["skip", "zaphira-school@2026-11-24"],
        ["ill", "zaphira"], ["history"], ["undo"], ["export", "--household"],
        ["notify", "test", "--for", "maya", "--channel", "hook"],
        ["notify", "test", "--for", "maya", "--channel", "phone"],
        ["notify", "test", "--for", "maya", "--channel", "log"], ["outbox"], ["digest", "--for", "maya"],
        ["suggest", "quuxdentist"],
    ]

    private let household = smallHousehold.replacing("noah", with: "zaphira").replacing("Noah", with: "Zaphira")
        .replacing(
            "name: Maya, role: parent",
            with:
                "name: Maya, role: parent, notify: { channels: [{ channel: hook }, { channel: phone }, { channel: log }] }"
        )
}
