import FamplanAPI
import Household
import ICalendar
import Planning
import Storage
import Testing

@testable import FamplanDaemon

/// Anything in any order: asks, answers, edits, undo, time.
@Suite("swaps in any order", .timeLimit(.minutes(5)))
struct SwapSequenceTests {
    private static let mayas = ["afternoons@2026-11-25", "afternoons@2026-12-02", "dentist", "noah-school@2026-11-26"]
    private static let kofis = ["bedtimes@2026-11-24", "bedtimes@2026-11-27", "noah-school@2026-11-26", "bedtimes"]

    @Test("never a half swap, and each ends in exactly one state", arguments: 0..<25)
    func sequence(seed: Int) async throws {
        let family = try await SwapFamily()
        var dice = Dice(seed: UInt64(seed))
        var ended: [Int: String] = [:]
        for _ in 0..<80 {
            let before = await family.planner.household
            let swaps = try family.store.swaps(limit: 1_000)
            let step = try await step(&dice, family, swaps)
            let after = await family.planner.household
            for swap in try family.store.swaps(limit: 1_000) {
                let old = swaps.first { $0.id == swap.id }
                if let known = ended[swap.id] { #expect(known == swap.state.rawValue, "\(step) changed an end") }
                if swap.state != .open { ended[swap.id] = swap.state.rawValue }
                guard swap.state == .accepted, old?.state != .accepted else { continue }
                // Both sides have moved, from the one to the other, and in one change.
                for (side, from, to) in hands(swap) {
                    #expect(holds(side, from, in: before) && !holds(side, to, in: before), "\(step)")
                    #expect(holds(side, to, in: after) && !holds(side, from, in: after), "\(step)")
                }
                let change = try #require(swap.settlement?.change)
                #expect(try family.store.change(change)?.actor == swap.asked.rawValue)
            }
            let isPlanStep = step.hasPrefix("accepted") || step.hasPrefix("plan")
            #expect(isPlanStep || before == after, "\(step) changed the plan")
        }
        // time ends the rest
        family.clock.move(to: "2027-01-01T00:00:00+01:00")
        _ = try await family.planner.followSwaps()
        let all = try family.store.swaps(limit: 1_000)
        #expect(all.allSatisfy { $0.state != .open && $0.settlement != nil })
        #expect(all.count >= 3)
        let kept = try family.store.household(zones: .system, customZone: ImportedZones.zone)
        let entries = await family.planner.household.entries
        #expect(kept.entries == entries)
    }

    private func hands(_ swap: Swap) -> [(Swap.Side, ID<Person>, ID<Person>)] {
        [(swap.wanted, swap.asker, swap.asked)] + (swap.offered.map { [($0, swap.asked, swap.asker)] } ?? [])
    }

    private func holds(_ side: Swap.Side, _ person: ID<Person>, in household: Household) -> Bool {
        // What follows of a series is an entry of its own by then.
        let parts = household.entries.values.filter {
            $0.id == side.entry || $0.id.rawValue.hasPrefix("\(side.entry)-")
        }
        let terms = parts.compactMap { household.swapTerms(of: $0, at: side.of, following: side.isFollowing) }
        return terms.contains { !Set($0.parts(of: person)).isDisjoint(with: side.parts) }
    }

    /// Does something, and says what came of it.
    private func step(_ dice: inout Dice, _ family: SwapFamily, _ swaps: [Swap]) async throws -> String {
        let isMaya = dice.below(2) == 0
        let actor = isMaya ? SwapFamily.maya : SwapFamily.kofi
        let (own, others) = isMaya ? (Self.mayas, Self.kofis) : (Self.kofis, Self.mayas)
        let (target, offer) = (dice.pick(own), dice.below(2) == 0 ? dice.pick(others) : nil)
        let id = 1 + dice.below(max(swaps.count, 1))
        let choice = dice.below(12)
        do {
            switch choice {
            case 0..<4:
                let by = dice.pick([nil, nil, "12:00", "tue 12:00"])
                try await family.ask(target, to: isMaya ? "kofi" : "maya", for: offer, by: by, as: actor)
                return "asked"
            case 4..<7:
                try await family.answer(swaps.filter { $0.state == .open }.last?.id ?? id, .yes, as: actor)
                return "accepted"
            case 7:
                try await family.answer(id, .counter, for: target, as: actor)
                return "countered"
            case 8:
                try await family.answer(id, .no, as: actor)
                return "declined"
            case 9:
                try await family.withdraw(id, as: actor)
                return "withdrawn"
            case 10:
                try await edit(&dice, family, target)
                return "plan"
            default:
                let later = family.clock.now.adding(seconds: 60 * dice.below(150))
                family.clock.move(to: later)
                return "time"
            }
        } catch {
            return choice == 10 ? "plan" : "refused: \(ErrorBody(of: error).error.message)"
        }
    }

    private func edit(_ dice: inout Dice, _ family: SwapFamily, _ target: String) async throws {
        switch dice.below(4) {
        case 0: try await family.planner.move(target, to: "\(14 + dice.below(5)):00")
        case 1: try await family.planner.edit(target, ["note": ["x"]])
        case 2: try await family.planner.undo(by: dice.pick([SwapFamily.maya, SwapFamily.kofi, .admin]))
        default: if target.contains("@") { try await family.planner.remove(target) }
        }
    }
}

extension HandClock {
    fileprivate func move(to instant: Instant) {
        move(to: ZoneText.utc(instant))
    }
}

private enum ZoneText {
    static func utc(_ instant: Instant) -> String { Zone.utc.rfc3339(instant) }
}
