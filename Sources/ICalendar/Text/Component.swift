/// One component, from `BEGIN:NAME` to `END:NAME`, with everything in it in the order in which it came
/// (RFC 5545 §3.6). Unknown properties, malformed lines and unknown components are kept like any other.
public struct Component: Hashable, Sendable {
    /// What stands in a component: a line, or another component.
    public enum Item: Hashable, Sendable {
        /// A line, well formed or not.
        case line(ContentLine)
        /// A component with everything in it.
        indirect case component(Component)
    }

    /// The name in upper case: `VEVENT`.
    public let name: String
    /// The `BEGIN` line as it came.
    public var begin: ContentLine
    /// The `END` line as it came.
    public var end: ContentLine
    /// Lines and components, in order.
    public var items: [Item]

    /// Number of the physical line on which the component begins.
    public var line: Int { begin.line }

    /// An empty component, to be filled.
    public init(_ name: String) {
        self.init(name: name.uppercased(), begin: ContentLine(name: "BEGIN", value: name.uppercased()))
    }

    init(name: String, begin: ContentLine) {
        self.name = name
        self.begin = begin
        end = ContentLine(name: "END", value: name)
        items = []
    }
}

extension Component {
    /// The lines that stand directly in this component, in order.
    public var lines: [ContentLine] {
        items.compactMap { item in
            guard case .line(let line) = item else { return nil }
            return line
        }
    }

    /// The components that stand directly in this one, in order.
    public var components: [Component] { Component.components(in: items) }

    /// The first line of that name, whatever its case.
    public func first(_ name: String) -> ContentLine? {
        let key = name.uppercased()
        for case .line(let line) in items where line.key == key { return line }
        return nil
    }

    /// All lines of that name, whatever its case.
    public func all(_ name: String) -> [ContentLine] {
        let key = name.uppercased()
        return lines.filter { $0.key == key }
    }

    static func components(in items: [Item]) -> [Component] {
        items.compactMap { item in
            guard case .component(let component) = item else { return nil }
            return component
        }
    }
}

extension Component {
    /// Puts the line in the place of the first of its name and removes the others; where there is none, it comes after
    /// the other lines, before the components in this one.
    public mutating func set(_ line: ContentLine) {
        let key = line.key
        guard let place = items.firstIndex(where: { $0.hasKey(key) }) else {
            let first = items.firstIndex { if case .component = $0 { true } else { false } }
            items.insert(.line(line), at: first ?? items.endIndex)
            return
        }
        items[place] = .line(line)
        let rest = place + 1
        items = items[..<rest] + items[rest...].filter { !$0.hasKey(key) }
    }

    /// Removes every line of that name, whatever its case.
    public mutating func removeAll(_ name: String) {
        let key = name.uppercased()
        items.removeAll { $0.hasKey(key) }
    }
}

extension Component.Item {
    func hasKey(_ key: String) -> Bool {
        guard case .line(let line) = self else { return false }
        return line.key == key
    }
}
