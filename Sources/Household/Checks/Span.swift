/// Lengths of time in seconds, and how the household file writes them.
public enum Span {
    public static let hour = 3600
    public static let day = 24 * hour
    public static let week = 7 * day

    /// `90m` as `1h30m`, `36h`, `45s`; `0m` for none. Days are written as hours, a length in whole local days is not
    /// a span.
    public static func text(_ seconds: Int) -> String {
        guard seconds != 0 else { return "0m" }
        let (hours, rest) = seconds.magnitude.quotientAndRemainder(dividingBy: 3600)
        let parts = [(hours, "h"), (rest / 60, "m"), (rest % 60, "s")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
        return (seconds < 0 ? "-" : "") + words.joined()
    }
}
