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
          - { id: maya, role: parent, notify: { digest: "02:30", channels: [ { channel: email, changes: false } ] } }
          - { id: kofi, role: parent, notify: { digest: "19:15", channels: [ { channel: email, changes: false } ] } }
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
        /// From when each is of use, and until when.
        var spans: [String: Interval] = [:]
        var all: Set<String> { digests.union(reminders) }

        /// The daemon runs at this moment, as the clock has it.
        mutating func note(_ now: Instant, without skipped: Set<String>) {
            let today = berlin.wall(of: now).date
            for (person, time) in [("maya", "02:30"), ("kofi", "19:15")] {
                let due = berlin.instant(of: CivilDateTime(today, CivilTime(time)!))
                guard due <= now else { continue }
                digests.insert("digest-\(today)-\(person)")
                spans["digest-\(today)-\(person)"] = Interval(due, berlin.startOfDay(today.adding(days: 1)))
            }
            for (entry, time, before, person) in [("walk", "18:10", 5_400, "maya"), ("night", "02:40", 10_800, "kofi")]
            {
                for date in [today, today.adding(days: 1)] where !skipped.contains("\(entry)@\(date)") {
                    let start = berlin.instant(of: CivilDateTime(date, CivilTime(time)!))
                    guard start.adding(seconds: -before) <= now, now < start else { continue }
                    let second = start.secondsSinceEpoch
                    let id = "reminder-\(entry)-\(second)-\(second)-\(person)"
                    reminders.insert(id)
                    spans[id] = Interval(start.adding(seconds: -before), start)
                }
            }
        }
    }

    /// A moment at which the daemon was awake.
    private struct Wake {
        let now: Instant
        let isUp: Bool
        /// How many tries there had been before.
        let tries: Int
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
        var wakes: [Wake] = []
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
            expected.note(posting.clock.now, without: skipped)
            let tries = posting.channel.tries.count
            wakes.append(Wake(now: posting.clock.now, isUp: !posting.channel.isDown, tries: tries))
            try await posting.run()
        }
        check(posting, expected, wakes)
    }

    private func check(_ posting: Posting, _ expected: Expected, _ wakes: [Wake]) {
        // Each was written once, and only those that had to be.
        #expect(Set(posting.digests.ids) == expected.digests)
        #expect(posting.digests.ids.count == expected.digests.count)
        let tries = posting.channel.tries
        #expect(Set(tries.filter { $0.message.kind == .reminder }.map(\.id)).isSubset(of: expected.reminders))
        // Delivered once; missing only where the channel was down whenever it could have been tried.
        let delivered = Dictionary(grouping: posting.channel.delivered, by: \.id)
        #expect(delivered.values.allSatisfy { $0.count == 1 })
        let missing = expected.all.subtracting(delivered.keys)
        for id in missing {
            let chance = wakes.first { hasChance($0, id, expected.spans[id], tries) }
            #expect(chance == nil, "\(id) could have been sent at \(chance?.now.rfc3339 ?? "")")
        }
        #expect(missing.count * 10 < delivered.count)
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

    /// Whether a letter had to go out at a moment, had it not been sent: it is of use, the channel is up, and neither the
    /// letter's last try nor the channel's last failure makes it wait.
    private func hasChance(_ wake: Wake, _ id: String, _ span: Interval?, _ tries: [PostedChannel.Try]) -> Bool {
        guard wake.isUp, let span, span.contains(wake.now) else { return false }
        let before = tries.prefix(wake.tries)
        // An hour and a quarter of it; a channel rests for five minutes.
        let isPatient = before.filter { $0.id == id }.allSatisfy { wake.now - $0.at >= 4_500 }
        return isPatient && before.last { !$0.isDelivered }.map { wake.now - $0.at >= 300 } ?? true
    }
}

/// Random choices that are the same for the same seed (SplitMix64).
struct SystemDice: RandomNumberGenerator {
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
