/// A time zone: which offset from UTC was, is and will be in force at a place.
///
/// Copies share one immutable table. Two zones are equal if their ids are.
public struct Zone: Sendable {
    /// The id as it was asked for: `Europe/Berlin`, or the TZID of a VTIMEZONE.
    public let id: String
    let table: ZoneTable

    init(id: String, table: ZoneTable) {
        self.id = id
        self.table = table
    }

    /// From this moment on the offset from UTC is another one.
    public struct Transition: Hashable, Sendable {
        /// From when on.
        public var instant: Instant
        /// Seconds east of UTC from the instant on.
        public var offset: Int

        /// Another offset, in seconds east of UTC, from an instant on.
        public init(at instant: Instant, offset: Int) {
            self.instant = instant
            self.offset = offset
        }
    }

    /// A zone made by hand, as from a VTIMEZONE (RFC 5545 §3.6.5).
    ///
    /// - Parameters:
    ///   - id: by which it is known, and compared.
    ///   - initialOffset: seconds east of UTC before the first transition.
    ///   - transitions: in any order.
    ///   - rule: what holds after the last transition; without one, its offset stays.
    public init(id: String, initialOffset: Int, transitions: [Transition] = [], rule: PosixZoneRule? = nil) {
        self.init(id: id, table: ZoneTable(initialOffset: initialOffset, transitions: transitions, rule: rule))
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(id: "UTC", initialOffset: 0)

    /// Seconds east of UTC that are in force at the instant.
    public func offset(at instant: Instant) -> Int {
        table.offset(at: instant.secondsSinceEpoch)
    }

    /// When a clock on the wall shows this time.
    ///
    /// A time that the clock skips in spring is read with the offset before the gap (02:30 becomes 03:30), one that it
    /// shows twice in autumn is the first of the two (RFC 5545 §3.3.5).
    public func instant(of wall: CivilDateTime) -> Instant {
        let seconds = wall.wallSeconds
        return Instant(secondsSinceEpoch: seconds - table.offset(atWall: seconds))
    }

    /// What a clock on the wall shows at the instant.
    public func wall(of instant: Instant) -> CivilDateTime {
        let offset = offset(at: instant)
        return CivilDateTime(wallSeconds: instant.secondsSinceEpoch.addingClamped(offset))
    }

    /// The first moment of a local day: midnight, or the end of the gap where midnight is skipped.
    public func startOfDay(_ date: CivilDate) -> Instant {
        let midnight = CivilDateTime(date, .midnight)
        let instant = instant(of: midnight)
        let shown = wall(of: instant)
        guard shown > midnight else { return instant }
        // Midnight is in a gap: the day begins with the jump, which may come before a skipped midnight's instant.
        return table.lastTransition(notAfter: instant.secondsSinceEpoch).map(Instant.init) ?? instant
    }
}

extension Zone: Hashable {
    /// Whether the ids are equal.
    public static func == (left: Zone, right: Zone) -> Bool {
        left.id == right.id
    }

    /// By the id alone.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
