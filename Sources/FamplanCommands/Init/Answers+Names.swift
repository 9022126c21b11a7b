/// Reads names: one, or several as people write them one after the other.
extension Answers {
    static func name(_ answer: String) throws -> String {
        let name = unquoted(answer)
        guard !name.isEmpty, name.count <= 80 else { throw NotUnderstood("A name has 1 to 80 letters.") }
        return name
    }

    /// The name of one person.
    static func person(_ answer: String) throws -> String {
        let names = try people(answer)
        guard names.count < 2 else {
            throw NotUnderstood("One name, please: \(names[0]) (if it is all one name: \"\(answer)\").")
        }
        return try name(names.first ?? "")
    }

    /// The name of one person, or nothing.
    static func optionalPerson(_ answer: String) throws -> String {
        isNothing(answer) ? "" : try person(answer)
    }

    /// A name, or nothing: `-` too, where Enter means another.
    static func optionalName(_ answer: String) throws -> String {
        isNothing(answer) ? "" : try name(answer)
    }

    /// Names with commas between, each once. A client may be called “Smith & Sons”.
    static func list(_ answer: String) throws -> [String] {
        try names(answer) { $0.first == "," ? 1 : nil }
    }

    /// Names of people, each once: `Emil and Frida`, `Emil, Frida & Max`, `Emil + Frida`. One in quotation marks stays as it is.
    static func people(_ answer: String) throws -> [String] {
        try names(answer) { rest in
            guard let first = rest.first else { return nil }
            if ",&+".contains(first) { return 1 }
            guard first.isWhitespace else { return nil }
            let word = rest.dropFirst().prefix { !$0.isWhitespace }
            return ["and", "und"].contains(word.lowercased()) ? word.count + 1 : nil
        }
    }

    /// - Parameter separator: how many characters at the beginning of the rest stand between two names; nil: none.
    private static func names(_ answer: String, separator: (Substring) -> Int?) throws -> [String] {
        if isNothing(answer) { return [] }
        var parts = [""]
        // Before the first name, “and” is no less a word between names.
        var rest = Substring(" " + answer)
        while !rest.isEmpty {
            if let count = separator(rest) {
                parts.append("")
                rest = rest.dropFirst(count)
                continue
            }
            let count = quotation(rest) ?? 1
            parts[parts.count - 1] += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        return try parts.map(\.trimmed).filter { !$0.isEmpty }.map(name)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// How many characters a quotation takes that begins here.
    private static func quotation(_ text: Substring) -> Int? {
        guard let first = text.first, "\"“„".contains(first) else { return nil }
        guard let end = text.dropFirst().firstIndex(where: { "\"”“".contains($0) }) else { return nil }
        return text.distance(from: text.startIndex, to: end) + 1
    }

    /// Without the quotation marks around the whole of it.
    private static func unquoted(_ text: String) -> String {
        guard let count = quotation(Substring(text)), count == text.count else { return text }
        return text.dropFirst().dropLast().trimmed
    }

    /// What people type where there is nothing to be named.
    private static func isNothing(_ answer: String) -> Bool {
        ["", "-", "–", "no", "none", "nobody", "nothing", "noone", "no one"].contains(answer.lowercased())
    }
}
