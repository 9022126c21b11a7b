import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// How a swap that was asked for comes to an end.
extension Planner {
    func answer(_ request: SwapAnswerRequest, by actor: Actor) throws -> SwapReport {
        let asked = try swapParent(actor, to: "answer swap \(request.swap)")
        let swap = try knownSwap(request.swap)
        let words = SwapWords(household)
        guard swap.asked == asked.id else {
            throw ErrorBody(
                .notAllowed,
                "cannot answer swap \(swap.id) as \(asked.name): \(words.name(swap.asker)) has asked "
                    + words.name(swap.asked)
                    + (swap.asker == asked.id && swap.state == .open
                        ? " (to take it back: `famplan swap withdraw \(swap.id)`)" : "")
            )
        }
        try checkOpen(swap, to: "answer")
        switch request.answer {
        case .yes: return try accept(swap, request, by: actor)
        case .no:
            let said = try request.reason.map(swapReason)
            return try report(on: end(swap, .declined, said, by: actor, options: request.options), request.options)
        case .counter: return try counter(swap, request, by: actor)
        }
    }

    func withdraw(_ request: WithdrawSwapRequest, by actor: Actor) throws -> SwapReport {
        let swap = try knownSwap(request.swap)
        guard actor == .admin || actor == .person(swap.asker) else {
            let name = SwapWords(household).name(swap.asker)
            throw ErrorBody(
                .notAllowed,
                "cannot withdraw swap \(swap.id): \(name) asked for it"
                    + (actor == .person(swap.asked) ? " (to say no: `famplan swap answer \(swap.id) no`)" : "")
            )
        }
        try checkOpen(swap, to: "withdraw")
        return try report(on: end(swap, .withdrawn, nil, by: actor, options: ChangeOptions()), ChangeOptions())
    }

    // MARK: Yes

    /// Both sides, the history and the end of the swap are one transaction.
    private func accept(_ swap: Swap, _ request: SwapAnswerRequest, by actor: Actor) throws -> SwapReport {
        let problems = problems(of: swap)
        guard problems.isEmpty else { throw try refuse(swap, problems, by: actor, request.options) }
        let before = household
        var draft = try draft(of: swap)
        let said = try request.reason.map(swapReason)
        let end = Swap.Settlement(at: clock(), by: actor.name, words: said)
        draft.swap = swap.settled(.accepted, end)
        let answer = try make(draft, by: actor, options: request.options)
        let effect = effect(of: swap, draft.changes, from: before, answer)
        var accepted = draft.swap ?? swap
        accepted.settlement?.change = answer.change
        return try report(on: request.options.dryRun ? swap : accepted, effect: effect, dryRun: request.options.dryRun)
    }

    /// What was agreed to is not there any more: nothing is changed, and the swap ends with that.
    private func refuse(
        _ swap: Swap,
        _ problems: [String],
        by actor: Actor,
        _ options: ChangeOptions
    ) throws -> ErrorBody {
        let words = problems.joined(separator: "; ")
        if !options.dryRun { _ = try end(swap, .stale, words, by: actor, options: options) }
        let asker = SwapWords(household).name(swap.asker)
        return ErrorBody(
            .clash,
            "cannot accept swap \(swap.id): \(words). The plan is as before"
                + (options.dryRun ? "" : ", and the swap has ended"),
            details: ["\(asker) can ask again: \(askAgain(swap))"]
        )
    }

    // MARK: Something else

    /// The same the other way round: whoever was asked asks for what they want in return.
    private func counter(_ swap: Swap, _ request: SwapAnswerRequest, by actor: Actor) throws -> SwapReport {
        guard let offer = request.offer else {
            throw ErrorBody(
                .invalid,
                "cannot make a counter-offer to swap \(swap.id): say what you would do it for (--for ENTRY@DATE)"
            )
        }
        guard let asker = household.people[swap.asker], let asked = household.people[swap.asked] else {
            throw ErrorBody(.clash, "cannot answer swap \(swap.id): one of you is not in the household any more")
        }
        let problems = problems(of: swap)
        guard problems.isEmpty else { throw try refuse(swap, problems, by: actor, request.options) }
        let wanted = try swapSide(offer, from: asked, to: asker, parts: [], by: actor)
        let said = try request.reason.map(swapReason)
        let counter = Swap(
            asker: asked.id,
            asked: asker.id,
            wanted: wanted,
            offered: swap.wanted,
            reason: said ?? "in return for swap \(swap.id)",
            askedAt: clock(),
            until: try swapEnd(request.by, [wanted, swap.wanted]),
            counters: swap.id
        )
        let ended = swap.settled(.countered, Swap.Settlement(at: clock(), by: actor.name, words: said))
        return try ask(counter, countering: ended, options: request.options)
    }

    // MARK: The end

    private func end(
        _ swap: Swap,
        _ state: Swap.State,
        _ words: String?,
        by actor: Actor,
        options: ChangeOptions
    ) throws -> Swap {
        let ended = swap.settled(state, Swap.Settlement(at: clock(), by: actor.name, words: words))
        if !options.dryRun { try store.settle(ended) }
        return ended
    }

    /// The clock counts, whether or not anybody has looked at it yet.
    private func checkOpen(_ swap: Swap, to verb: String) throws {
        guard !swap.isOpen(at: clock()) else { return }
        let again = askAgain(swap)
        guard swap.state != .open, swap.state != .expired else {
            throw ErrorBody(
                .clash,
                "cannot \(verb) swap \(swap.id): time ran out on \(household.zone.words(swap.until)), and the plan is as "
                    + "before",
                details: ["\(SwapWords(household).name(swap.asker)) can ask again: \(again)"]
            )
        }
        throw ErrorBody(.clash, "cannot \(verb) swap \(swap.id): it \(try ending(of: swap))")
    }

    /// `was accepted by Kofi on Tue 24 Nov 09:00 (change 12)`.
    private func ending(of swap: Swap) throws -> String {
        guard let end = swap.settlement else { return "is \(swap.state.rawValue)" }
        let time = household.zone.words(end.at)
        let by = end.by.map { ID<Person>($0).map(SwapWords(household).name) ?? $0 }
        if swap.state == .stale {
            return "ended on \(time), when \(by ?? "somebody") answered and the plan had changed"
        }
        var words = "was \(swap.state.rawValue)" + (by.map { " by \($0)" } ?? "") + " on \(time)"
        if let change = end.change { words += " (change \(change))" }
        if let other = try store.swap(countering: swap.id) { words += " (by swap \(other.id))" }
        return words
    }
}
