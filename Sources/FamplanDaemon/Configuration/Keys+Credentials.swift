import Household
import HouseholdFile
import Notifications

extension Keys {
    /// A program's path in full, and its first arguments; nil where the key is not there or something is wrong.
    mutating func command() -> [String]? {
        guard let tree = tree("command") else {
            if isBare("command") { note("command", "needs a value, or else the key is left out") }
            return nil
        }
        let elements: [Tree] = if case .list(let elements) = tree.content { elements } else { [tree] }
        let words = elements.compactMap { element -> String? in
            if case .text(let text, _) = element.content { text } else { nil }
        }
        guard let program = words.first, words.count == elements.count, !program.isEmpty else {
            note(
                "command",
                "needs a program and its arguments, each a text of its own ([/usr/local/bin/tell, --plain])"
            )
            return nil
        }
        guard program.hasPrefix("/"), !words.contains(where: { $0.contains("\0") }) else {
            let text = Words.shortened(program)
            note("command", "“\(text)” is not a path in full (try [/usr/local/bin/tell, --plain])")
            return nil
        }
        return words
    }

    mutating func neededCommand(_ example: String) -> [String]? {
        guard has("command") else { return needed("command", example) { _ in [] } }
        return command()
    }

    /// What a credential holds; nil where the key is not there or something is wrong.
    mutating func secret(_ key: String, _ credentials: Credentials) -> Secret? {
        given(key) { text throws(Complaint) in try credentials.secret(text) }
    }

    mutating func neededAddress(_ key: String, _ example: String, _ credentials: Credentials) -> Secret? {
        needed(key, example) { text throws(Complaint) in try credentials.address(text) }
    }
}

extension Credentials {
    /// A credential's name. What can't be one may be the secret itself: it is not repeated.
    static func name(_ text: String) throws(Complaint) -> String {
        if isName(text) { return text }
        throw Complaint("names a credential (a to z, 0 to 9 and -): the secret itself does not stand in this file")
    }

    func secret(_ text: String) throws(Complaint) -> Secret {
        let name = try Self.name(text)
        if let secret = value(of: name) { return secret }
        throw missing(
            name,
            "a file of one line in $CREDENTIALS_DIRECTORY, or \(Self.variable(name)) in the environment"
        )
    }

    /// As ``secret(_:)``; what it holds is an address of the web.
    func address(_ text: String) throws(Complaint) -> Secret {
        let address = try secret(text)
        if address.canBePostedTo { return address }
        throw Complaint("what this credential holds is not an address of the web (https://…)")
    }

    func missing(_ name: String, _ place: String) -> Complaint {
        let near = Spelling.nearest(to: name, among: names).map { " (did you mean “\($0)”?)" } ?? ""
        return Complaint("no credential “\(name)”\(near): it is \(place)")
    }
}
