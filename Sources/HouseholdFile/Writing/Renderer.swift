import Household

/// Writes trees as YAML: short things in braces on a line of their own, the others a key a line.
struct Renderer {
    private(set) var text = ""
    private static let width = 120

    /// The settings as they are, anything else as a list under its key; nothing where there is nothing.
    mutating func section(_ noun: Item.Noun, _ things: [[Tree.Pair]]) {
        guard !things.isEmpty else { return }
        if !text.isEmpty { text += "\n" }
        text += noun.section + ":\n"
        for pairs in things {
            if noun == .household {
                block(pairs, indent: 2)
            } else {
                element(.map(pairs), indent: 2, isOpen: noun.isWrittenOpen(pairs))
            }
        }
    }

    private mutating func block(_ pairs: [Tree.Pair], indent: Int) {
        for pair in pairs {
            text += spaces(indent)
            write(pair, indent: indent)
        }
    }

    /// `key: value`, with everything below it.
    private mutating func write(_ pair: Tree.Pair, indent: Int) {
        let start = pair.key + ":"
        switch pair.value.content {
        case .text(let value, .free) where LiteralBlock(value) != nil:
            text += start + " " + (LiteralBlock(value)?.rendered(indent: indent + 2) ?? "")
        case .list(let elements) where !elements.isEmpty && !isShort(pair.value, after: indent + start.utf8.count):
            text += start + "\n"
            for element in elements { self.element(element, indent: indent + 2, isOpen: false) }
        case .map(let pairs) where !isShort(pair.value, after: indent + start.utf8.count):
            text += start + "\n"
            block(pairs, indent: indent + 2)
        default:
            text += start + " " + pair.value.rendered(isFlow: false) + "\n"
        }
    }

    /// `- value`; a mapping that is open, or too long for a line, has its keys below each other.
    private mutating func element(_ tree: Tree, indent: Int, isOpen: Bool) {
        text += spaces(indent) + "- "
        guard case .map(let pairs) = tree.content, let first = pairs.first, isOpen || !fits(tree, after: indent + 2)
        else {
            text += tree.rendered(isFlow: false) + "\n"
            return
        }
        write(first, indent: indent + 2)
        block(Array(pairs.dropFirst()), indent: indent + 2)
    }

    /// What stands behind its key: a mapping or a list of words that fits. Lists of mappings get a line for each.
    private func isShort(_ tree: Tree, after column: Int) -> Bool {
        if case .list(let elements) = tree.content, elements.contains(where: \.isMapping) { return false }
        return fits(tree, after: column + 1)
    }

    private func fits(_ tree: Tree, after column: Int) -> Bool {
        column + tree.rendered(isFlow: false).count <= Self.width
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Tree {
    fileprivate var isMapping: Bool {
        if case .map = content { true } else { false }
    }

    /// In one line, as it stands behind a key or, `isFlow`, within brackets.
    func rendered(isFlow: Bool) -> String {
        switch content {
        case .text(let text, .plain): text
        case .text(let text, .quoted): Quoting.quoted(text)
        case .text(let text, .free): Quoting.needsQuotes(text, isFlow: isFlow) ? Quoting.quoted(text) : text
        case .list(let elements): "[" + elements.map { $0.rendered(isFlow: true) }.joined(separator: ", ") + "]"
        case .map(let pairs):
            "{ " + pairs.map { "\($0.key): \($0.value.rendered(isFlow: true))" }.joined(separator: ", ") + " }"
        }
    }
}

extension Item.Noun {
    /// Whether a thing has its keys below each other even if they would fit into a line.
    fileprivate func isWrittenOpen(_ pairs: [Tree.Pair]) -> Bool {
        switch self {
        case .household, .stream, .entry: true
        case .person: pairs.count > 3
        case .place, .travel, .resource, .goal: false
        }
    }
}
