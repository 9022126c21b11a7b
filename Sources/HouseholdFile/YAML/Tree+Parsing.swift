import Yams

extension Tree {
    /// What a file may have at most.
    enum Limit {
        static let bytes = 4 << 20
        /// Far more than the deepest key of a household file needs.
        static let depth = 12
        /// Nodes of the tree, aliases written out.
        static let nodes = 4_000_000
    }

    /// The one document of a YAML text; nil where there is none.
    ///
    /// Its time and memory are bounded by the limits, whatever the text says.
    package static func parse(_ text: String) throws(YAMLError) -> Tree? {
        guard text.utf8.count <= Limit.bytes else {
            throw YAMLError(mark: nil, message: "the file is larger than \(Limit.bytes >> 20) MiB")
        }
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        try AliasBound.check(text)
        try Nesting.check(text)
        var nodes = 0
        do {
            guard let root = try Yams.compose(yaml: text, .basic) else { return nil }
            return try Tree(root, depth: 0, nodes: &nodes)
        } catch let error as YamlError {
            throw YAMLError(error, in: text)
        } catch let error as YAMLError {
            throw error
        } catch {
            throw YAMLError(mark: nil, message: "\(error)")
        }
    }

    private init(_ node: Node, depth: Int, nodes: inout Int) throws(YAMLError) {
        mark = node.mark.map { Mark(line: $0.line, column: $0.column) }
        nodes += 1
        guard depth <= Limit.depth else { throw YAMLError(mark: mark, message: "is nested too deeply") }
        guard nodes <= Limit.nodes else { throw YAMLError(mark: mark, message: "the file says too much") }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            content = .text(scalar.string, isQuoted ? .quoted : .plain)
        case .sequence(let sequence):
            var elements: [Tree] = []
            for element in sequence { elements.append(try Tree(element, depth: depth + 1, nodes: &nodes)) }
            content = .list(elements)
        case .mapping(let mapping):
            var pairs: [Pair] = []
            for (key, value) in mapping {
                pairs.append(try Pair(key, value, depth: depth + 1, nodes: &nodes))
            }
            content = .map(pairs)
        case .alias:
            // Composing resolves aliases; only trees made for encoding hold them.
            throw YAMLError(mark: mark, message: "is an alias of nothing")
        }
    }
}

extension Tree.Pair {
    fileprivate init(_ key: Node, _ value: Node, depth: Int, nodes: inout Int) throws(YAMLError) {
        guard case .scalar(let scalar) = key else {
            let mark = key.mark.map { Tree.Mark(line: $0.line, column: $0.column) }
            throw YAMLError(mark: mark, message: "a key is a word, not a list or a mapping")
        }
        nodes += 1
        self.key = scalar.string
        keyMark = scalar.mark.map { Tree.Mark(line: $0.line, column: $0.column) }
        self.value = try Tree(value, depth: depth, nodes: &nodes)
    }
}
