import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// Asking the other parent to take something over.
extension Planner {
    func ask(_ request: SwapRequest, by actor: Actor) throws -> SwapReport {
        let asker = try swapParent(actor, to: "ask for a swap")
        let asked = try swapPartner(request.to, of: asker)
        let parts = try request.parts.map { text in
            guard let part = Swap.Part(rawValue: text) else {
                let all = Swap.Part.allCases.map(\.rawValue)
                throw ErrorBody(.invalid, Spelling.unknown("part of an entry", text, among: all))
            }
            return part
        }
        let wanted = try swapSide(request.target, from: asker, to: asked, parts: parts, by: actor)
        let offered = try request.offer.map { try swapSide($0, from: asked, to: asker, parts: [], by: actor) }
        let swap = Swap(
            asker: asker.id,
            asked: asked.id,
            wanted: wanted,
            offered: offered,
            reason: try swapReason(request.reason),
            askedAt: clock(),
            until: try swapEnd(request.by, [wanted] + (offered.map { [$0] } ?? []))
        )
        return try ask(swap, options: request.options)
    }

    /// Keeps a swap that was read, unless something stands against it, and says what it would do.
    func ask(_ swap: Swap, countering other: Swap? = nil, options: ChangeOptions) throws -> SwapReport {
        try checkSides(of: swap)
        _ = try store.expireSwaps(at: clock())
        try checkNothingOpen(against: swap, besides: other)
        let effect = try effect(of: swap, strict: options.strict)
        var swap = swap
        if !options.dryRun { swap.id = try store.ask(swap, countering: other) }
        var report = try report(on: swap, effect: effect, dryRun: options.dryRun)
        let person = household.people[swap.asked]
        if let person, !person.notify.channels.contains(where: \.takesSwaps) {
            report.warnings.append("\(person.name) has no channel that tells of this: tell \(person.name) yourself")
        }
        for side in swap.sides where side.isFollowing {
            report.warnings.append(
                "“\(side.terms.title)” is meant from then on; for one day alone: "
                    + "\(side.entry)@\(side.of.date)"
            )
        }
        return report
    }

    /// Both sides at once have to be something that can be told apart.
    private func checkSides(of swap: Swap) throws {
        guard let offered = swap.offered, offered.entry == swap.wanted.entry,
            offered.overlaps(swap.wanted) || offered.isFollowing || swap.wanted.isFollowing
        else { return }
        throw ErrorBody(
            .invalid,
            "cannot swap \(swapName(swap.wanted)) for \(swapName(offered)): both are of one series; name a day of each"
        )
    }

    /// Two asks for one thing could both be agreed to.
    private func checkNothingOpen(against swap: Swap, besides other: Swap?) throws {
        let open = try store.openSwaps().filter { $0.id != other?.id }
        guard let first = open.first(where: { $0.wanted.overlaps(swap.wanted) }) else { return }
        let words = SwapWords(household)
        throw ErrorBody(
            .clash,
            "cannot ask for \(swapName(swap.wanted)): \(words.name(first.asker)) has asked \(words.name(first.asked)) for it "
                + "already, in swap \(first.id) (`famplan swap show \(first.id)`; \(words.name(first.asker)) can withdraw "
                + "it: `famplan swap withdraw \(first.id)`)"
        )
    }

    /// Swaps are between two parents, each in their own name.
    func swapParent(_ actor: Actor, to task: String) throws -> Person {
        guard case .person(let id) = actor, let person = household.people[id], person.role == .parent else {
            throw ErrorBody(
                .notAllowed,
                "cannot \(task) as \(actor.name(in: household)): it is between two parents, each in their own name "
                    + "(what the administrator can do is `famplan edit`)"
            )
        }
        return person
    }

    private func swapPartner(_ text: String, of asker: Person) throws -> Person {
        let id = try Reading(snapshot: snapshot(for: .administrator)).person(text, option: "to")
        guard let person = household.people[id], id != asker.id else {
            throw ErrorBody(.invalid, "cannot ask yourself for a swap: --to names the other parent")
        }
        guard person.role == .parent else {
            let help =
                person.role == .carer ? " (once \(person.name) agrees: `famplan edit ENTRY@DATE --who \(id)`)" : ""
            throw ErrorBody(.invalid, "cannot ask \(person.name) for a swap: swaps are between parents\(help)")
        }
        return person
    }

    func swapReason(_ text: String) throws -> String {
        let reason = text.onOneLine
        guard !reason.isEmpty, reason.count <= 500 else {
            throw ErrorBody(.invalid, "cannot ask without a reason of at most 500 letters (--reason)")
        }
        return reason
    }
}
