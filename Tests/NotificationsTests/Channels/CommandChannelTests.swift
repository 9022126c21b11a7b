import Foundation
import Household
import Logging
import NIOPosix
import Notifications
import Testing

@Suite("channels that run a program")
struct CommandChannelTests {
    @Test("the program gets the message as JSON, and nothing else of the daemon's")
    func surroundings() async throws {
        let folder = try Folder()
        let channel = ExecChannel(
            command: try Tool(folder, "exit 0").command(environment: ["PATH": "/usr/bin:/bin", "A": "b"])
        )
        #expect(await channel.send(.sample(), to: "maya") == .sent)
        let input = try #require(folder.text("input"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(input.utf8)) as? [String: String])
        #expect(object["id"] == "digest.maya.2026-11-24")
        #expect(object["address"] == "maya")
        #expect(object["html"] == nil)
        let environment = try #require(folder.text("environment")).split(separator: "\n").map {
            $0.prefix { $0 != "=" }
        }
        // The shell sets the last three itself.
        #expect(Set(environment).subtracting(["PWD", "_", "OLDPWD", "SHLVL"]) == ["PATH", "A"])
        let files = try #require(folder.text("files")).split(separator: "\n").filter { $0.contains(" -> ") }
        let numbers = files.compactMap { line in
            line.prefix { $0 != ">" }.split(separator: " ").dropLast().last.flatMap { Int($0) }
        }
        // The shell keeps its script at 10 (dash) or above.
        #expect(numbers.filter { $0 < 10 } == [0, 1, 2])
    }

    @Test("one that takes too long is ended with all that it started")
    func group() async throws {
        let rig = try await Rig.make(.exec, .hangs, limit: 1)
        guard case .delayed = await rig.channel.send(.sample(), to: nil) else {
            Issue.record("not delayed")
            return
        }
        let child = try #require(rig.folder.text("child")).trimmingCharacters(in: .whitespacesAndNewlines)
        try await eventually("what the program started still runs") {
            let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
            return status.isEmpty || status.contains(") Z ")
        }
    }

    @Test("one that is not there is refused, and named")
    func missing() async throws {
        let command = Command(["/no/such/tell"], environment: [:], timers: MultiThreadedEventLoopGroup.singleton)
        #expect(
            await ExecChannel(command: command).send(.sample(), to: nil)
                == .refused(why: "cannot run /no/such/tell: No such file or directory")
        )
    }

    @Test("one that somebody killed is tried again")
    func killed() async throws {
        let folder = try Folder()
        let channel = ExecChannel(command: try Tool(folder, "kill -9 $$").command())
        guard case .delayed(nil, let why) = await channel.send(.sample(), to: nil) else {
            Issue.record("not delayed")
            return
        }
        #expect(why.hasSuffix("was ended by signal 9"))
    }

    @Test("one that reads nothing and prints much is sent all the same")
    func output() async throws {
        let command = Command(
            ["/bin/sh", "-c", "head -c 5000000 /dev/zero; head -c 5000000 /dev/zero >&2"],
            environment: ["PATH": "/usr/bin:/bin"],
            timers: MultiThreadedEventLoopGroup.singleton
        )
        #expect(await ExecChannel(command: command).send(.nasty, to: nil) == .sent)
    }

    @Test("many at once all end")
    func many() async throws {
        let command = Command(["/bin/true"], environment: [:], timers: MultiThreadedEventLoopGroup.singleton)
        await withTaskGroup(of: Delivery.self) { group in
            for _ in 0..<100 { group.addTask { await ExecChannel(command: command).send(.sample(), to: nil) } }
            for await delivery in group { #expect(delivery == .sent) }
        }
    }

    @Test("apprise gets no title on its command line")
    func appriseOptions() async throws {
        let folder = try Folder()
        let command = try Tool(folder, "exit 0").command()
        let channel = AppriseChannel(command: command, configuration: "/run/apprise", tag: "family")
        #expect(await channel.send(.sample(severity: .critical), to: nil) == .sent)
        #expect(folder.text("arguments") == "-t\nfamplan\n-n\nfailure\n-i\ntext\n-c\n/run/apprise\n-g\nfamily\n")
        #expect(folder.text("input") == "famplan Tue 24 Nov: 2 gaps\n\n2 gaps, the first at 15:00\n")
    }

    @Test("apprise itself delivers to a server, and says when it can't or has no such tag")
    func apprise() async throws {
        let program = "/usr/bin/apprise"
        try #require(
            FileManager.default.isExecutableFile(atPath: program),
            "\(program) is not there: scripts/system-libraries.sh --tests installs what tests need"
        )
        let (folder, server) = (try Folder(), try await WebServer.start(.answers(200)))
        let configuration = try folder.write(
            "family=json://127.0.0.1:\(server.port)/\nnobody=json://127.0.0.1:1/\n",
            to: "apprise.conf"
        )
        let environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"]
        let command = Command([program], environment: environment, timers: MultiThreadedEventLoopGroup.singleton)
        let channel = AppriseChannel(command: command, configuration: configuration, tag: "family")
        #expect(await channel.send(.sample(title: "Grüße 👩‍👧‍👦"), to: nil) == .sent)
        let body = try #require(server.requests.first?.body)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        #expect(object["title"] as? String == "famplan")
        #expect((object["message"] as? String)?.hasPrefix("Grüße 👩‍👧‍👦\n\n2 gaps") == true)
        #expect(object["type"] as? String == "warning")
        guard case .delayed = await channel.send(.sample(), to: "nobody") else {
            Issue.record("not delayed")
            return
        }
        guard case .refused = await channel.send(.sample(), to: "unknown") else {
            Issue.record("not refused")
            return
        }
    }
}
