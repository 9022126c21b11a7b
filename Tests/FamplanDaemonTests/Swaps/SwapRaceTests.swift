import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// Two at once, the plan that changes under an ask, and time that runs out: one clear outcome each, and no half swap.
@Suite("swap races", .timeLimit(.minutes(2)))
struct SwapRaceTests {
    private static let answers = "/v1/swaps/answer"
    private static let options = #""options":{"dryRun":false,"strict":false}"#

    private static func body(_ answer: String, of swap: Int = 1) -> String {
        #"{"swap":\#(swap),"answer":"\#(answer)",\#(options)}"#
    }

    /// Asks two things at the same time, through the router and on a database in a file; gives the statuses.
    private func race(
        _ family: SwapFamily,
        _ first: (Actor, String, String),
        _ second: (Actor, String, String)
    ) async throws -> [Int] {
        try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for (number, (actor, route, body)) in [first, second].enumerated() {
                let daemon = try InProcess(family.planner, as: actor)
                group.addTask { (number, try await daemon.post(route, body).status) }
            }
            var statuses = [0, 0]
            for try await (number, status) in group { statuses[number] = status }
            return statuses
        }
    }

    /// Where both sides of the swap of Maya's afternoon for Kofi's bedtime are.
    private func sides(_ family: SwapFamily) async throws -> [String] {
        [try await family.people("afternoons@2026-11-25"), try await family.people("bedtimes@2026-11-24")]
    }

    private static let before = ["maya", "kofi"]
    private static let after = ["kofi", "maya"]

    private func asked() async throws -> (TemporaryFolder, SwapFamily) {
        let folder = try TemporaryFolder()
        let store = try Store.open(at: "\(folder.path)/f.sqlite", settings: Settings(timeZone: "Europe/Berlin"))
        let family = try await SwapFamily(store: store)
        try await family.ask(for: "bedtimes@2026-11-24")
        return (folder, family)
    }

    @Test("yes and yes on two terminals: one of them changes the plan, once", arguments: 0..<6)
    func yesYes(round: Int) async throws {
        let (folder, family) = try await asked()
        defer { _ = folder }
        let yes = (SwapFamily.kofi, Self.answers, Self.body("yes"))
        let statuses = try await race(family, yes, yes)
        #expect(statuses.sorted() == [200, 409])
        #expect(try await sides(family) == Self.after)
        #expect(try await family.history().count == 1)
        #expect(try await family.state() == "accepted")
    }

    @Test("yes and no on two terminals: whichever came first counts, as a whole", arguments: 0..<6)
    func yesNo(round: Int) async throws {
        let (folder, family) = try await asked()
        defer { _ = folder }
        let statuses = try await race(
            family,
            (SwapFamily.kofi, Self.answers, Self.body("yes")),
            (SwapFamily.kofi, Self.answers, Self.body("no"))
        )
        #expect(statuses.sorted() == [200, 409])
        let isAccepted = statuses[0] == 200
        #expect(try await family.state() == (isAccepted ? "accepted" : "declined"))
        #expect(try await sides(family) == (isAccepted ? Self.after : Self.before))
        #expect(try await family.history().count == (isAccepted ? 1 : 0))
    }

    @Test("yes while the asker withdraws: agreed to or withdrawn, and the plan is as that says", arguments: 0..<6)
    func yesWithdraw(round: Int) async throws {
        let (folder, family) = try await asked()
        defer { _ = folder }
        let statuses = try await race(
            family,
            (SwapFamily.kofi, Self.answers, Self.body("yes")),
            (SwapFamily.maya, "/v1/swaps/withdraw", #"{"swap":1}"#)
        )
        #expect(statuses.sorted() == [200, 409])
        let isAccepted = statuses[0] == 200
        #expect(try await family.state() == (isAccepted ? "accepted" : "withdrawn"))
        #expect(try await sides(family) == (isAccepted ? Self.after : Self.before))
    }

    @Test("both have asked for the same the other way round and say yes at once: it is swapped once", arguments: 0..<6)
    func crossed(round: Int) async throws {
        let (folder, family) = try await asked()
        defer { _ = folder }
        try await family.ask("bedtimes@2026-11-24", to: "maya", for: "afternoons@2026-11-25", as: SwapFamily.kofi)
        let statuses = try await race(
            family,
            (SwapFamily.kofi, Self.answers, Self.body("yes", of: 1)),
            (SwapFamily.maya, Self.answers, Self.body("yes", of: 2))
        )
        #expect(statuses.sorted() == [200, 409])
        let states = [try await family.state(1), try await family.state(2)]
        #expect(states == (statuses[0] == 200 ? ["accepted", "stale"] : ["stale", "accepted"]))
        #expect(try await sides(family) == Self.after)
        #expect(try await family.history().count == 1)
    }

    @Test("yes while the entry is moved: the swap is made and then moved, or moved and not swapped", arguments: 0..<6)
    func yesMove(round: Int) async throws {
        let (folder, family) = try await asked()
        defer { _ = folder }
        let move = #"{"target":{"name":"afternoons@2026-11-25","following":false},"when":"16:00",\#(Self.options)}"#
        let statuses = try await race(
            family,
            (SwapFamily.kofi, Self.answers, Self.body("yes")),
            (SwapFamily.maya, "/v1/entries/move", move)
        )
        #expect(statuses[1] == 200)
        #expect(try await family.state() == (statuses[0] == 200 ? "accepted" : "stale"))
        #expect(try await sides(family) == (statuses[0] == 200 ? Self.after : Self.before))
    }

    @Test(
        "what has changed since the ask is named, nothing else is changed, and the words to ask again are given",
        arguments: [
            ("start", "it is on Wed 25 Nov 16:00–19:00 now, and was on Wed 25 Nov 14:30–17:30"),
            ("people", "Ama is on it now"), ("for", "it is for nobody now"), ("place", "it is at School now"),
            ("skip", "it does not take place any more"), ("rm", "it is not in the plan any more"),
            ("other", "“Bedtime” is not as it was: it is on Tue 24 Nov 19:00–21:00 now"),
        ]
    )
    func changed(what: String, words: String) async throws {
        let family = try await SwapFamily()
        try await family.ask(for: "bedtimes@2026-11-24")
        let planner = family.planner
        switch what {
        case "start": try await planner.move("afternoons@2026-11-25", to: "16:00")
        case "people": try await planner.edit("afternoons@2026-11-25", ["people": ["ama"]])
        case "for": try await planner.edit("afternoons", ["kind": ["family"], "for": []])
        case "place": try await planner.edit("afternoons@2026-11-25", ["place": ["school"]])
        case "skip": try await planner.remove("afternoons@2026-11-25")
        case "rm": try await planner.remove("afternoons")
        default: try await planner.move("bedtimes@2026-11-24", to: "19:00")
        }
        let plan = await planner.household
        let changes = try await family.history().count

        #expect(try await planner.swap(1, for: .administrator).problems.first?.contains(words) == true)
        let error = await refusal { try await family.answer(.yes) }

        #expect(error?.kind == .clash)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(
            error?.details.first?.contains("famplan swap ask afternoons@2026-11-25 --to kofi --for bedtimes") == true
        )
        #expect(await planner.household == plan)
        #expect(try await family.history().count == changes)
        #expect(try await family.state() == "stale")
        #expect(
            await refusal { try await family.answer(.yes) }?.message.contains(
                "when Kofi answered and the plan had changed"
            ) == true
        )
    }

    @Test("a title, a note and another day of the series may change: what was agreed to is the same")
    func harmless() async throws {
        let family = try await SwapFamily()
        try await family.ask()
        try await family.planner.edit("afternoons", ["title": ["Zoo"], "note": ["bring boots"]])
        try await family.planner.remove("afternoons@2026-12-02")
        #expect(try await family.answer(.yes).swap.state == "accepted")
        #expect(try await family.people("afternoons@2026-11-25") == "kofi")
    }

    @Test("of a series every later day counts, and none before")
    func series() async throws {
        let family = try await SwapFamily()
        try await family.ask("afternoons")
        try await family.planner.remove("afternoons@2026-12-02")
        let error = await refusal { try await family.answer(.yes) }
        #expect(error?.message.contains("other dates of the series were changed") == true)
    }

    @Test("a change that was taken back before the answer stands against nothing")
    func takenBack() async throws {
        let family = try await SwapFamily()
        try await family.ask()
        try await family.planner.move("afternoons@2026-11-25", to: "16:00")
        try await family.planner.undo()
        #expect(try await family.answer(.yes).swap.state == "accepted")
    }

    @Test("time that runs out counts before anybody looks at the clock")
    func late() async throws {
        let family = try await SwapFamily()
        try await family.ask(by: "12:00")
        family.clock.move(to: "2026-11-23T12:00:00+01:00")
        let error = await refusal { try await family.answer(.yes) }
        #expect(error?.kind == .clash)
        #expect(
            error?.message
                == "cannot answer swap 1: time ran out on Mon 23 Nov 12:00, and the plan is as before"
        )
        #expect(error?.details.first?.contains("famplan swap ask afternoons@2026-11-25") == true)
        #expect(await refusal { try await family.withdraw() }?.kind == .clash)
        #expect(try await family.state() == "expired")
        #expect(try await family.people("afternoons@2026-11-25") == "maya")
        // the same can be asked again at once
        #expect(try await family.ask().swap.id == 2)
    }

    @Test("time that ran out while the daemon was down is found at the start, at the moment at which it did")
    func downtime() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/f.sqlite"
        let settings = Settings(timeZone: "Europe/Berlin")
        do {
            let store = try Store.open(at: path, settings: settings)
            let family = try await SwapFamily(store: store)
            try await family.ask(by: "12:00")
            try await family.ask("dentist")
            try store.close()
        }
        let family = try await SwapFamily(store: try Store.open(at: path, settings: settings), household: nil)
        family.clock.move(to: "2026-11-24T09:00:00+01:00")
        let worker = SwapWorker(planner: family.planner)

        // what was found is to be told at once; then nothing is due before the other one
        #expect(try await worker.work() == family.clock.now)
        #expect(try await worker.work() == Instant(rfc3339: "2026-11-26T15:00:00+01:00"))

        let swap = try await family.planner.swap(1, for: .administrator).swap
        #expect(swap.state == "expired")
        #expect(swap.settledAt == "2026-11-23T12:00:00+01:00")
        #expect(swap.settledBy == nil)
        #expect(await refusal { try await family.answer(.yes) }?.kind == .clash)
        #expect(try await family.people("afternoons@2026-11-25") == "maya")
        #expect(try await family.state(2) == "open")
    }

    @Test("the database itself lets a swap end once, and in time")
    func database() async throws {
        let family = try await SwapFamily()
        try await family.ask(by: "12:00")
        let store = family.store
        let swap = try #require(try store.swap(1))
        let now = family.clock.now
        let late = Swap.Settlement(at: swap.until, by: "kofi")
        #expect(throws: StoreError.self) { try store.settle(swap.settled(.declined, late)) }
        try store.settle(swap.settled(.declined, Swap.Settlement(at: now, by: "kofi")))
        #expect(throws: StoreError.self) { try store.settle(swap.settled(.withdrawn, .init(at: now, by: "maya"))) }
        // with a change of the plan, neither is written
        let entry = try #require(await family.planner.household.entries[ID(trusted: "dentist")])
        let changes = [Change(removing: .entry(entry))]
        let commit = Commit(
            changes: changes,
            actor: "kofi",
            summary: "half",
            at: now,
            swap: swap.settled(.accepted, .init(at: now, by: "kofi"))
        )
        #expect(throws: StoreError.self) { try store.commit(commit) }
        #expect(try store.household(zones: .system).entries[entry.id] == entry)
        #expect(try store.swap(1)?.state == .declined)
    }
}
