/// An event as a calendar file gives it: one occurrence, or a series in one time zone.
///
/// Everything that differs from the series, by RECURRENCE-ID or by an RDATE with an end of its own, is an override of
/// an original start. A RECURRENCE-ID with RANGE=THISANDFUTURE is no override here: from it on the series is a
/// `CalendarEvent` of its own, with its own start and rule, and the one before it ends there. An override of a start
/// that the series has not (or without a series in the file) is an event of its own as well. Such events have the same
/// ``uid`` and a ``part``.
///
/// What is in ``content`` can be reached directly: `event.summary`.
@dynamicMemberLookup
public struct CalendarEvent: Sendable {
    /// The UID, or what stands for it if there is none: the same for the same start, summary and place.
    public var uid: String
    /// Whether the file gives a UID.
    public var hasUID: Bool
    /// The RECURRENCE-ID, as wall time in ``zone``, from which on, or for which alone, this event stands; nil for the
    /// series itself.
    public var part: CivilDateTime?

    /// Summary, place and the like.
    public var content: EventContent
    /// Whether it covers whole days: then ``start`` is a midnight and ``length`` is in days.
    public var isAllDay: Bool
    /// The first original start, as wall time in ``zone``.
    public var start: CivilDateTime
    /// How long an occurrence is.
    public var length: EventLength
    /// The zone in which the series repeats. For whole days and floating times it is the default zone.
    public var zone: Zone
    /// Where the zone came from. The ids of zones that are ``ZoneSource/embedded`` or ``ZoneSource/offset`` are in no
    /// zone database.
    public var zoneSource: ZoneSource
    /// Whether the times are those of whatever zone the reader is in.
    public var isFloating: Bool

    /// How it repeats.
    public var rule: RecurrenceRule?
    /// Original starts beside the rule's (RDATE), in order.
    public var extra: [CivilDateTime]
    /// Original starts that are left out (EXDATE), in order. May hold ``start``.
    public var excluded: [CivilDateTime]
    /// What differs from the series, in the order of the original starts; at most one for each.
    public var overrides: [EventOverride]

    /// Number of the line on which its first component begins.
    public var line: Int

    let source: EventSource

    /// ``uid``, and ``part`` where there is one: unique in the file.
    public var id: String { part.map { "\(uid)/\($0)" } ?? uid }

    /// All components of the UID and the time zones that they refer to, in a VCALENDAR, as they were received.
    public var originalText: String { source.text }

    /// The TZIDs of the zones that are in ``originalText``: the same ones, of one file, have the same text.
    public var originalZones: [String] { source.zones.map(\.id) }

    /// What is in ``content``, by its name: `summary`.
    public subscript<Value>(dynamicMember path: KeyPath<EventContent, Value>) -> Value { content[keyPath: path] }
}

/// What takes the place of one occurrence of a series.
@dynamicMemberLookup
public struct EventOverride: Hashable, Sendable {
    /// The original start, as wall time in the event's zone.
    public var of: CivilDateTime
    /// The new start, as wall time in the event's zone.
    public var start: CivilDateTime
    /// The new length.
    public var length: EventLength
    /// Whether this occurrence covers whole days, which may differ from the series.
    public var isAllDay: Bool
    /// Summary, place and the like, complete: nothing is inherited from the series.
    public var content: EventContent
    /// Number of the line on which its component begins.
    public var line: Int
    /// Whether it is there for its length alone, and moves when the series is moved.
    var isLengthOnly = false

    /// What is in ``content``, by its name: `summary`.
    public subscript<Value>(dynamicMember path: KeyPath<EventContent, Value>) -> Value { content[keyPath: path] }
}
