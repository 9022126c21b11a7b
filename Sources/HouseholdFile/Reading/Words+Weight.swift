import Household

extension Words {
    /// `1`, `0.5`, `1.25`; in hundredths.
    static func weight(_ text: String) throws(Complaint) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...3).contains(parts[0].utf8.count), (1...2).contains(fraction.utf8.count),
            let whole = number(parts[0]), let rest = number(fraction)
        else { throw Complaint("“\(shortened(text))” is not a weight (1, 0.5; two places at most)") }
        let hundredths = whole * 100 + (fraction.utf8.count == 1 ? rest * 10 : rest)
        guard hundredths <= 10_000 else { throw Complaint("“\(text)” is more than 100 for 1 of the others") }
        return hundredths
    }
}

extension Keys {
    /// `weights`: nil where there is nothing.
    mutating func weights() -> HourWeights? {
        mapping("weights") { keys in
            var weights = HourWeights()
            weights.care = keys.value("care", Words.weight) ?? weights.care
            weights.work = keys.value("work", Words.weight) ?? weights.work
            weights.admin = keys.value("admin", Words.weight) ?? weights.admin
            weights.own = keys.value("own", Words.weight) ?? weights.own
            return weights
        }
    }
}
