internal import FamplanAPI

/// Asks one thing after the other in a terminal, and keeps each answer in a file at once, so that an interview which was
/// broken off goes on where it was.
struct Interview {
    private let session: Session
    /// Where the answers are kept: a line each.
    let file: String
    private var kept: [String]
    private var answers: [String] = []

    /// Takes up the interview whose answers are in the file, if there is one.
    init(_ session: Session, file: String) throws {
        self.session = session
        self.file = file
        let bytes = try? session.console.readFile(file)
        kept =
            bytes.map { String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) }?
            .dropLast().map(String.init) ?? []
        if !kept.isEmpty {
            try say("Going on from where you stopped: your answers are in \(file) (remove it to begin anew).")
        }
    }

    /// Asks until the answer can be read.
    ///
    /// - Parameters:
    ///   - suggestion: what an empty answer means.
    ///   - read: throws ``NotUnderstood`` for an answer that won't do.
    /// - Throws: ``Failure`` where the input ends.
    mutating func ask<Value>(
        _ question: String,
        suggestion: String = "",
        read: (String) async throws -> Value
    ) async throws -> Value {
        if !kept.isEmpty {
            let answer = kept.removeFirst()
            // What was fine then may not be now; then it is asked again, and what followed too.
            if let value = try? await read(answer) {
                answers.append(answer)
                return value
            }
            kept = []
        }
        while true {
            let hint = suggestion.isEmpty ? "" : " [\(suggestion)]"
            try session.console.print("\(CleanText.line(question))\(CleanText.line(hint)) ", to: .output)
            guard let line = session.console.readLine() else {
                try session.console.print("\n", to: .output)
                throw Failure(
                    status: .failed,
                    kind: "stopped",
                    message: "stopped before the end; nothing was changed",
                    details: ["Your answers are kept in \(file): famplan init goes on from there."]
                )
            }
            let typed = line.trimmed
            let answer = typed.isEmpty ? suggestion : typed
            do {
                let value = try await read(answer)
                answers.append(answer)
                try keep()
                return value
            } catch let error as NotUnderstood {
                try say(error.message)
            }
        }
    }

    /// A paragraph between questions; not again where they were answered before.
    func say(_ text: String) throws {
        guard kept.isEmpty || answers.isEmpty else { return }
        var page = Page(look: session.look)
        page.add(Text(text), indent: 0)
        try session.console.print(page.string, to: .output)
    }

    /// A heading.
    func begin(_ title: String) throws {
        guard kept.isEmpty else { return }
        var page = Page(look: session.look)
        page.add(Text())
        page.add(Text(title, .bold), indent: 0)
        try session.console.print(page.string, to: .output)
    }

    private func keep() throws {
        try session.console.writeFile(file, Array(answers.map { $0 + "\n" }.joined().utf8))
    }
}

/// Why an answer is none.
struct NotUnderstood: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: String {
        let rest = drop { $0.isWhitespace }
        guard let end = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...end])
    }
}
