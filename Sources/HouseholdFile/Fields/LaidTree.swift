/// A thing's keys, over which fields are laid; those within others have a dot: `work.perDay`.
struct LaidTree {
    private var pairs: [Tree.Pair]
    var tree: Tree { .map(pairs) }

    init(_ pairs: [Tree.Pair]) { self.pairs = pairs }

    /// Several values are a list, none takes the key away.
    mutating func lay(_ key: String, _ values: [String]) {
        let parts = key.split(separator: ".").map(String.init)
        switch values.count {
        case 0: put(nil, at: parts[...])
        case 1: put(.free(values[0]), at: parts[...])
        default: put(.list(values.map(Tree.free)), at: parts[...])
        }
    }

    mutating func put(_ value: Tree?, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        let index = pairs.firstIndex { $0.key == key }
        var value = value
        if path.count > 1 {
            var inner = LaidTree(index.flatMap { Self.pairs(of: pairs[$0].value) } ?? [])
            inner.put(value, at: path.dropFirst())
            value = inner.pairs.isEmpty ? nil : inner.tree
        }
        if let index { pairs.remove(at: index) }
        if let value { pairs.insert(Tree.Pair(key: key, value: value), at: index ?? pairs.count) }
    }

    private static func pairs(of tree: Tree) -> [Tree.Pair]? {
        if case .map(let pairs) = tree.content { pairs } else { nil }
    }
}
