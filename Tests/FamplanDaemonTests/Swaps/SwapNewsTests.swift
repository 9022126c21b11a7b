import FamplanAPI
import Household
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

/// What the two are told of a swap, and when.
@Suite("news of swaps")
struct SwapNewsTests {
    private static let quiet = #"quiet: { from: "22:00", to: "07:00" }, "#

    /// On Monday 2026-11-23, 08:00 in Berlin; both read mail.
    private func posting(quiet: Bool = false, language: String? = nil) async throws -> Posting {
        let more = (quiet ? Self.quiet : "") + (language.map { "language: \($0), " } ?? "")
        let notify = "notify: { \(more)channels: [ { channel: email, severity: warning, digest: false } ] }"
        let text = SwapFamily.text.replacing("unixUser: maya }", with: "unixUser: maya, \(notify) }")
            .replacing("unixUser: kofi }", with: "unixUser: kofi, \(notify) }")
        let posting = try await Posting(text, at: "2026-11-23T08:00:00+01:00")
        // What is wrong in it is no news of these tests.
        try await posting.planner.rememberNewsAsTold()
        return posting
    }

    @discardableResult
    private func ask(
        _ posting: Posting,
        _ target: String = "dentist",
        for offer: String? = nil,
        by: String? = nil
    ) async throws -> Int {
        let request = SwapRequest(
            target: target,
            to: "kofi",
            offer: offer,
            reason: "a call about Noah",
            by: by,
            options: ChangeOptions()
        )
        return try #require(try await posting.planner.ask(request, by: SwapFamily.maya).swap.id)
    }

    private func answer(_ posting: Posting, _ answer: SwapAnswer, for offer: String? = nil) async throws {
        let request = SwapAnswerRequest(swap: 1, answer: answer, offer: offer, options: ChangeOptions())
        _ = try await posting.planner.answer(request, by: SwapFamily.kofi)
    }

    /// `kofi: Maya asks …`: what was delivered of swaps, in order.
    private func told(_ posting: Posting) -> [String] {
        posting.channel.delivered.map(\.message).filter { $0.kind == .swap }.map { "\($0.person): \($0.title)" }
    }

    @Test("whoever is asked is told once: what, why, until when, what it does, and the words to answer")
    func asked() async throws {
        let posting = try await posting()
        try await ask(posting, for: "bedtimes@2026-11-24", by: "tue 12:00")

        try await posting.run()
        try await posting.run()

        #expect(told(posting) == ["kofi: Maya asks you to take over: Thu 26 Nov 15:00–16:00"])
        let message = try #require(posting.channel.delivered.last?.message)
        let expected = """
            Maya asks you to take over “Dentist”, Thu 26 Nov 15:00–16:00
              (dentist@2026-11-26).
            In return Maya takes over “Bedtime”, Tue 24 Nov 18:00–20:00
              (bedtimes@2026-11-24).
            “a call about Noah”
            Until Tue 24 Nov 12:00; unanswered, nothing changes.

            What it would do:

            """
        #expect(message.text.hasPrefix(expected), "\(message.text)")
        #expect(message.text.contains("- Report (Northwind), due Fri 27 Nov 18:00: 30h of work left,"))
        #expect(message.text.contains("- care in the week of Mon 23 Nov: Maya "))
        #expect(message.text.contains("famplan swap answer 1 yes\nfamplan swap answer 1 no\n"))
        #expect(message.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        #expect(!message.short.contains("Noah") && !message.short.contains("Dentist"))
    }

    @Test("a reminder comes when a quarter of the time is left, and none after an answer")
    func reminder() async throws {
        let posting = try await posting()
        try await ask(posting, by: "16:00")
        try await posting.run()
        let next = try #require(try await posting.telling.work())
        #expect(next <= Instant(rfc3339: "2026-11-23T14:00:00+01:00")!)
        try await posting.run(at: "2026-11-23T13:59:59+01:00")
        #expect(told(posting).count == 1)
        try await posting.run(at: "2026-11-23T14:00:00+01:00")
        try await posting.run(at: "2026-11-23T15:00:00+01:00")
        #expect(told(posting).last == "kofi: Maya waits for your answer, until Mon 23 Nov 16:00")
        #expect(told(posting).count == 2)

        let answered = try await self.posting()
        try await ask(answered, by: "16:00")
        try await answered.run()
        try await answer(answered, .no)
        try await answered.run(at: "2026-11-23T14:00:00+01:00")
        #expect(told(answered).last == "maya: Kofi says no: Thu 26 Nov 15:00–16:00")
        #expect(told(answered).count == 2)
    }

