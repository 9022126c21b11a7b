import Household

/// The keys of one mapping, asked for one by one. What nobody has asked for when all is read is an unknown key.
///
/// Asking notes what is wrong with a value and gives nil, as for a key that is not there; whoever asks goes on with the
/// next key, so that everything wrong is found at once.
package struct Keys {
    /// The way to the mapping.
    var path: [String]
    let mark: Tree.Mark?
    let report: Report
    private let pairs: [Tree.Pair]
    private var asked: [String] = []

    /// Nil, and noted, where the tree is no mapping.
    package init?(_ tree: Tree, at path: [String], report: Report) {
        (self.path, self.report, mark) = (path, report, tree.mark)
        guard case .map(let pairs) = tree.content else {
            report.note("is \(tree.noun), but keys with values are needed", at: path, mark: tree.mark)
            return nil
        }
        self.pairs = pairs
    }

    /// The value of a key; nil also where nothing stands behind it.
    package mutating func tree(_ key: String) -> Tree? {
        asked.append(key)
        guard let pair = pairs.first(where: { $0.key == key }), !pair.value.isNothing else { return nil }
        return pair.value
    }

    /// The keys that are there, for a mapping whose keys are names of the family's.
    var names: [String] { pairs.map(\.key) }

    /// Whether there is something to read.
    package func has(_ key: String) -> Bool { pairs.contains { $0.key == key && !$0.value.isNothing } }

    /// Whether a key is there with nothing behind it.
    package func isBare(_ key: String) -> Bool { pairs.contains { $0.key == key && $0.value.isNothing } }

    /// Whether `[]` stands behind a key, which is then read.
    mutating func isEmptyList(_ key: String) -> Bool {
        guard case .list(let elements)? = tree(key)?.content else { return false }
        return elements.isEmpty
    }

    /// A single value, read from its text.
    package mutating func value<Value>(_ key: String, _ read: (String) throws(Complaint) -> Value) -> Value? {
        guard let tree = tree(key) else { return nil }
        return Self.value(of: tree, at: path + [key], report: report, read)
    }

    /// A value without which there is no sense; `help` says what it would be like.
    package mutating func needed<Value>(
        _ key: String,
        _ help: String,
        _ read: (String) throws(Complaint) -> Value
    ) -> Value? {
        if !has(key) { note(key, "is needed (\(help))") }
        return value(key, read)
    }

    /// A list of single values; one alone is a list of one.
    package mutating func list<Value>(_ key: String, _ read: (String) throws(Complaint) -> Value) -> [Value]? {
        guard let tree = tree(key) else { return nil }
        guard case .list(let elements) = tree.content else {
            return Self.value(of: tree, at: path + [key], report: report, read).map { [$0] }
        }
        return elements.compactMap { Self.value(of: $0, at: path + [key], report: report, read) }
    }

    /// A list of mappings, each read with its keys.
    mutating func mappings<Value>(
        _ key: String,
        hints: [String: String] = [:],
        _ read: (inout Keys) -> Value?
    ) -> [Value]? {
        guard let tree = tree(key) else { return nil }
        guard case .list(let elements) = tree.content else {
            note(key, "is \(tree.noun), but a list is needed (a line “- …” for each)")
            return nil
        }
        return elements.enumerated().compactMap { index, element in
            guard var keys = Keys(element, at: path + ["\(key)[\(index)]"], report: report) else { return nil }
            let value = read(&keys)
            keys.finish(hints: hints)
            return value
        }
    }

    /// A list of mappings; one alone is a list of one.
    mutating func oneOrMore<Value>(_ key: String, _ read: (inout Keys) -> Value?) -> [Value]? {
        guard case .map? = tree(key)?.content else { return mappings(key, read) }
        return mapping(key, read).map { [$0] }
    }

    /// A mapping under a key; `noun` is what its keys are.
    mutating func mapping<Value>(
        _ key: String,
        of noun: String = "key",
        _ read: (inout Keys) -> Value?
    ) -> Value? {
        guard let tree = tree(key), var keys = Keys(tree, at: path + [key], report: report) else { return nil }
        let value = read(&keys)
        keys.finish(noun)
        return value
    }

    /// Notes something about a key, at its value if it has one.
    package func note(_ key: String, _ message: String) {
        let pair = pairs.first { $0.key == key }
        report.note(message, at: path + [key], mark: pair.map { $0.value.mark ?? $0.keyMark } ?? mark)
    }

    /// Notes the keys that nobody asked for; `hints` say more about some.
    package func finish(_ noun: String = "key", hints: [String: String] = [:]) {
        for (index, pair) in pairs.enumerated() where !asked.contains(pair.key) {
            let message = hints[pair.key] ?? unknown(noun, pair, after: index > 0 ? pairs[index - 1] : nil)
            report.note(message, at: path + [pair.key], mark: pair.keyMark)
        }
    }

    /// Within braces, what follows a comma is a key: `{ amount: 95,00 }`.
    private func unknown(_ noun: String, _ pair: Tree.Pair, after last: Tree.Pair?) -> String {
        let isInLine = last?.keyMark.map { $0.line == pair.keyMark?.line } ?? false
        if pair.value.isNothing, isInLine {
            return "unknown \(noun) “\(Words.shortened(pair.key))” (a value with a comma needs quotes within braces)"
        }
        return Spelling.unknown(noun, Words.shortened(pair.key), among: asked)
    }

    private static func value<Value>(
        of tree: Tree,
        at path: [String],
        report: Report,
        _ read: (String) throws(Complaint) -> Value
    ) -> Value? {
        guard case .text(let text, _) = tree.content else {
            report.note("is \(tree.noun), but a single value is needed", at: path, mark: tree.mark)
            return nil
        }
        guard !text.utf8.contains(0) else {
            report.note("has a NUL character (U+0000), which no text may have", at: path, mark: tree.mark)
            return nil
        }
        do throws(Complaint) {
            return try read(text)
        } catch {
            report.note(error.message, at: path, mark: tree.mark)
            return nil
        }
    }
}
