import Household
import ICalendar

/// How the file writes single values.
extension Tree {
    static func id<Noun>(_ id: ID<Noun>) -> Tree { .word(id.rawValue) }

    static func ids<Noun>(_ ids: [ID<Noun>]) -> Tree { .list(ids.map(Tree.id)) }

    static func span(_ seconds: Int) -> Tree { .word(Span.text(seconds)) }

    static func flag(_ flag: Bool) -> Tree { .word(flag ? "true" : "false") }

    /// `1`, `0.5`, `0.25`, of hundredths.
    static func weight(_ hundredths: Int) -> Tree {
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return .word("\(whole)") }
        return .word(rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }

    /// `40%`, `33.5%`.
    static func percent(_ percent: Double) -> Tree {
        .word(percent == percent.rounded() && percent.magnitude < 1e6 ? "\(Int(percent))%" : "\(percent)%")
    }

    static func days(_ days: Set<Weekday>) -> Tree {
        switch days {
        case Set(Weekday.allCases): return .word("daily")
        case Words.weekdays: return .word("weekdays")
        case Words.weekends: return .word("weekends")
        default:
            let names = days.sorted().map { Tree.word($0.shortName) }
            return names.count == 1 ? names[0] : .list(names)
        }
    }

    static func window(_ window: Window) -> [Pair] {
        var pairs = Pairs()
        pairs.add("days", .days(window.days))
        pairs.add("from", .quoted(window.from.description))
        pairs.add("to", .quoted(window.to.description))
        return pairs.pairs
    }
}

/// The pairs of a mapping that is being made: what has its default is left out.
struct Pairs {
    private(set) var pairs: [Tree.Pair] = []

    mutating func add(_ key: String, _ value: Tree?) {
        if let value { pairs.append(Tree.Pair(key: key, value: value)) }
    }

    /// Only where it is not the default.
    mutating func add<Value: Equatable>(
        _ key: String,
        _ value: Value,
        unless usual: Value,
        _ tree: (Value) -> Tree
    ) {
        if value != usual { add(key, tree(value)) }
    }

    /// A list in which something stands.
    mutating func add(_ key: String, list: [Tree]) {
        if !list.isEmpty { add(key, .list(list)) }
    }

    /// A mapping in which something stands.
    mutating func add(_ key: String, map: Pairs) {
        if !map.pairs.isEmpty { add(key, .map(map.pairs)) }
    }
}
