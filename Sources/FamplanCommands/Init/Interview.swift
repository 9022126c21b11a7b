internal import FamplanAPI

/// Asks one thing after the other in a terminal, and keeps each answer in a file at once, so that an interview which was
/// broken off goes on where it was. A round goes through all questions; only those without an answer are put.
struct Interview {
    /// A question that was answered in this round, for the list of all.
    struct Answered {
        var key: String
        /// The heading that it stands under.
        var section: String
        var label: String
        var answer: String
    }

    private let session: Session
    /// Where the answers are kept: a line each, `noah.school: 8:15-14:15`.
    let file: String
    /// Answers as they were typed, by what they answer, in the order in which they came.
    private var kept: [(key: String, answer: String)]
    private(set) var answered: [Answered] = []
    private var section = ""
    /// What is to be said before the first question that is put.
    private var opening: Text?
    /// A heading and words below it, before the next question that is put.
    private var heading: (title: String, words: String)?

    /// Takes up the interview whose answers are in the file, if there is one.
    init(_ session: Session, file: String) throws {
        self.session = session
        self.file = file
        let text = (try? session.console.readFile(file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        kept = text.split(separator: "\n").compactMap(Self.line)
        let hint =
            "Enter takes what stands in [brackets], < goes back. Ctrl-C stops: `famplan init` goes on from there."
        opening =
            kept.isEmpty
            ? Text(hint, .dim)
            : Text("Going on from where you stopped: your answers are in \(file) (remove it to begin anew).")
    }

    private static func line(_ line: Substring) -> (key: String, answer: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), line[line.index(after: colon)...].trimmed)
    }

    /// Begins the questions anew; what has an answer is not put again.
    mutating func beginRound() {
        (answered, section) = ([], "")
    }

    /// Takes an answer away, so that the next round asks for it.
    mutating func forget(_ key: String) {
        kept.removeAll { $0.key == key }
    }

    /// Takes the answer before away.
    mutating func forgetLast() {
        if let last = answered.last { forget(last.key) }
    }

    /// Asks until the answer can be read.
    ///
    /// - Parameters:
    ///   - key: names the question in the file: letters, digits, dots and dashes.
    ///   - label: the question in the list of all answers.
    ///   - suggestion: what an empty answer means.
    ///   - shown: what was understood, in the list of all answers; else the answer as it was typed.
    ///   - read: throws ``NotUnderstood`` for an answer that won't do.
    /// - Throws: ``GoBack``; ``Failure`` where the input ends.
    mutating func ask<Value>(
        _ key: String,
        _ question: String,
        label: String,
        suggestion: String = "",
        shown: ((Value) -> String)? = nil,
        read: (String) async throws -> Value
    ) async throws -> Value {
        // What was fine then may not be now; then it is asked again.
        if let answer = kept.first(where: { $0.key == key })?.answer, let value = try? await read(answer) {
            add(key, label, shown?(value) ?? answer)
            return value
        }
        while true {
            let typed = try line(after: suggestion.isEmpty ? question : "\(question) [\(suggestion)]")
            if typed == "<" {
                guard answered.isEmpty else { throw GoBack() }
                try say("This is the first question.")
                continue
            }
            let answer = typed.isEmpty ? suggestion : typed
            do {
                let value = try await read(answer)
                add(key, label, shown?(value) ?? answer)
                forget(key)
                kept.append((key, answer))
                try keep()
                return value
            } catch let error as NotUnderstood {
                try say(error.message)
            }
        }
    }

    private static let roomForAnswer = 12

    private mutating func add(_ key: String, _ label: String, _ answer: String) {
        answered.append(Answered(key: key, section: section, label: label, answer: answer))
    }

    /// Puts a question and gives what is typed, without spaces at the ends.
    mutating func line(after question: String) throws -> String {
        var page = Page(look: session.look)
        if let opening { page.add(opening, indent: 0) }
        if let heading {
            page.add(Text())
            page.add(Text(heading.title, .bold), indent: 0)
            if !heading.words.isEmpty { page.add(Text(heading.words, .dim), indent: 0) }
        }
        (opening, heading) = (nil, nil)
        let indent = question.prefix { $0 == " " }.count
        // An answer finds room in the last line.
        let width = max(session.look.width - indent - Self.roomForAnswer, 40)
        for (number, line) in Text(String(question.dropFirst(indent))).wrapped(to: width).enumerated() {
            page.add(Text(String(repeating: " ", count: number == 0 ? indent : indent + 2)) + line)
        }
        try session.console.print(page.string.dropLast() + " ", to: .output)
        if let line = session.console.readLine() { return line.trimmed }
        try session.console.print("\n", to: .output)
        throw Failure(
            kind: .own(.stopped),
            message: "stopped before the end; nothing was changed",
            details: ["Your answers are kept in \(file).", "Go on from there: famplan init"]
        )
    }

    /// A heading, which is shown before the next question that is put.
    mutating func begin(_ title: String, _ words: String = "") {
        section = title
        heading = (title, words)
    }

    /// The round is over: no question is left that the heading would stand before.
    mutating func endRound() {
        heading = nil
    }

    private func say(_ text: String) throws {
        var page = Page(look: session.look)
        page.add(Text(CleanText.line(text), .yellow), indent: 0)
        try session.console.print(page.string, to: .output)
    }

    /// For its owner alone: the address of a calendar is often all that is needed to read it.
    private func keep() throws {
        let new = try session.console.newFile(file, true)
        do {
            try new.write(Array(kept.map { "\($0.key): \($0.answer)\n" }.joined().utf8))
            try new.finish()
        } catch {
            new.discard()
            throw error
        }
    }
}

/// Why an answer is none.
struct NotUnderstood: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Whoever answers wants to change the answer before.
struct GoBack: Error {}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: String {
        let rest = drop { $0.isWhitespace }
        guard let end = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...end])
    }
}
