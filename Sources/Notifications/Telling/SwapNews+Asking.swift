public import Household
import ICalendar
public import Planning

extension SwapNews {
    /// What a swap would do, as it is told.
    public struct Effect: Sendable {
        /// The sentences of conflicts that come, and of those that go.
        public var created: [String]
        public var resolved: [String]
        public var effect: SwapEffect

        public init(created: [String], resolved: [String], effect: SwapEffect) {
            (self.created, self.resolved, self.effect) = (created, resolved, effect)
        }
    }

    /// That somebody is asked, with the words to answer.
    ///
    /// - Parameters:
    ///   - names: what commands call what is wanted, and what is offered.
    ///   - effect: nil where it can't be made any more.
    public func ask(_ swap: Swap, names: [String], _ effect: Effect?) -> [Letter] {
        guard let person = household.people[swap.asked] else { return [] }
        let swap = swap.seen(by: Viewer(person), in: household)
        let words = SwapPhrases(household, person)
        let title = "\(words.name(swap.asker)) asks you to take over: \(words.span(swap.wanted))"
        let lines = question(swap, names, words) + [""] + answer(effect, words) + [""] + Self.commands(swap)
        return letters(message(.ask, of: swap, title, lines, to: person), to: person, notAfter: swap.until)
    }

    /// That time runs out for an answer.
    public func reminder(_ swap: Swap, names: [String]) -> [Letter] {
        guard let person = household.people[swap.asked] else { return [] }
        let swap = swap.seen(by: Viewer(person), in: household)
        let words = SwapPhrases(household, person)
        let title = "\(words.name(swap.asker)) waits for your answer, until \(words.moment(swap.until))"
        let lines = question(swap, names, words) + [""] + Self.commands(swap)
        return letters(message(.reminder, of: swap, title, lines, to: person), to: person, notAfter: swap.until)
    }

    private func question(_ swap: Swap, _ names: [String], _ words: SwapPhrases) -> [String] {
        var lines = [
            "\(words.name(swap.asker)) asks you to \(words.task(swap.wanted))" + (names.first.map { " (\($0))" } ?? "")
                + "."
        ]
        if let offered = swap.offered {
            let name = names.count > 1 ? " (\(names[1]))" : ""
            lines.append("In return \(words.deed(offered, by: swap.asker))\(name).")
        }
        if swap.counters != nil { lines.append("It is the answer to what you asked for (swap \(swap.counters ?? 0)).") }
        if !swap.reason.isEmpty { lines.append("“\(swap.reason)”") }
        lines.append("Until \(words.moment(swap.until)); unanswered, nothing changes.")
        return lines
    }

    private func answer(_ effect: Effect?, _ words: SwapPhrases) -> [String] {
        guard let effect else { return ["The plan has changed since: it can't be made as it is."] }
        return ["What it would do:"] + words.effect(effect).map { "- \($0)" }
    }

    private static func commands(_ swap: Swap) -> [String] {
        [
            "famplan swap answer \(swap.id) yes",
            "famplan swap answer \(swap.id) no",
            "famplan swap answer \(swap.id) counter --for ENTRY@DATE",
            "famplan swap show \(swap.id): as things are then.",
        ]
    }

    func message(
        _ kind: Kind,
        of swap: Swap,
        _ title: String,
        _ lines: [String],
        to person: Person
    ) -> Message {
        let title = HarmlessText.line(title)
        return Message(
            id: Self.messageID(kind, of: swap, to: person.id),
            kind: .swap,
            severity: kind == .end ? .notice : .warning,
            person: person.id,
            title: title,
            text: lines.map { ConflictNews.wrapped(HarmlessText.line($0)) + "\n" }.joined(),
            // Without what it is about: a title or a reason may name a child.
            short: ColumnWidth.cut(title, to: 200),
            createdAt: now
        )
    }
}
