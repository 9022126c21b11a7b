import ICalendar
import Testing

/// The dates of a rule as text, at most `limit` of them.
func dates(
    _ rule: String,
    from start: String,
    in zone: String = "UTC",
    notBefore lower: String? = nil,
    limit: Int = 100
) throws -> [String] {
    let rule = try RecurrenceRule(rule)
    let zone = try ZoneDatabase.system.zone(zone)
    let start = try wallTime(start)
    let dates = try lower.map { rule.dates(from: start, in: zone, notBefore: try wallTime($0)) }
    return (dates ?? rule.dates(from: start, in: zone)).prefix(limit).map(\.description)
}

func wallTime(_ text: String) throws -> CivilDateTime {
    try #require(CivilDateTime(text), "\(text) is not a wall time")
}

/// A generator that gives the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
