/// Reads what people answer about calendars elsewhere and about being told.
extension Answers {
    /// An address, or the path of a file that is there; nil for nothing.
    static func calendar(_ answer: String, _ console: Console) throws -> NewHousehold.Calendar.Source? {
        if answer.isEmpty { return nil }
        if let scheme = ["https://", "webcal://", "http://"].first(where: { answer.lowercased().hasPrefix($0) }) {
            guard answer.count > scheme.count, !answer.contains(where: \.isWhitespace) else {
                throw NotUnderstood("This is no address: https://… or webcal://…, please.")
            }
            return .address(answer)
        }
        let path = path(answer, console)
        guard path.hasPrefix("/"), (try? console.readFile(path)) != nil else {
            throw NotUnderstood("There is no such file. An address begins with https:// or webcal://.")
        }
        return .file(path)
    }

    /// In full, as a daemon needs it.
    private static func path(_ answer: String, _ console: Console) -> String {
        let name = answer.hasPrefix("file://") ? String(answer.dropFirst(7)) : answer
        if name.hasPrefix("~/"), let home = console.environment("HOME") { return home + name.dropFirst() }
        if name.hasPrefix("/") { return name }
        let plain = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        return console.environment("PWD").map { "\($0)/\(plain)" } ?? plain
    }

    /// Whether the address is likely to be in a network of one's own, where the daemon asks only if that is meant.
    static func isAtHome(_ address: String) -> Bool {
        let rest = address.drop { $0 != ":" }.dropFirst(3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        // An address of version 6 stands in brackets: of one's own are those that begin with f, and the machine itself.
        if let bracket = authority.lastIndex(of: "[") {
            let address = authority[bracket...].lowercased()
            return address.hasPrefix("[f") || address.hasPrefix("[::1]")
        }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
        let numbers = host.split(separator: ".").map { Int($0) }
        if numbers.count == 4, numbers.allSatisfy({ $0 != nil }), let first = numbers[0], let second = numbers[1] {
            return first == 10 || first == 127 || (first == 192 && second == 168)
                || (first == 172 && (16...31).contains(second))
        }
        return !host.contains(".")
            || [".local", ".lan", ".home", ".internal", ".fritz.box"].contains { host.hasSuffix($0) }
    }

    /// Some of the channels' names.
    static func channels(_ answer: String, _ names: [String]) throws -> [String] {
        try people(answer).map { name in
            guard names.contains(name) else {
                throw NotUnderstood("There is no “\(name)”: \(names.joined(separator: ", ")).")
            }
            return name
        }
    }

    /// `maya@home.example`.
    static func mailAddress(_ answer: String) throws -> String {
        let parts = answer.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            !answer.contains(where: { $0.isWhitespace || $0 == "," })
        else { throw NotUnderstood("An address of mail, please: maya@home.example.") }
        return answer
    }
}
