import Yams

/// Why a text is no YAML that we read.
package struct YAMLError: Error {
    package let mark: Tree.Mark?
    package let message: String
    /// The key, where the mistake is that a mapping has it twice; the mark is the second one's then.
    package private(set) var duplicate: String?

    init(mark: Tree.Mark?, message: String) {
        self.mark = mark
        self.message = message
    }

    init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let mark = Tree.Mark(mark)
            let message = mark.isIndentedWithTab(in: text) ? Self.tab : Self.message(problem, context)
            self.init(mark: mark, message: message)
        case .composer(let context, let problem, let mark, _):
            self.init(mark: Tree.Mark(mark), message: Self.message(problem, context))
        case .reader(let problem, let offset, let value, _):
            self.init(mark: offset.map { Tree.Mark(character: $0, in: text) }, message: Self.message(problem, value))
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(duplicate: duplicates.first ?? "", first: Tree.Mark(context.mark), in: text)
        default:
            self.init(mark: nil, message: "is not YAML (\(error))")
        }
    }

    /// A key that a mapping has twice: both lines are named.
    private init(duplicate key: String, first: Tree.Mark, in text: String) {
        guard let second = first.next(key, in: text) else {
            self.init(mark: first, message: "the key “\(key)” is there twice")
            return
        }
        let line = second.line == first.line ? "this line" : "line \(first.line)"
        self.init(mark: second, message: "the key “\(key)” is there already, in \(line)")
        duplicate = key
    }

    private static let tab = "the line is indented with a tab, which YAML does not take (use spaces: two for each step)"

    private static func message(_ problem: String, _ context: YamlError.Context?) -> String {
        if problem.hasPrefix("Maximum nesting") { return "is not YAML that anybody writes: it is nested too deeply" }
        guard let context, !context.text.isEmpty else { return "is not YAML: \(problem)" }
        return "is not YAML: \(problem) (\(context.text), line \(context.mark.line))"
    }

    private static func message(_ problem: String, _ value: Int32) -> String {
        let character = value >= 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
        return "is not YAML: \(problem)\(character)"
    }
}

extension Tree.Mark {
    fileprivate init(_ mark: Yams.Mark) {
        self.init(line: mark.line, column: mark.column)
    }

    /// The place of a character, counted from 0.
    fileprivate init(character offset: Int, in text: String) {
        let before = text.prefix(offset)
        let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.init(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    }

    /// Whether its line begins with white space in which there is a tab.
    fileprivate func isIndentedWithTab(in text: String) -> Bool {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1) else { return false }
        return lines[line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
    }

    /// Where the key stands again: at the same column of a later line, or later in the same line within braces.
    fileprivate func next(_ key: String, in text: String) -> Tree.Mark? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard line <= lines.count else { return nil }
        guard lines[line - 1].hasMargin(upTo: column) else {
            let rest = lines[line - 1].dropFirst(column)
            guard let found = rest.firstRange(of: "\(key):") else { return nil }
            let skipped = rest.distance(from: rest.startIndex, to: found.lowerBound)
            return Tree.Mark(line: line, column: column + skipped + 1)
        }
        for (index, candidate) in lines.enumerated().dropFirst(line) where candidate.hasMargin(upTo: column) {
            let word = candidate.dropFirst(column - 1)
            if ["", "\"", "'"].contains(where: { word.hasPrefix("\($0)\(key)\($0):") }) {
                return Tree.Mark(line: index + 1, column: column)
            }
        }
        return nil
    }
}

extension Substring {
    /// Whether only spaces and the dashes of lists stand before the column.
    fileprivate func hasMargin(upTo column: Int) -> Bool {
        prefix(column - 1).allSatisfy { $0 == " " || $0 == "-" }
    }
}
