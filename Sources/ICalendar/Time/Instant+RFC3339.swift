extension Instant {
    /// Reads `2026-11-23T08:00:00+01:00`, `2026-11-23T08:00Z` (RFC 3339 §5.6; seconds may be left out, fractions of them
    /// are cut off); nil where the text is none.
    public init?(rfc3339 text: some StringProtocol) {
        let text = text.uppercased()
        let wallText: Substring
        let offset: Int
        if text.hasSuffix("Z") {
            (wallText, offset) = (text.dropLast(), 0)
        } else {
            guard let distance = Self.offset(text.suffix(6)) else { return nil }
            (wallText, offset) = (text.dropLast(6), distance)
        }
        let whole = wallText.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard whole.count == 1 || whole[1].allSatisfy(\.isNumber), let wall = CivilDateTime(whole[0]) else {
            return nil
        }
        self = Zone.utc.instant(of: wall).adding(seconds: -offset)
    }

    /// `+01:00`, in seconds.
    private static func offset(_ text: Substring) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", let time = CivilTime(text.dropFirst()) else {
            return nil
        }
        return sign == "+" ? time.secondsSinceMidnight : -time.secondsSinceMidnight
    }
}
