internal import FamplanAPI
internal import FamplanClient

/// What a command works with: the daemon, the console, and how to show things.
struct Session: Sendable {
    let client: FamplanClient
    let console: Console
    /// Whether to print documents as they came.
    let json: Bool
    let look: Look

    /// Prints an answer: the daemon's document, or what it means to people.
    func show<Shown: Renderer>(_ answer: Answer<Shown.Body>, with renderer: Shown) throws {
        guard !json else { return try printDocument(answer.raw) }
        var page = Page(look: look)
        try renderer.render(try answer.document(), on: &page)
        try console.print(page.string)
    }

    /// Prints the daemon's document as it came.
    func printDocument(_ raw: [UInt8]) throws {
        let document = raw.last == UInt8(ascii: "\n") ? raw[...].dropLast() : raw[...]
        let safe = console.isOutputTerminal ? Self.escaped(document) : Array(document)
        try console.write(.output, safe + [UInt8(ascii: "\n")])
    }

    /// JSON escapes the lower control characters, but not those from U+0080 on that terminals obey too.
    private static func escaped(_ document: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(document.count)
        var rest = document
        while let byte = rest.popFirst() {
            if byte == 0xC2, let next = rest.first, (0x80...0x9F).contains(next) {
                rest.removeFirst()
                result += "\\u00\(String(next, radix: 16))".utf8
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// A message to people, beside the data.
    func note(_ message: String) throws {
        try console.print(CleanText.line(message) + "\n", to: .error)
    }

    /// Asks on the terminal; everything but yes is no.
    func confirms(_ question: String) throws -> Bool {
        ["y", "yes"].contains(try answer("\(question) [y/N]"))
    }

    /// What is typed after a question, in small letters; empty where the input ends.
    func answer(_ question: String) throws -> String {
        try console.print("\(question) ", to: .error)
        return console.readLine()?.trimmed.lowercased() ?? ""
    }
}
