import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

/// What can't be asked for, and by whom it can't be answered.
@Suite("swaps that make no sense")
struct SwapRefusalTests {
    @Test(
        "are refused in words that say what would help",
        arguments: [
            ("deep-work", "kofi", nil, nil, "it is work on Northwind, which is Maya's alone"),
            ("afternoons@2026-11-25", "ama", nil, nil, "swaps are between parents (once Ama agrees"),
            ("afternoons@2026-11-25", "noah", nil, nil, "swaps are between parents"),
            ("afternoons@2026-11-25", "maya", nil, nil, "cannot ask yourself"),
            ("afternoons@2026-11-25", "nobody", nil, nil, "unknown person “nobody”"),
            ("bedtimes@2026-11-25", "kofi", nil, nil, "Maya is not on it (Kofi)"),
            ("noah-school@2026-11-25", "kofi", "afternoons@2026-11-25", nil, "Kofi is not on it (Maya)"),
            ("afternoons@2026-11-18", "kofi", nil, nil, "began on Wed 18 Nov 14:30"),
            ("afternoons@2026-11-26", "kofi", nil, nil, "does not start at 2026-11-26"),
            ("nothing", "kofi", nil, nil, "no entry “nothing”"),
            ("afternoons@2026-11-25", "kofi", nil, "thu 12:00", "begins on Wed 25 Nov 14:30"),
            ("afternoons@2026-11-25", "kofi", nil, "07:00", "that is over already"),
            ("afternoons@2026-11-25", "kofi", nil, "soon", "cannot read “soon”"),
            ("bedtimes", "maya", "afternoons@2026-11-25", nil, "cannot ask yourself"),
        ] as [(String, String, String?, String?, String)]
    )
    func refused(target: String, to: String, offer: String?, by: String?, words: String) async throws {
        let family = try await SwapFamily()
        let error = await refusal { try await family.ask(target, to: to, for: offer, by: by) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "not refused")")
        #expect(try await family.planner.swaps(all: true, limit: 9, for: .administrator).swaps.isEmpty)
    }

    @Test("what both are on can't be taken over, nor what is skipped or private to one")
    func both() async throws {
        let family = try await SwapFamily()
        try await family.planner.edit("dentist", ["people": ["maya", "kofi", "noah"]])
        #expect(await refusal { try await family.ask("dentist") }?.message.contains("Kofi is on it already") == true)
        try await family.planner.remove("afternoons@2026-11-25")
        #expect(await refusal { try await family.ask() }?.message.contains("does not start at") == true)
        let secret: EntryFields = [
            "kind": ["appointment"], "title": ["Gift"], "people": ["maya"], "private": ["true"],
            "start": ["2026-11-25T10:00"], "duration": ["1h"],
        ]
        try await family.planner.add(secret, id: "gift", by: SwapFamily.maya)
        let error = await refusal { try await family.ask("gift") }
        #expect(error?.message.contains("it is private") == true)
        #expect(error?.message.contains("Gift") == false)
    }

    @Test(
        "the one who was asked answers, the one who asked withdraws; the administrator withdraws and agrees to nothing"
    )
    func access() async throws {
        let family = try await SwapFamily()
        try await family.ask()
        for actor in [SwapFamily.maya, .admin] {
            for answer in [SwapAnswer.yes, .no, .counter] {
                let error = await refusal { try await family.answer(answer, for: "bedtimes@2026-11-24", as: actor) }
                #expect(error?.kind == .notAllowed)
            }
        }
        #expect(await refusal { try await family.ask("dentist", as: .admin) }?.kind == .notAllowed)
        #expect(await refusal { try await family.withdraw(as: SwapFamily.kofi) }?.kind == .notAllowed)
        #expect(try await family.state() == "open")
        #expect(try await family.withdraw(as: .admin).swap.settledBy == "admin")
        #expect(await refusal { try await family.answer(9, .yes) }?.kind == .notFound)
    }

    @Test("a day to answer by is meant to its end, a time of day is today’s")
    func until() async throws {
        let family = try await SwapFamily()
        #expect(try await family.ask(by: "today").swap.until == "2026-11-24T00:00:00+01:00")
        #expect(try await family.ask("dentist", by: "18:00").swap.until == "2026-11-23T18:00:00+01:00")
        #expect(
            try await family.ask("noah-school@2026-11-25", by: "2026-11-25").swap.until == "2026-11-25T08:15:00+01:00"
        )
        #expect(try await family.ask("noah-school@2026-11-26").swap.until == "2026-11-26T08:15:00+01:00")
    }
}
