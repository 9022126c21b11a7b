import ICalendar

/// A whole calendar held against what the household has of it.
struct FeedSnapshot {
    /// What the household is to have: what is still to come, and what was lately and is new, or another than before.
    private(set) var events: [(key: String, event: CalendarEvent)] = []
    /// How many events there are in the calendar, but for what was long ago.
    let count: Int
    /// What the household is to remember: what is in the calendar, and what was lately.
    private(set) var known: [KnownEvent] = []
    /// Keys of what was still to come and is not in it any more, in order.
    let missing: [String]
    /// How much of what is known was still to come.
    let ahead: Int
    /// Seconds between two looks that it asks for.
    let published: Int?
    private let name: String?
    private let warnings: [String]
    /// How long what is over is taken in, and remembered: five weeks, in seconds. The household keeps it for good.
    private static let lately = 35 * 86_400

    init(_ file: CalendarFile, known before: [KnownEvent], at now: Instant) {
        let found = Self.named(file.events, known: before, at: now)
        let old = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        // A calendar that says in each event when it was made must not rewrite what is over at each look.
        events = found.filter { found in !(old[found.known.key]?.isOver(like: found.known, at: now) ?? false) }
            .map { ($0.known.key, $0.event) }
        count = found.count
        let keys = Set(found.map(\.known.key))
        let left = before.filter { !keys.contains($0.key) }
        known = found.map(\.known) + left.filter { !$0.isAhead(of: now) && !Self.isLongAgo($0, now) }
        missing = left.filter { $0.isAhead(of: now) }.map(\.key).sorted()
        ahead = before.count { $0.isAhead(of: now) }
        published = file.refreshInterval
        name = file.name
        warnings = (file.warnings.map { "\($0)" } + file.skipped.map { "\($0)" })
    }

    var update: FeedUpdate { FeedUpdate(events: events, gone: missing, name: name, warnings: warnings) }

    /// The events with the keys by which they are known, or with new ones.
    private static func named(
        _ events: [CalendarEvent],
        known: [KnownEvent],
        at now: Instant
    ) -> [(event: CalendarEvent, known: KnownEvent)] {
        let described = describe(events)
        let keys = KnownKeys(known)
        let renamed = keys.renamed(described.map(\.known))
        var taken: Set<String> = []
        return described.compactMap { event, described in
            var described = described
            guard !isLongAgo(described, now) else { return nil }
            guard let key = keys.key(of: described) ?? renamed[described.uid] else {
                described.key = keys.free(described.uid, &taken)
                return (event, described)
            }
            guard taken.insert(key).inserted else { return nil }
            described.key = key
            return (event, described)
        }
    }

    private static func isLongAgo(_ event: KnownEvent, _ now: Instant) -> Bool {
        event.last.map { $0 <= now.adding(seconds: -lately) } ?? false
    }

    /// Of several that look the same, each is known by which of them it is.
    private static func describe(_ events: [CalendarEvent]) -> [(event: CalendarEvent, known: KnownEvent)] {
        var counts: [String: Int] = [:]
        return events.map { event in
            let looks = "\(event.start) \(event.isAllDay)\u{1F}\(event.summary)\u{1F}\(event.location)"
            let ordinal = counts[looks, default: 0]
            counts[looks] = ordinal + 1
            let identity = "\(looks)\u{1F}\(ordinal)"
            let known = KnownEvent(
                key: event.id,
                uid: event.id,
                identity: identity,
                first: event.firstStart,
                last: event.lastEnd
            )
            return (event, known)
        }
    }
}

extension KnownEvent {
    /// Whether both are over, at the same time and under the same name.
    fileprivate func isOver(like other: KnownEvent, at now: Instant) -> Bool {
        !isAhead(of: now) && (identity, first, last) == (other.identity, other.first, other.last)
    }
}
