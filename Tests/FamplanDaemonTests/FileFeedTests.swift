import FamplanAPI
import FeedTestSupport
import Feeds
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("calendars on this machine")
struct FileFeedTests {
    private let folder: TemporaryFolder
    private let planner: Planner

    init() async throws {
        folder = try TemporaryFolder()
        planner = try await Planner.test()
    }

    private var path: String { "\(folder.path)/school.ics" }

    private func write(_ days: [String]) throws {
        try FeedServer.Answer.text(of: days).write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func configuration(_ name: String = "Springfield school", role: FeedRole = .closure) -> FeedConfiguration {
        FeedConfiguration(
            key: "school",
            path: path,
            name: name,
            role: role,
            fields: [:],
            closes: role == .closure ? [ID(trusted: "noah-school")] : [],
            every: nil
        )
    }

    private func look(_ configured: [FeedConfiguration]) async throws {
        let worker = FeedWorker(planner: planner, follower: .test(planner)) { configured }
        _ = try await worker.work()
    }

    private var closed: [String] {
        get async throws {
            let reading = Reading(snapshot: await planner.snapshot)
            let range = try reading.range(from: "2026-11-23", to: "2026-12-12")
            return reading.agenda(range, who: nil).items.compactMap { item in
                item.closed.map { "\(item.start.prefix(10)) \($0)" }
            }
        }
    }

    @Test("a file that the configuration names closes school; without it in the configuration, it does not")
    func following() async throws {
        try write(["2026-12-01 Teacher day"])
        try await look([configuration()])
        #expect(try await closed == ["2026-12-01 Teacher day, from Springfield school feed"])
        let feed = try #require(try await planner.feeds().first)
        #expect(feed.record.id.rawValue == "file.school")
        #expect(feed.shownAddress == "file://\(path)")
        try await look([])
        #expect(try await closed == [])
        #expect(try await planner.feeds().isEmpty)
    }

    @Test(
        "what is changed in the configuration is so in the plan, under the same ids; what is not is not looked at again"
    )
    func changing() async throws {
        try write(["2026-12-01 Teacher day"])
        try await look([configuration()])
        let before = try await planner.history(limit: 99, id: nil).count
        try await look([configuration()])
        #expect(try await planner.history(limit: 99, id: nil).count == before)
        try await look([configuration("Our school")])
        #expect(try await closed == ["2026-12-01 Teacher day, from Our school feed"])
        try await look([configuration(role: .info)])
        #expect(try await closed == [])
        let entries = await planner.household.entries.values.filter { $0.feed != nil }
        #expect(entries.map(\.id.rawValue) == ["teacher-day"])
    }

    @Test("a file that is gone, half written, a folder or too large keeps the last good days")
    func noGood() async throws {
        try write(["2026-12-01 Teacher day"])
        try await look([configuration()])
        func expect(_ words: String, _ spoil: () throws -> Void) async throws {
            try? FileManager.default.removeItem(atPath: path)
            try spoil()
            try await planner.askAgain(ID(trusted: "file.school"))
            try await look([configuration()])
            let state = try #require(try await planner.feeds().first).state
            #expect(state.trouble?.words.contains(words) == true, "\(state.trouble?.words ?? "")")
            #expect(try await closed.count == 1)
        }
        try await expect("No such file") {}
        try await expect("not a plain file") {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        // A pipe is not waited for.
        try await expect("not a plain file") { mkfifo(path, 0o600) }
        try await expect("not complete") {
            try "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".write(toFile: path, atomically: true, encoding: .utf8)
        }
        try await expect("larger than 16 MiB") {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            truncate(path, 17 << 20)
        }
    }

    @Test("no command ends following it, and none begins it")
    func commands() async throws {
        try write(["2026-12-01 Teacher day"])
        try await look([configuration()])
        let refusal = await refusal { try await planner.removeFeed("file.school", by: .admin) }
        #expect(refusal?.message.contains("it is in the daemon's configuration") == true)
        #expect(try await planner.feeds().count == 1)
    }
}

@Suite("feeds in famplan.yaml")
struct FeedsConfigurationTests {
    private func read(_ feeds: String) throws -> [FeedConfiguration] {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/famplan.yaml"
        try feeds.write(toFile: path, atomically: true, encoding: .utf8)
        return try ConfigurationFile.read(.required(path), Credentials(environment: [:])).feeds
    }

    private func mistakes(_ feeds: String) -> [String] {
        do {
            _ = try read(feeds)
            return []
        } catch let fault as ConfigurationFault {
            return fault.lines.map { String($0.split(separator: "famplan.yaml:").last ?? "") }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("what is given is what is followed")
    func given() throws {
        let feeds = try read(
            """
            feeds:
              school: { url: "file:///srv/school.ics", role: closure, entries: [noah-school], name: Our school, every: 90m }
              job: { url: "file:///srv/job.ics", role: busy, people: maya, stream: northwind, attention: call, place: office }
            """
        )
        #expect(
            feeds == [
                FeedConfiguration(
                    key: "school",
                    path: "/srv/school.ics",
                    name: "Our school",
                    role: .closure,
                    fields: [:],
                    closes: [ID(trusted: "noah-school")],
                    every: 5_400
                ),
                FeedConfiguration(
                    key: "job",
                    path: "/srv/job.ics",
                    name: "job",
                    role: .busy,
                    fields: [
                        "people": ["maya"], "stream": ["northwind"], "attention": ["call"], "place": ["office"],
                    ],
                    closes: [],
                    every: nil
                ),
            ]
        )
    }

    @Test(
        "mistakes are told with their line and what would help",
        arguments: [
            ("feeds: school.ics", "1: feeds: is"),
            ("feeds:\n  a: { role: info }", "2: feeds › a › url: is needed"),
            ("feeds:\n  a: { url: https://school.example/x, role: info }", "`famplan feed add`"),
            ("feeds:\n  a: { url: file://host/x, role: info }", "is not the address of a file"),
            ("feeds:\n  a: { url: \"file:///x\", role: clsure }", "did you mean “closure”?"),
            ("feeds:\n  a: { url: \"file:///x\", role: closure }", "is needed of a closure"),
            ("feeds:\n  a: { url: \"file:///x\", role: info, entries: [b] }", "for the role closure alone"),
            ("feeds:\n  a: { url: \"file:///x\", role: info, evry: 6h }", "did you mean “every”?"),
            ("feeds:\n  a: { url: \"file:///x\", role: info, every: often }", "try 90m, 6h, 1d"),
            ("feeds:\n  A b: { url: \"file:///x\", role: info }", "is not a name"),
        ]
    )
    func wrong(text: String, words: String) {
        let mistakes = mistakes(text)
        #expect(mistakes.contains { $0.contains(words) }, "\(mistakes)")
    }
}
