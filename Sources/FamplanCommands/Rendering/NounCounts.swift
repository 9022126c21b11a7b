/// How many there are of each noun.
struct NounCounts {
    private let counts: [String: Int]

    init(_ counts: [String: Int]) {
        self.counts = counts
    }

    /// The nouns in the order of the household file, then others.
    var words: String {
        let order = ["person", "place", "resource", "stream", "entry", "goal", "travel", "change"]
        let names = counts.keys.sorted {
            (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
        }
        return names.map { Self.plural(counts[$0] ?? 0, $0) }.joined(separator: ", ")
    }

    private static func plural(_ number: Int, _ noun: String) -> String {
        switch noun {
        case "person": number == 1 ? "1 person" : "\(number) people"
        case "entry": number == 1 ? "1 entry" : "\(number) entries"
        case "travel": counted(number, "travel time")
        default: counted(number, noun)
        }
    }
}
