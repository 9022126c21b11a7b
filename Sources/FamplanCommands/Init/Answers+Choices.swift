/// Reads one of a few words, as people say them.
extension Answers {
    /// One of the answers that there are, and other words for it.
    struct Choice {
        let word: String
        let others: [String]

        init(_ word: String, _ others: String...) {
            (self.word, self.others) = (word, others)
        }
    }

    /// The choice that the answer begins, or another word for it; with or without an article.
    static func choice(_ answer: String, _ choices: [Choice]) throws -> String {
        var words = answer.lowercased().split(separator: " ")[...]
        if words.count > 1, let first = words.first, ["a", "an", "the"].contains(first) { words.removeFirst() }
        let wanted = words.joined(separator: " ")
        let begun = choices.first { !wanted.isEmpty && $0.word.hasPrefix(wanted) }
        guard let choice = choices.first(where: { $0.others.contains(wanted) }) ?? begun else {
            throw NotUnderstood("One of \(choices.map(\.word).joined(separator: ", ")), please.")
        }
        return choice.word
    }

    /// What the calendar of a school holds.
    static func schoolCalendar(_ answer: String) throws -> String {
        let closed = Choice("closed", "days that are closed", "closures", "closed days", "holidays", "days off")
        return try choice(answer, [closed, Choice("hours", "care", "clubs", "camps"), Choice("news", "info")])
    }

    /// What the calendar of an employer holds.
    static func workCalendar(_ answer: String) throws -> String {
        try choice(answer, [Choice("work", "shifts", "hours", "meetings"), Choice("news", "info")])
    }

    static func yes(_ answer: String) throws -> Bool {
        try choice(answer, [Choice("yes", "yeah", "yep", "sure", "ok"), Choice("no", "nope")]) == "yes"
    }

    static func kind(_ answer: String) throws -> String {
        try choice(
            answer,
            [
                Choice("client", "clients", "customer", "freelance", "freelancing", "contract", "self-employed"),
                Choice("employment", "employed", "employee", "employer", "job", "salaried", "salary"),
                Choice("product", "products", "own product", "app", "business", "shop"),
                Choice("admin", "administration", "paperwork", "bookkeeping", "taxes", "overhead"),
            ]
        )
    }

    /// The id of the parent whose name it is, or who typed it; empty for whoever can.
    static func parent(_ answer: String, _ parents: [NewHousehold.Parent]) throws -> String {
        let wanted = answer.lowercased()
        if ["", "-", "both", "either", "any", "anyone", "whoever", "whoever can"].contains(wanted) { return "" }
        // The first of them is whoever answers.
        if ["i", "me", "myself"].contains(wanted), let first = parents.first { return first.id }
        let exact = parents.filter { $0.name.lowercased() == wanted || $0.id == wanted }
        let begun = exact.isEmpty ? parents.filter { $0.name.lowercased().hasPrefix(wanted) } : exact
        guard begun.count == 1 else {
            let names = parents.map(\.name).joined(separator: ", ")
            throw NotUnderstood("One of \(names), please; or Enter, for whoever can.")
        }
        return begun[0].id
    }
}
