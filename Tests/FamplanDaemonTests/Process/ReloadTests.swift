import FamplanAPI
import Foundation
import Testing

@testable import FamplanDaemon

/// A daemon with a configuration file, and a person who is told things.
struct ConfiguredDaemon {
    let folder: ConfigurationFolder
    let daemon: DaemonProcess

    /// - Parameter channels: those of the person, whether they are configured or not.
    init(
        _ configuration: (ConfigurationFolder) -> String,
        channels: [String],
        credentials: [String: String] = [:],
        environment: [String: String] = [:]
    ) throws {
        folder = try ConfigurationFolder(credentials: credentials)
        try folder.write(configuration(folder))
        daemon = try DaemonProcess(
            folder.folder,
            now: nil,
            arguments: ["--config", folder.path],
            environment: folder.environment.merging(environment) { $1 }
        )
        let subscriptions = channels.map { "{ channel: \($0), address: maya-\($0)@home.example }" }
        let file = "\(folder.folder.path)/household.yaml"
        let told = "role: parent, notify: { channels: [ \(subscriptions.joined(separator: ", ")) ] }"
        try smallHousehold.replacing("name: Maya, role: parent", with: "name: Maya, \(told)")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let applied = try daemon.famplan(["apply", file, "--yes"])
        try #require(applied.status == 0, "\(applied.errors)")
    }

    /// A program that keeps what it is told in a file of this name.
    static func keeper(_ name: String, in folder: ConfigurationFolder) -> String {
        "{ kind: exec, command: [/bin/sh, -c, 'cat >> \(folder.folder.path)/\(name)'] }"
    }

    func kept(_ name: String) -> String {
        (try? String(contentsOfFile: "\(folder.folder.path)/\(name)", encoding: .utf8)) ?? ""
    }

    /// - Parameter channel: nil: all that the person has.
    func test(_ channel: String? = nil) throws -> Programs.Result {
        try daemon.famplan(["notify", "test", "--for", "maya"] + (channel.map { ["--channel", $0] } ?? []))
    }

    func status() throws -> Status {
        let text = try daemon.famplan(["status", "--json"]).output
        return try JSONDecoder().decode(Document<Status>.self, from: Data(text.utf8)).body
    }

    func reload(_ text: String) throws {
        try folder.write(text)
        kill(daemon.pid, SIGHUP)
    }
}

@Suite("SIGHUP", .serialized, .timeLimit(.minutes(3)))
struct ReloadTests {
    private func keeper(_ name: String, _ folder: ConfigurationFolder) -> String {
        ConfiguredDaemon.keeper(name, in: folder)
    }

    @Test("a broken configuration changes nothing and is told; a mended one is taken, with its channels")
    func reload() async throws {
        let running = try ConfiguredDaemon(
            { "channels:\n  old: \(keeper("old", $0))\n" },
            channels: ["old", "new"]
        )
        #expect(try running.test("old").status == 0)
        try await eventually("the first message comes") { running.kept("old").contains("\"kind\":\"test\"") }

        try running.reload("logLevel: debug\nhorizn: 2w\nchannels:\n  new: { kind: exce }\n")
        try await eventually("the mistakes are told") {
            try running.status().configuration?.mistakes == [
                "\(running.folder.path):2: horizn: unknown key “horizn” (did you mean “horizon”?)",
                "\(running.folder.path):4: channels › new › kind: unknown kind “exce” (did you mean “exec”?)",
            ]
        }
        let shown = try running.daemon.famplan(["status"], environment: ["COLUMNS": "200"]).output
        #expect(shown.contains("configuration  not reloaded: \(running.folder.path):2: horizn: unknown key"))
        #expect(try running.status().outbox?.missingChannels == ["new"])
        #expect(try running.test("new").errors.contains("it is not in the daemon's configuration (there are old)"))
        try await eventually("the old channel delivers as before") {
            // A message's id has the second in it: the same one is not sent twice.
            _ = try running.test("old")
            return running.kept("old").ranges(of: "\"kind\":\"test\"").count >= 2
        }

        try running.reload("horizon: 2w\nchannels:\n  new: \(keeper("new", running.folder))\n")
        try await eventually("nothing is told any more") { try running.status().configuration?.mistakes == [] }
        let status = try running.status()
        #expect(status.outbox?.missingChannels == ["old"])
        #expect(try days(of: status) == 14)
        #expect(try !running.daemon.famplan(["status"]).output.contains("configuration"))
        try await eventually("the new channel delivers") {
            _ = try running.test("new")
            return running.kept("new").contains("\"kind\":\"test\"")
        }

        #expect(running.daemon.terminate() == 0)
        let log = running.daemon.ended().errors
        #expect(log.contains("the configuration has mistakes, and the one before is kept"))
        #expect(log.contains("famplan.yaml:2: horizn: unknown key"))
        #expect(log.contains("the configuration was read again"))
    }

