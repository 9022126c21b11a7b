import Foundation

/// Which random households are looked at.
enum Seeds {
    /// Those that `FAMPLAN_SEEDS` names, as `500..<3500`; without it the first `count`.
    static func first(_ count: Int) -> Range<Int> {
        guard let text = ProcessInfo.processInfo.environment["FAMPLAN_SEEDS"] else { return 0..<count }
        let ends = text.components(separatedBy: "..<").map { Int($0) }
        guard ends.count == 2, let lower = ends[0], let upper = ends[1], 0 <= lower, lower < upper else {
            preconditionFailure("cannot read FAMPLAN_SEEDS “\(text)”: try 500..<3500")
        }
        return lower..<upper
    }
}
