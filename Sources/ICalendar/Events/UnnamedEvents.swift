/// Gives events without a UID one that stays the same from reading to reading: a hash of start, summary and place, and
/// which of several equal ones it is.
struct UnnamedEvents {
    private var counts: [String: Int] = [:]

    mutating func uid(for event: EventComponent) -> String {
        let content = event.content
        let identity = "\(event.start.wall.icalendar)\u{1F}\(content.summary)\u{1F}\(content.location)"
        let ordinal = counts[identity, default: 0]
        counts[identity] = ordinal + 1
        let hash = String(UnnamedEvents.hash("\(identity)\u{1F}\(ordinal)"), radix: 16)
        return "no-uid-" + String(repeating: "0", count: 16 - hash.count) + hash
    }

    /// FNV-1a: no secret is kept here, and it is the same on every machine and in every run.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