    /// How far ahead conflicts are looked for.
    private func days(of status: Status) throws -> Int {
        let horizon = try #require(ISO8601DateFormatter().date(from: status.horizon))
        return Int((horizon.timeIntervalSinceNow / 86_400).rounded(.up))
    }

    @Test("what is being sent when its channel goes is sent to its end")
    func inFlight() async throws {
        let running = try ConfiguredDaemon(
            { folder in
                let path = folder.folder.path
                mkfifo("\(path)/gate", 0o600)
                let script = "cat > \(path)/begun; cat \(path)/gate > /dev/null; echo done > \(path)/ended"
                return "channels:\n  slow: { kind: exec, command: [/bin/sh, -c, '\(script)'] }\n"
            },
            channels: ["slow"]
        )
        #expect(try running.test("slow").status == 0)
        try await eventually("it is being sent") { !running.kept("begun").isEmpty }
        try running.reload("channels: {}\n")
        try await eventually("the channel is gone") { try running.status().outbox?.missingChannels == ["slow"] }
        try "go".write(toFile: "\(running.folder.folder.path)/gate", atomically: false, encoding: .utf8)
        try await eventually("it comes to its end") { running.kept("ended") == "done\n" }
        try await eventually("and counts as sent") {
            let text = try running.daemon.famplan(["outbox", "--json"]).output
            let rows = try JSONDecoder().decode(Document<OutboxList>.self, from: Data(text.utf8)).body.rows
            return rows.map(\.state) == ["sent"]
        }
    }

    @Test("credentials are read again, the service manager is told, and many signals at once do no harm")
    func manager() async throws {
        let server = try LoopbackServer()
        let place = try TemporaryFolder()
        let manager = try NotifySocket(in: place)
        let text = "logLevel: error\nchannels: { hook: { kind: webhook, url: hook-url } }\n"
        let running = try ConfiguredDaemon(
            { _ in text },
            channels: ["hook"],
            credentials: ["hook-url": "\(server.address)/one"],
            environment: ["NOTIFY_SOCKET": manager.path]
        )
        try manager.wait(for: "READY=1")
        try running.folder.give("hook-url", "\(server.address)/two")
        try running.reload(text)
        try manager.wait(for: "RELOADING=1")
        let reloading = try #require(manager.datagrams.last)
        #expect(reloading.wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=[0-9]+/) != nil, "\(reloading)")
        try manager.wait(for: "READY=1")
        #expect(manager.datagrams.last == "READY=1\nSTATUS=2 entries, 0 conflicts in sight")
        #expect(try running.test("hook").status == 0)
        try await eventually("the new address is called") { server.requests == ["POST /two"] }

        try running.reload("logLevel: eror\n")
        try manager.wait(for: "READY=1")
        let refused = try #require(manager.datagrams.last)
        #expect(refused.hasPrefix("READY=1\nSTATUS=configuration not reloaded: \(running.folder.path):1: logLevel: "))

        try running.folder.write(text)
        for _ in 0..<200 { kill(running.daemon.pid, SIGHUP) }
        try await eventually("the last one counts") { try running.status().configuration?.mistakes == [] }
        #expect(running.daemon.terminate() == 0)
    }
}
