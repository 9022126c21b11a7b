import Foundation
import Household
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("A year, hour by hour")
struct YearTests {
    private static let family = """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, role: parent, notify: { digest: "02:30", channels: [ { channel: email } ] } }
          - { id: kofi, role: parent, notify: { digest: "19:15", channels: [ { channel: email } ] } }
        entries:
          - { id: walk, kind: appointment, title: Walk, people: [maya], start: 2026-12-01T18:10, duration: 30m,
              remind: 90m, repeat: FREQ=DAILY }
          - { id: night, kind: appointment, title: Night, people: [kofi], start: 2026-12-01T02:40, duration: 30m,
              remind: 3h, repeat: FREQ=DAILY }
        """
    private static let berlin = (try? ZoneDatabase.system.zone("Europe/Berlin")) ?? .utc

    /// What must be sent, worked out moment by moment.
    private struct Expected {
        var digests: Set<String> = []
        var reminders: Set<String> = []
        /// Those whose time came while the channel was down: they wait, and may wait too long.
        var unlucky: Set<String> = []
        var all: Set<String> { digests.union(reminders) }

        /// The daemon runs at this moment, as the clock has it.
        mutating func note(_ now: Instant, without skipped: Set<String>) {
            let today = berlin.wall(of: now).date
            for (person, time) in [("maya", "02:30"), ("kofi", "19:15")] {
                let due = berlin.instant(of: CivilDateTime(today, CivilTime(time)!))
                if due <= now { digests.insert("digest-\(today)-\(person)") }
            }
            for (entry, time, before, person) in [("walk", "18:10", 5_400, "maya"), ("night", "02:40", 10_800, "kofi")]
            {
                for date in [today, today.adding(days: 1)] where !skipped.contains("\(entry)@\(date)") {
                    let start = berlin.instant(of: CivilDateTime(date, CivilTime(time)!))
                    guard start.adding(seconds: -before) <= now, now < start else { continue }
                    let second = start.secondsSinceEpoch
                    reminders.insert("reminder-\(entry)-\(second)-\(second)-\(person)")
                }
            }
        }
    }

    @Test(
        "one digest for each person and day on which the daemon ran after its time, none stale; no reminder lost or twice",
        arguments: [1, 2] as [UInt64]
    )
    func year(seed: UInt64) async throws {
        var dice = SystemDice(seed: seed)
        let posting = try await Posting(Self.family, at: "2026-12-31T12:00:00+01:00")
        var expected = Expected()
        var skipped: Set<String> = []
        var time = posting.clock.now
        var (down, step, stepFor) = (0, 0, 0)
        let end = time.adding(seconds: 366 * 86_400)
        while time < end {
            time = time.adding(seconds: 3_600)
            if stepFor > 0 { stepFor -= 1 } else { step = 0 }
            if dice.chance(40) { (step, stepFor) = (dice.number(-10_800...10_800), dice.number(0...4)) }
            if down > 0 { down -= 1 } else if dice.chance(60) { down = dice.number(1...60) }
            guard down == 0 else { continue }
            posting.clock.move(to: time.adding(seconds: step).rfc3339)
            if dice.chance(100) {
                // Two days ahead, so that no reminder of it is due.
                let date = Self.berlin.wall(of: time).date.adding(days: 2)
                if skipped.insert("walk@\(date)").inserted { _ = try await posting.planner.remove("walk@\(date)") }
            }
            posting.channel.isDown = dice.chance(3)
            let before = expected.all
            expected.note(posting.clock.now, without: skipped)
            if posting.channel.isDown { expected.unlucky.formUnion(expected.all.subtracting(before)) }
            try await posting.run()
        }
        check(posting, expected)
    }

    private func check(_ posting: Posting, _ expected: Expected) {
        // Each was written once, and only those that had to be.
        #expect(Set(posting.digests.ids) == expected.digests)
        #expect(posting.digests.ids.count == expected.digests.count)
        let tries = posting.channel.tries
        #expect(Set(tries.filter { $0.message.kind == .reminder }.map(\.id)).isSubset(of: expected.reminders))
        // Delivered once; missing only where it failed, or the channel was resting from another's failure.
        let delivered = Dictionary(grouping: posting.channel.delivered, by: \.id)
        #expect(delivered.values.allSatisfy { $0.count == 1 })
        let missing = expected.all.subtracting(delivered.keys)
        #expect(missing.subtracting(expected.unlucky) == [])
        #expect(missing.count * 4 < delivered.count)
        #expect(delivered.count > 600)
        // None stale: a digest on its own day, a reminder before what it reminds of.
        for sent in posting.channel.delivered {
            let parts = sent.id.split(separator: "-")
            if sent.message.kind == .digest {
                #expect(sent.id.hasPrefix("digest-\(Self.berlin.wall(of: sent.at).date)-"))
            } else {
                #expect(sent.at.secondsSinceEpoch < Int(parts[3])!)
            }
        }
    }
}

/// Random choices that are the same for the same seed (SplitMix64).
private struct SystemDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Once in so many times.
    mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
