import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

/// One parent asks the other to take something over.
@Suite("swaps")
struct SwapTests {
    @Test("an ask changes nothing, and says what it would do")
    func ask() async throws {
        let family = try await SwapFamily()

        let report = try await family.ask(for: "bedtimes@2026-11-24", by: "tue 12:00")

        #expect(report.swap.id == 1)
        #expect(report.swap.state == "open")
        #expect((report.swap.asker, report.swap.asked) == ("maya", "kofi"))
        #expect(report.swap.wanted.name == "afternoons@2026-11-25")
        #expect(report.swap.offered?.name == "bedtimes@2026-11-24")
        #expect(report.swap.until == "2026-11-24T12:00:00+01:00")
        #expect(try await family.people("afternoons@2026-11-25") == "maya")
        #expect(try await family.people("bedtimes@2026-11-24") == "kofi")
        #expect(try await family.history().isEmpty)
    }

    @Test("yes changes both sides in one change, which the history tells with both names")
    func yes() async throws {
        let family = try await SwapFamily()
        try await family.ask(for: "bedtimes@2026-11-24")

        let report = try await family.answer(.yes)

        #expect(report.swap.state == "accepted")
        #expect(report.swap.settledBy == "kofi")
        #expect(try await family.people("afternoons@2026-11-25") == "kofi")
        #expect(try await family.people("bedtimes@2026-11-24") == "maya")
        // the others of the series are as they were
        #expect(try await family.people("afternoons@2026-12-02") == "maya")
        #expect(try await family.people("bedtimes@2026-11-25") == "kofi")
        #expect(
            try await family.history() == [
                "kofi: swap 1, asked for by Maya and agreed to by Kofi: Kofi takes over “Afternoon”, Wed 25 Nov 14:30–17:30; "
                    + "in return Maya takes over “Bedtime”, Tue 24 Nov 18:00–20:00 (a client’s call)"
            ]
        )
    }

    @Test("taking the change back takes both sides back, and the swap says so")
    func undo() async throws {
        let family = try await SwapFamily()
        try await family.ask(for: "bedtimes@2026-11-24")
        let change = try #require(try await family.answer(.yes).swap.change)

        let undo = try await family.planner.undo(change, by: SwapFamily.maya)

        #expect(try await family.people("afternoons@2026-11-25") == "maya")
        #expect(try await family.people("bedtimes@2026-11-24") == "kofi")
        let swap = try await family.planner.swap(1, for: .administrator).swap
        #expect(swap.state == "accepted")
        #expect(swap.undoneBy == undo.change)
    }

    @Test("no, and withdrawing, change nothing; what has ended can't be answered again")
    func no() async throws {
        let family = try await SwapFamily()
        try await family.ask()
        let report = try await family.answer(.no, reason: "in  Leipzig")
        #expect(report.swap.state == "declined")
        #expect(report.swap.words == "in Leipzig")
        #expect(report.askAgain == "famplan swap ask afternoons@2026-11-25 --to kofi --reason 'a client’s call'")
        try await family.ask()
        #expect(try await family.withdraw(2).swap.state == "withdrawn")

        for swap in [1, 2] {
            let late = await refusal { try await family.answer(swap, .yes) }
            #expect(late?.kind == .clash)
        }
        let first = await refusal { try await family.answer(1, .yes) }
        #expect(first?.message == "cannot answer swap 1: it was declined by Kofi on Mon 23 Nov 08:00")
        #expect(try await family.people("afternoons@2026-11-25") == "maya")
        #expect(try await family.history().isEmpty)
    }

    @Test("a counter-offer is an ask the other way round, in place of the first")
    func counter() async throws {
        let family = try await SwapFamily()
        try await family.ask()

        let report = try await family.answer(.counter, for: "bedtimes@2026-11-24", reason: "then you do bedtime")

        #expect((report.swap.asker, report.swap.asked) == ("kofi", "maya"))
        #expect(report.swap.wanted.name == "bedtimes@2026-11-24")
        #expect(report.swap.offered?.name == "afternoons@2026-11-25")
        #expect(report.swap.counters == 1)
        let first = try await family.planner.swap(1, for: .administrator).swap
        #expect(first.state == "countered")
        #expect(first.counteredBy == 2)
        // Kofi can't answer his own, and the first is closed
        #expect(await refusal { try await family.answer(2, .yes) }?.kind == .notAllowed)
        #expect(await refusal { try await family.answer(1, .yes) }?.kind == .clash)
        try await family.answer(2, .yes, as: SwapFamily.maya)
        #expect(try await family.people("afternoons@2026-11-25") == "kofi")
        #expect(try await family.people("bedtimes@2026-11-24") == "maya")
    }

    @Test("who brings and who fetches can be swapped, of one day or with another")
    func ways() async throws {
        let family = try await SwapFamily()
        try await family.ask("noah-school@2026-11-25", for: "noah-school@2026-11-25")
        try await family.answer(.yes)
        #expect(try await family.people("noah-school@2026-11-25") == "noah; brought by kofi; fetched by maya")
        #expect(try await family.people("noah-school@2026-11-26") == "noah; brought by maya; fetched by kofi")

        // now both of Friday are Maya's, and she asks for one
        try await family.planner.edit("noah-school@2026-11-27", ["pickUp": ["maya"]])
        let report = try await family.ask("noah-school@2026-11-27", only: ["pick-up"])
        #expect(report.swap.wanted.parts == ["pick-up"])
        try await family.answer(2, .yes)
        #expect(try await family.people("noah-school@2026-11-27") == "noah; brought by maya; fetched by kofi")
    }

    @Test("a series without a day goes over from its next occurrence on; what was, stays")
    func series() async throws {
        let family = try await SwapFamily()
        let report = try await family.ask("afternoons", for: "bedtimes@2026-11-24")
        #expect(report.swap.wanted.following)
        #expect(report.swap.wanted.start == "2026-11-25T14:30:00+01:00")

        try await family.answer(.yes)

        #expect(try await family.people("afternoons@2026-11-18") == "maya")
        #expect(try await family.people("afternoons-2@2026-11-25") == "kofi")
        #expect(try await family.people("afternoons-2@2027-01-13") == "kofi")
        #expect(try await family.people("bedtimes@2026-11-24") == "maya")
        try await family.planner.undo(by: SwapFamily.kofi)
        #expect(try await family.people("afternoons@2026-12-02") == "maya")
        #expect(try await family.people("afternoons-2") == "nobody")
    }

    @Test("an entry that happens once changes hands as a whole")
    func once() async throws {
        let family = try await SwapFamily()
        try await family.ask("dentist")
        try await family.answer(.yes)
        #expect(try await family.people("dentist") == "kofi, noah")
        #expect(await family.planner.household.entries[ID(trusted: "dentist")]?.overrides.isEmpty == true)
    }

    @Test("the effect tells of conflicts, deadlines and the balance, the same at the ask and at the answer")
    func effect() async throws {
        let family = try await SwapFamily()
        // Kofi has a call then
        let asked = try #require(try await family.ask().effect)
        #expect(asked.created.map(\.kind).contains("care-clash"))
        #expect(asked.weeks == ["2026-11-23"])
        let maya = try #require(asked.parents.first { $0.person == "maya" })
        let kofi = try #require(asked.parents.first { $0.person == "kofi" })
        #expect(maya.careBefore - maya.careAfter == 180)
        #expect(maya.careBefore + kofi.careBefore >= maya.careAfter + kofi.careAfter)
        #expect((maya.shareBefore ?? 0) > (maya.shareAfter ?? 100))
        let report = try #require(asked.deadlines.first { $0.deadline == "report" })
        #expect(report.freeAfter - report.freeBefore == 180)
        // shown to the other, and when it is done
        let shown = try #require(try await family.planner.swap(1, for: .parents([ID(trusted: "kofi")])).effect)
        #expect(shown.parents == asked.parents)
        #expect(shown.created.map(\.message) == asked.created.map(\.message))
        let tried = try #require(try await family.answer(.yes, dryRun: true).effect)
        #expect(tried.parents == asked.parents)
        #expect(try await family.state() == "open")
        let done = try #require(try await family.answer(.yes).effect)
        #expect(done.parents == asked.parents)
        #expect(done.deadlines == asked.deadlines)
        #expect(done.created.map(\.message) == asked.created.map(\.message))
        #expect(done.created.allSatisfy { $0.id != nil })
    }

    @Test("a dry run of an ask keeps nothing, and strict refuses what would create a conflict")
    func dryRun() async throws {
        let family = try await SwapFamily()
        let report = try await family.ask(dryRun: true)
        #expect(report.swap.id == nil)
        #expect(report.effect != nil)
        #expect(try await family.planner.swaps(all: true, limit: 9, for: .administrator).swaps.isEmpty)
        #expect(await refusal { try await family.ask(strict: true) }?.kind == .conflicts)
        #expect(try await family.planner.swaps(all: true, limit: 9, for: .administrator).swaps.isEmpty)
    }

    @Test("of one thing one ask is open at a time")
    func second() async throws {
        let family = try await SwapFamily()
        try await family.ask()
        let second = await refusal { try await family.ask("afternoons") }
        #expect(second?.kind == .clash)
        #expect(second?.message.contains("in swap 1") == true)
        try await family.ask("noah-school@2026-11-25")
        try await family.withdraw()
        #expect(try await family.ask("afternoons").swap.id == 3)
    }
}
