import Foundation
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("The day's overview comes once a day")
struct DigestTimeTests {
    private func family(_ notify: String) -> String {
        """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, name: Maya, role: parent, notify: \(notify) }
          - { id: kofi, name: Kofi, role: parent }
        """
    }

    private let seven = #"{ digest: "07:00", channels: [ { channel: email, changes: false } ] }"#

    @Test("at its time, and not again the same day")
    func once() async throws {
        let posting = try await Posting(family(seven), at: "2026-11-23T06:00:00+01:00")
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T07:00:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T06:59:59+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T07:00:00+01:00") == ["digest-2026-11-23-maya"])
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-24T07:00:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T23:59:59+01:00") == [])
        #expect(try await posting.run(at: "2026-11-24T07:00:00+01:00") == ["digest-2026-11-24-maya"])
        #expect(posting.digests.ids == ["digest-2026-11-23-maya", "digest-2026-11-24-maya"])
    }

    @Test("after days without the daemon today's comes, if its time is over, and no older one")
    func downtime() async throws {
        let posting = try await Posting(family(seven), at: "2026-11-23T08:00:00+01:00")
        #expect(try await posting.run(at: "2026-11-23T08:00:00+01:00") == ["digest-2026-11-23-maya"])
        #expect(try await posting.run(at: "2026-11-27T06:00:00+01:00") == [])
        #expect(try await posting.run(at: "2026-11-27T22:00:00+01:00") == ["digest-2026-11-27-maya"])
    }

    @Test("one that could not be sent on its day is not sent on the next")
    func stale() async throws {
        let posting = try await Posting(family(seven), at: "2026-11-23T06:00:00+01:00")
        posting.channel.isDown = true
        #expect(try await posting.run(at: "2026-11-23T07:00:00+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T23:00:00+01:00") == [])
        posting.channel.isDown = false
        #expect(try await posting.run(at: "2026-11-24T00:00:00+01:00") == [])
        #expect(try await posting.planner.outbox(limit: 9).map(\.state) == [.dropped])
        #expect(try await posting.run(at: "2026-11-24T07:00:00+01:00") == ["digest-2026-11-24-maya"])
    }

    @Test("02:30 comes when the clocks have jumped over it, and once where they show it twice")
    func clocks() async throws {
        let notify = #"{ digest: "02:30", channels: [ { channel: email, changes: false } ] }"#
        let spring = try await Posting(family(notify), at: "2027-03-28T01:59:00+01:00")
        #expect(try await spring.run() == Instant(rfc3339: "2027-03-28T03:30:00+02:00"))
        #expect(try await spring.run(at: "2027-03-28T03:29:59+02:00") == [])
        #expect(try await spring.run(at: "2027-03-28T03:30:00+02:00") == ["digest-2027-03-28-maya"])
        let autumn = try await Posting(family(notify), at: "2027-10-31T02:29:00+02:00")
        #expect(try await autumn.run() == Instant(rfc3339: "2027-10-31T02:30:00+02:00"))
        #expect(try await autumn.run(at: "2027-10-31T02:30:00+02:00") == ["digest-2027-10-31-maya"])
        #expect(try await autumn.run(at: "2027-10-31T02:30:00+01:00") == [])
    }

    @Test("another channel or another time on the same day brings no second one; silence keeps none back")
    func changes() async throws {
        let posting = try await Posting(family(seven), at: "2026-11-23T07:00:00+01:00")
        #expect(try await posting.run(at: "2026-11-23T07:00:00+01:00").count == 1)
        let more = """
            { digest: "09:00", quiet: { from: "08:00", to: "12:00" },
            channels: [ { channel: email }, { channel: email, address: b } ] }
            """
        _ = try await posting.planner.apply(family(more))
        #expect(try await posting.run(at: "2026-11-23T09:00:00+01:00") == [])
        #expect(
            try await posting.run(at: "2026-11-24T09:00:00+01:00")
                == ["digest-2026-11-24-maya", "digest-2026-11-24-maya"]
        )
    }

    @Test("who has no channel for it, or no time, gets none, and nobody is woken for it")
    func none() async throws {
        let without = try await Posting(
            family(#"{ digest: "07:00", channels: [ { channel: email, digest: false } ] }"#),
            at: "2026-11-23T07:00:00+01:00"
        )
        #expect(try await without.run() == nil)
        #expect(without.digests.ids.isEmpty)
    }
}