    @Test("a yes is told to the asker as that, and not again as what Kofi changed")
    func accepted() async throws {
        let posting = try await posting()
        try await ask(posting, for: "bedtimes@2026-11-24")
        try await posting.run()
        try await answer(posting, .yes)
        try await posting.run(at: "2026-11-23T08:10:00+01:00")
        try await posting.run(at: "2026-11-23T09:00:00+01:00")
        #expect(told(posting).last == "maya: Kofi says yes: Thu 26 Nov 15:00–16:00")
        #expect(!posting.channel.delivered.contains { $0.message.kind == .change })
        let text = try #require(posting.channel.delivered.last { $0.message.kind == .swap }?.message.text)
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("in return Maya takes over"))
        #expect(text.contains("famplan undo 2: take it back"))
        // taking it back is a change like any other
        _ = try await posting.planner.undo(2, by: SwapFamily.kofi)
        try await posting.run(at: "2026-11-23T09:10:00+01:00")
        #expect(
            posting.channel.delivered.contains { $0.message.kind == .change && $0.message.person.rawValue == "maya" }
        )
    }

    @Test("time that runs out is told to both, after downtime too, and the words to ask again to the asker")
    func expired() async throws {
        let posting = try await posting()
        try await ask(posting, by: "16:00")
        try await posting.run()
        posting.clock.move(to: "2026-11-23T20:00:00+01:00")
        _ = try await SwapWorker(planner: posting.planner).work()
        try await posting.run()
        try await posting.run()
        #expect(
            told(posting).dropFirst().sorted() == [
                "kofi: Not answered, so nothing changes: Thu 26 Nov 15:00–16:00",
                "maya: Not answered, so nothing changes: Thu 26 Nov 15:00–16:00",
            ]
        )
        let text = { (name: String) in
            posting.channel.delivered.last { $0.message.person.rawValue == name }?.message.text ?? ""
        }
        #expect(text("maya").contains("famplan swap show 1: has the command to ask again."))
        #expect(!text("kofi").contains("ask again"))
    }

    @Test("what is asked in hours of silence waits for their end, and is taken out where it is withdrawn in them")
    func silence() async throws {
        let posting = try await posting(quiet: true)
        posting.clock.move(to: "2026-11-23T22:30:00+01:00")
        try await ask(posting)
        try await ask(posting, "afternoons@2026-11-25")
        try await posting.run()
        #expect(told(posting).isEmpty)
        _ = try await posting.planner.withdraw(WithdrawSwapRequest(swap: 1), by: SwapFamily.maya)
        try await posting.run()
        try await posting.run(at: "2026-11-24T07:00:00+01:00")
        #expect(told(posting) == ["kofi: Maya asks you to take over: Wed 25 Nov 14:30–17:30"])
    }

    @Test("what would be too late after the silence comes in it")
    func urgent() async throws {
        let posting = try await posting(quiet: true)
        posting.clock.move(to: "2026-11-23T22:30:00+01:00")
        try await ask(posting, by: "tue 06:00")
        try await posting.run()
        #expect(told(posting).count == 1)
    }

    @Test("withdrawing is told to whoever knew of it")
    func withdrawn() async throws {
        let posting = try await posting()
        try await ask(posting)
        try await posting.run()
        _ = try await posting.planner.withdraw(WithdrawSwapRequest(swap: 1), by: SwapFamily.maya)
        try await posting.run()
        #expect(told(posting).last == "kofi: Maya no longer asks: Thu 26 Nov 15:00–16:00")
    }

    @Test("a counter-offer is one message, to the one who had asked")
    func countered() async throws {
        let posting = try await posting()
        try await ask(posting)
        try await posting.run()
        try await answer(posting, .counter, for: "bedtimes@2026-11-24")
        try await posting.run()
        #expect(told(posting).count == 2)
        #expect(told(posting).last == "maya: Kofi asks you to take over: Tue 24 Nov 18:00–20:00")
        #expect(posting.channel.delivered.last?.message.text.contains("(swap 1)") == true)
    }

    @Test("whoever gets a channel while it is open is told then")
    func laterChannel() async throws {
        let posting = try await Posting(SwapFamily.text, at: "2026-11-23T08:00:00+01:00")
        let request = SwapRequest(target: "dentist", to: "kofi", reason: "x", options: ChangeOptions())
        let report = try await posting.planner.ask(request, by: SwapFamily.maya)
        #expect(report.warnings == ["Kofi has no channel that tells of this: tell Kofi yourself"])
        try await posting.run()
        #expect(told(posting).isEmpty)
        _ = try await posting.planner.apply(
            SwapFamily.text.replacing(
                "unixUser: kofi }",
                with: "unixUser: kofi, notify: { channels: [ { channel: email, changes: false } ] } }"
            )
        )
        try await posting.run(at: "2026-11-23T09:00:00+01:00")
        #expect(told(posting) == ["kofi: Maya asks you to take over: Thu 26 Nov 15:00–16:00"])
    }

    @Test("days and times are in the reader's language, and what people wrote stays")
    func language() async throws {
        let posting = try await posting(language: "de")
        try await ask(posting, by: "tue 12:00")
        try await posting.run()
        #expect(told(posting) == ["kofi: Maya asks you to take over: Do. 26. Nov. 15:00–16:00"])
        let text = try #require(posting.channel.delivered.last?.message.text)
        #expect(text.contains("Until Di. 24. Nov. 12:00;"))
    }

    @Test("the digest has what waits for an answer, for both")
    func digest() async throws {
        let posting = try await posting()
        try await ask(posting, for: "bedtimes@2026-11-24", by: "tue 12:00")
        let digests = PlannedDigests(planner: posting.planner)
        for (person, words) in [
            ("kofi", "Maya asks you to take over “Dentist”"), ("maya", "You asked Kofi to take over “Dentist”"),
        ] {
            let reader = try #require(await posting.planner.household.people[ID(trusted: person)])
            let message = try #require(try await digests.digest(of: reader, on: CivilDate("2026-11-23")!, id: "x"))
            #expect(message.text.contains("Waiting for an answer"))
            #expect(message.text.contains(words))
            #expect(message.html?.contains(words) == true)
            #expect(message.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        }
        try await answer(posting, .no)
        let kofi = try #require(await posting.planner.household.people[ID(trusted: "kofi")])
        let after = try #require(try await digests.digest(of: kofi, on: CivilDate("2026-11-23")!, id: "y"))
        #expect(!after.text.contains("Waiting for an answer"))
    }
}
