/// One VEVENT, read: a series, a single event, or what replaces an occurrence of one.
struct EventComponent {
    /// An RDATE, and its length where a PERIOD gives one.
    struct Extra {
        var start: EventTime
        var length: EventLength?
    }

    var component: Component
    /// Which VCALENDAR of the file it is from.
    var calendar: Int
    var uid: String
    var hasUID: Bool
    var start: EventTime
    var length: EventLength
    var recurrenceID: EventTime?
    var isThisAndFuture = false
    var content = EventContent()
    /// RFC 5545 wants one at the most; more are read all the same.
    var rules: [RecurrenceRule] = []
    /// EXRULE of RFC 2445.
    var excludedRules: [RecurrenceRule] = []
    var extra: [Extra] = []
    var excluded: [EventTime] = []
    /// LAST-MODIFIED or else DTSTAMP, as text: in UTC, so that the later is the greater.
    var stamp = ""

    var line: Int { component.line }

    /// Whether it takes the place of the other: by SEQUENCE, then by the time of its last change.
    func isNewer(than other: EventComponent) -> Bool {
        (content.sequence, stamp) > (other.content.sequence, other.stamp)
    }
}

/// Why a VEVENT can't be used.
struct UnusableEvent: Error {
    var reason: String
}
