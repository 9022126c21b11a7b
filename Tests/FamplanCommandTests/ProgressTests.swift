import FamplanClient
import FamplanCommands
import FoundationEssentials
import Glibc
import Testing

@Suite struct ProgressTests {
    private let files = ["school.ics": "BEGIN:VCALENDAR"]

    /// Imports while some seconds pass; the answer comes once they were shown, or at once where nobody is to see them.
    private func run(_ console: FakeConsole, _ arguments: [String], waitsFor shown: String?) async -> Int32 {
        await console.run(arguments) { _ in
            // The other task needs a thread alone; a test that waits here for ever has failed.
            for _ in 0..<1_000_000 where shown.map({ !console.seen.error.contains($0) }) ?? false { sched_yield() }
            return try .document("import")
        }
    }

    @Test("on a terminal it is said what is being done and for how long, and that is taken away when it is done")
    func shown() async throws {
        let console = FakeConsole(isTerminal: true, files: files, isErrorTerminal: true, seconds: [1, 2, 65])

        _ = await run(console, ["import", "school.ics"], waitsFor: "1 min 5 s")

        let parts = console.seen.error.components(separatedBy: "\r\u{1B}[K")
        #expect(
            parts.dropFirst().prefix(4) == [
                "importing school.ics … 1 s", "importing school.ics … 2 s", "importing school.ics … 1 min 5 s", "",
            ]
        )
    }

    @Test(
        "nothing is said where messages go elsewhere, with --json, or within a second",
        arguments: [(false, [], [1, 2]), (true, ["--json"], [1, 2]), (true, [], [])] as [(Bool, [String], [Int])]
    )
    func silent(isErrorTerminal: Bool, more: [String], seconds: [Int]) async throws {
        let console = FakeConsole(isTerminal: true, files: files, isErrorTerminal: isErrorTerminal, seconds: seconds)

        _ = await run(console, ["import", "school.ics"] + more, waitsFor: nil)

        #expect(!console.seen.error.contains("importing"))
        #expect(!console.seen.error.contains("\u{1B}[K"))
    }
}
