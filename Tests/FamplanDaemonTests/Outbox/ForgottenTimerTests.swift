import FamplanAPI
import Foundation
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("A timer that was forgotten is asked about")
struct ForgottenTimerTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let family = """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, name: Maya, role: parent, notify: { channels: [ { channel: email, changes: false } ] } }
          - { id: kofi, name: Kofi, role: parent, notify: { channels: [ { channel: email, reminders: false, changes: false } ] } }
          - { id: noah, name: Noah, role: child }
          - { id: ama, name: Ama, role: carer }
        streams:
          - { id: northwind, name: Northwind, owner: maya, kind: client }
          - { id: job, name: Job, owner: kofi, kind: employment }
        entries:
          - { id: deep-work, kind: work, title: Deep work, stream: northwind, people: [maya], start: 2026-11-23T09:00, duration: 3h,
              repeat: FREQ=DAILY }
        """

    private func posting(at now: String = "2026-11-23T09:10:00+01:00") async throws -> Posting {
        try await Posting(family, at: now)
    }

    @Test("an hour after the planned end, once, with the words that end it there")
    func once() async throws {
        let posting = try await posting()
        _ = try await posting.planner.start(.of(), by: maya)
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T13:00:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T12:59:59+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T13:00:00+01:00").count == 1)
        #expect(try await posting.run(at: "2026-11-23T20:00:00+01:00") == [])
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.title == "Still at it? Since Mon 23 Nov at 09:10")
        #expect(
            message.text == """
                Work on Northwind is being logged since Mon 23 Nov at 09:10, and has not been stopped.
                It was planned until Mon 23 Nov at 12:00. To end it there:
                  famplan stop --at 2026-11-23T12:00
                To end it now:
                  famplan stop
                If it is still going on, there is nothing to do.

                """
        )
        let stopped = try await posting.planner.stop(.of(at: "2026-11-23T12:00"), by: maya)
        #expect(stopped.times.first?.minutes == 170)
    }

    @Test("what is stopped in time is not asked about")
    func stopped() async throws {
        let posting = try await posting()
        _ = try await posting.planner.start(.of(), by: maya)
        posting.clock.move(to: "2026-11-23T12:30:00+01:00")
        _ = try await posting.planner.stop(.of(), by: maya)
        #expect(try await posting.run(at: "2026-11-23T14:00:00+01:00") == [])
    }

    @Test("the plan as it is says when it was to end: what is moved later is asked about later")
    func moved() async throws {
        let posting = try await posting()
        _ = try await posting.planner.start(.of(), by: maya)
        _ = try await posting.planner.edit("deep-work@2026-11-23", ["duration": ["5h"]])
        #expect(try await posting.run(at: "2026-11-23T13:30:00+01:00") == [])
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T15:00:00+01:00"))
    }

    @Test("what was moved here from months away ends where it is now")
    func movedFar() async throws {
        let posting = try await posting()
        _ = try await posting.planner.edit(
            "deep-work@2027-03-01",
            ["start": ["2026-11-23T14:00"], "duration": ["2h"]]
        )
        posting.clock.move(to: "2026-11-23T14:10:00+01:00")
        _ = try await posting.planner.start(.of("deep-work@2027-03-01"), by: maya)
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T17:00:00+01:00"))
    }

    @Test("with nothing planned, ten hours after it began; of a carer's the parents are asked")
    func unplanned() async throws {
        let posting = try await posting(at: "2026-11-23T08:00:00+01:00")
        _ = try await posting.planner.start(.of("care:noah", person: "ama"), by: maya)
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T18:00:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T18:00:00+01:00").count == 1)
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.person == ID(trusted: "maya"))
        #expect(message.text.contains("famplan stop --who ama --at HH:MM\n"))
        #expect(!message.short.contains("Noah"))
    }

    @Test("who wants no reminders is not asked, and what could not be sent goes when it is stopped")
    func withdrawn() async throws {
        let posting = try await posting()
        _ = try await posting.planner.start(.of("job"), by: .person(ID(trusted: "kofi")))
        _ = try await posting.planner.start(.of(), by: maya)
        posting.channel.isDown = true
        #expect(try await posting.run(at: "2026-11-23T19:30:00+01:00") == [])
        #expect(try await posting.planner.store.pendingOutbox().count == 1)
        _ = try await posting.planner.stop(.of(at: "12:00"), by: maya)
        try await posting.run()
        #expect(try await posting.planner.store.pendingOutbox().isEmpty)
    }
}
