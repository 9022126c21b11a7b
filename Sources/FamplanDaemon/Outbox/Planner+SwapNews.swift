import FamplanAPI
import Household
import ICalendar
import Notifications
import Planning
import Storage

/// What the two parents of a swap are told of it.
extension Planner {
    /// Adds what is to be told now; gives the next moment at which something may be.
    func tellSwaps(at now: Instant, _ telling: inout Telling) throws -> Instant? {
        let untold = try store.untoldSwaps()
        let pending = try pendingQuestions()
        let right = Set(
            untold.map(\.swap).filter { $0.isOpen(at: now) }.flatMap { swap in
                [SwapNews.Kind.ask, .reminder].map { SwapNews.messageID($0, of: swap, to: swap.asked) }
            }
        )
        telling.withdrawn.formUnion(pending.filter { !right.contains($0.value) }.keys)
        let news = SwapNews(household: household, now: now)
        var next: [Instant] = []
        for (swap, told) in untold {
            let ask = SwapNews.messageID(.ask, of: swap, to: swap.asked)
            let isAskPending = pending.values.contains(ask)
            if swap.isOpen(at: now) {
                next += try tell(swap, told, isAskPending: isAskPending, news, &telling)
            } else if swap.state != .open {
                let isUnknown = !told.contains(.ask) || isAskPending
                try add(news.end(swap, isUnknown: isUnknown), to: &telling)
                telling.swaps.append(ToldSwap(.end, of: swap.id))
            }
        }
        return next.min()
    }

    /// Of one that is open: the ask, and later a reminder; gives when that is.
    private func tell(
        _ swap: Swap,
        _ told: Set<ToldSwap.News>,
        isAskPending: Bool,
        _ news: SwapNews,
        _ telling: inout Telling
    ) throws -> [Instant] {
        let names = swap.sides.map(swapName)
        let reminder = SwapNews.reminder(of: swap)
        guard told.contains(.ask) else {
            let letters = news.ask(swap, names: names, try toldEffect(of: swap))
            // Whoever has no channel yet may have one in time.
            guard !letters.isEmpty else { return [] }
            try add(letters, to: &telling)
            telling.swaps.append(ToldSwap(.ask, of: swap.id))
            return [reminder].compactMap(\.self)
        }
        guard !told.contains(.reminder), let reminder else { return [] }
        guard reminder <= clock() else { return [reminder] }
        // What waits in hours of silence says it all, and what can't be made needs no answer.
        if !isAskPending, problems(of: swap).isEmpty {
            try add(news.reminder(swap, names: names), to: &telling)
        }
        telling.swaps.append(ToldSwap(.reminder, of: swap.id))
        return []
    }

    /// Nil where it can't be made as things are.
    private func toldEffect(of swap: Swap) throws -> SwapNews.Effect? {
        guard problems(of: swap).isEmpty else { return nil }
        let draft = try draft(of: swap)
        let answer = try make(draft, by: .admin, options: ChangeOptions(dryRun: true))
        return SwapNews.Effect(
            created: answer.created.map(\.message),
            resolved: answer.resolved.map(\.message),
            effect: SwapEffect(of: swap, from: household, to: household.after(draft.changes), now: clock())
        )
    }

    /// Letters on their way that ask for an answer: their messages by their rows.
    private func pendingQuestions() throws -> [Int: String] {
        let rows = try store.pendingOutbox().compactMap(OutboxRow.init)
        let questions = rows.filter { SwapNews.isQuestion($0.letter.message) }
        return Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0.letter.message.id) })
    }
}
