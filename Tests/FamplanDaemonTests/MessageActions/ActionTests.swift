import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("what a link in a message does")
struct ActionTests {
    @Test("it accepts the conflict in the person's name, and says so everywhere")
    func accepts() async throws {
        let offer = try await Offer()
        #expect(try await offer.planner.standing(of: offer.token()).name == "open")
        #expect(try await offer.known.status == .open)
        #expect(try await offer.planner.use(offer.token()).name == "justDone")
        let acceptance = try #require(try await offer.known.acceptance)
        #expect(acceptance == Acceptance(by: "maya", reason: "From a message", at: monday))
        #expect(try offer.store.conflict(ID(trusted: offer.conflict))?.acceptance == acceptance)
    }

    @Test("it does so once: again, it says when it was done, though the conflict is open again by then")
    func once() async throws {
        let offer = try await Offer()
        let token = offer.token()
        _ = try await offer.planner.use(token)
        offer.clock.move(to: "2026-11-23T08:30:00+01:00")
        for _ in 0..<2 {
            guard case .done(_, _, let at) = try await offer.planner.use(token) else {
                Issue.record("not done already")
                return
            }
            #expect(at == monday)
        }
        _ = try await offer.planner.reopen(ReopenRequest(id: offer.conflict))
        #expect(try await offer.planner.use(token).name == "done")
        #expect(try await offer.known.status == .open)
        // A newer message's link is another.
        #expect(try await offer.planner.use(offer.token()).name == "justDone")
    }

    @Test("two at the same moment: one does it")
    func together() async throws {
        let offer = try await Offer()
        let token = offer.token()
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try await offer.planner.use(token).name } }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
        #expect(names == Array(repeating: "done", count: 7) + ["justDone"])
    }

    @Test("the database lets a token be used once, whatever the memory of whoever asks says")
    func transaction() async throws {
        let offer = try await Offer()
        let other = try Offer.planner(offer.store, offer.clock)
        let token = offer.token()
        #expect(try await offer.planner.use(token).name == "justDone")
        // It has not heard of it.
        #expect(try await other.conflict(offer.conflict).status == .open)
        #expect(try await other.use(token).name == "done")
        #expect(try await other.conflict(offer.conflict).status == .open)
        var known = try await other.conflict(offer.conflict)
        known.acceptance = Acceptance(by: "kofi", reason: "Later", at: monday)
        let spent = SpentToken(claim: token.claim, at: monday.adding(seconds: 9), expires: token.expires)
        #expect(try offer.store.accept(known, spending: spent) == monday)
        #expect(try offer.store.conflict(known.id)?.acceptance?.by == "maya")
    }

    @Test("it is remembered over a restart, and forgotten some days after it would have run out")
    func remembered() async throws {
        let offer = try await Offer()
        let token = offer.token()
        _ = try await offer.planner.use(token)
        let again = try Offer.planner(offer.store, offer.clock)
        #expect(try await again.standing(of: token).name == "done")
        offer.clock.move(to: "2026-12-02T08:00:00+01:00")
        #expect(try offer.store.spent(token.claim) == monday)
        _ = try await again.reopen(ReopenRequest(id: offer.conflict))
        _ = try await again.use(offer.token())
        #expect(try offer.store.spent(token.claim) == nil)
        #expect(try await again.standing(of: token).name == "expired")
    }

    @Test("it ends with its time, to the second")
    func expired() async throws {
        let offer = try await Offer()
        let token = offer.token(life: 3_600)
        offer.clock.move(to: "2026-11-23T08:59:59+01:00")
        #expect(try await offer.planner.standing(of: token).name == "open")
        offer.clock.move(to: "2026-11-23T09:00:00+01:00")
        #expect(try await offer.planner.use(token).name == "expired")
        #expect(try await offer.known.status == .open)
    }

    @Test("what is resolved meanwhile, and what somebody else lives with, is left as it is")
    func overtaken() async throws {
        let offer = try await Offer()
        let request = AcceptRequest(id: offer.conflict, reason: "Ama fetches him", until: nil)
        _ = try await offer.planner.accept(request, by: .person(ID(trusted: "kofi")))
        #expect(try await offer.planner.use(offer.token()).name == "accepted")
        #expect(try await offer.known.acceptance?.by == "kofi")
        try await offer.planner.remove("dentist")
        #expect(try await offer.planner.use(offer.token()).name == "resolved")
    }

    @Test("what has become worse than it was told needs a newer message")
    func graver() async throws {
        let offer = try await Offer()
        try #require(offer.severity > .notice)
        #expect(try await offer.planner.use(offer.token(severity: .notice)).name == "graver")
        #expect(try await offer.known.status == .open)
    }

    @Test("nobody but a parent of the household can, nor about what never was")
    func strangers() async throws {
        let offer = try await Offer()
        for person in ["ama", "noah", "nobody"] {
            #expect(try await offer.planner.use(offer.token(for: ID(trusted: person))).name == "unknown")
        }
        #expect(try await offer.planner.use(offer.token(of: "aaaaaaaa")).name == "unknown")
        #expect(try await offer.known.status == .open)
    }

    @Test("wrong tokens are answered twenty at once, then one every three seconds")
    func limited() {
        let clock = HandClock(monday)
        let wrong = WrongTokens { clock.now }
        func taken() -> Int { (0..<30).count { _ in wrong.take() } }
        #expect(taken() == 20)
        clock.move(to: "2026-11-23T08:00:02+01:00")
        #expect(taken() == 0)
        clock.move(to: "2026-11-23T08:00:07+01:00")
        #expect(taken() == 2)
        clock.move(to: "2026-11-23T10:00:00+01:00")
        #expect(taken() == 20)
        clock.move(to: "2026-11-22T10:00:00+01:00")
        #expect(taken() == 20)
    }
}
