public import Household
import ICalendar

extension SwapNews {
    /// How a swap ended, to whoever does not know it by themselves.
    ///
    /// - Parameter isUnknown: whether the one who was asked has not been told that they were.
    public func end(_ swap: Swap, isUnknown: Bool) -> [Letter] {
        let people = [swap.asker, swap.asked].filter { person in
            Self.isTold(person, endOf: swap) && !(isUnknown && person == swap.asked)
        }
        let last = max(swap.sides.map(\.terms.end).max() ?? now, now.adding(seconds: 86_400))
        return people.compactMap { household.people[$0] }.flatMap { person in
            let words = SwapPhrases(household, person)
            let swap = swap.seen(by: Viewer(person), in: household)
            let lines = lines(swap, words, isAsker: person.id == swap.asker)
            let message = message(.end, of: swap, title(swap, words), lines, to: person)
            return letters(message, to: person, notAfter: last)
        }
    }

    private func title(_ swap: Swap, _ words: SwapPhrases) -> String {
        let (asker, asked) = (words.name(swap.asker), words.name(swap.asked))
        let when = words.span(swap.wanted)
        switch swap.state {
        case .accepted: return "\(asked) says yes: \(when)"
        case .declined: return "\(asked) says no: \(when)"
        case .withdrawn: return "\(asker) no longer asks: \(when)"
        case .stale: return "\(asked) said yes, but the plan had changed: \(when)"
        case .expired: return "Not answered, so nothing changes: \(when)"
        case .open, .countered: return when
        }
    }

    private func lines(_ swap: Swap, _ words: SwapPhrases, isAsker: Bool) -> [String] {
        let (asker, asked) = (words.name(swap.asker), words.name(swap.asked))
        let said = swap.settlement?.words
        var lines: [String] = []
        switch swap.state {
        case .accepted:
            lines.append("\(asked) has agreed: \(words.deeds(swap)).")
        case .declined, .withdrawn, .expired, .stale, .open, .countered:
            lines.append("\(asker) asked \(asked) to \(words.task(swap.wanted)). The plan is as before.")
        }
        if swap.state == .stale, let said { lines.append(words.translated(said, swap) + ".") }
        if swap.state != .stale, let said { lines.append("“\(said)”") }
        if let change = swap.settlement?.change {
            lines += ["", "famplan undo \(change): take it back. famplan history: all that was changed."]
        } else if isAsker, swap.state != .withdrawn {
            lines += ["", "famplan swap show \(swap.id): has the command to ask again."]
        }
        return lines
    }
}
