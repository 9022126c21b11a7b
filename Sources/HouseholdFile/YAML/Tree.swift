/// A piece of a household file, or of another in YAML: what is read, what a command lays over an entry, and what is written.
///
/// Scalars are text. What they mean is decided by the key they stand at, never by YAML's own types.
package struct Tree: Hashable {
    package var content: Content
    /// Where it stood; nil where it was made by us.
    package var mark: Mark?

    package enum Content: Hashable {
        case text(String, Style)
        case list([Tree])
        case map([Pair])
    }

    package enum Style: Hashable {
        /// In a file: without quotes. Made by us: known to need none.
        case plain
        /// In quotes.
        case quoted
        /// Made by us, of somebody's words: in quotes where they need it.
        case free
    }

    package struct Pair: Hashable {
        package let key: String
        package let keyMark: Mark?
        package var value: Tree

        init(key: String, keyMark: Mark? = nil, value: Tree) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    /// A line and a column, from 1.
    package struct Mark: Hashable {
        package let line: Int
        package let column: Int
    }

    init(_ content: Content, mark: Mark? = nil) {
        self.content = content
        self.mark = mark
    }

    static func word(_ word: String) -> Tree { Tree(.text(word, .plain)) }
    static func free(_ text: String) -> Tree { Tree(.text(text, .free)) }
    static func quoted(_ text: String) -> Tree { Tree(.text(text, .quoted)) }
    static func list(_ elements: [Tree]) -> Tree { Tree(.list(elements)) }
    static func map(_ pairs: [Pair]) -> Tree { Tree(.map(pairs)) }

    /// Whether nothing stands behind the key: `except:`.
    package var isNothing: Bool {
        if case .text("", .plain) = content { true } else { false }
    }

    /// What it is, for a message about what it should be.
    package var noun: String {
        switch content {
        case .text: "text"
        case .list: "a list"
        case .map: "keys with values"
        }
    }

    /// The value of a key, where this is a mapping that has it.
    package subscript(key: String) -> Tree? {
        guard case .map(let pairs) = content else { return nil }
        return pairs.first { $0.key == key }?.value
    }
}
