/// Where the zone of a time came from.
public enum ZoneSource: String, Hashable, Sendable, Codable {
    /// The value is in UTC.
    case utc
    /// The value is floating, or a day: it belongs to whatever zone the reader is in.
    case local
    /// The TZID is an IANA id, or ends in one.
    case identifier
    /// The TZID is a name that Windows uses, mapped by CLDR.
    case windowsName
    /// The VTIMEZONE's X-LIC-LOCATION is an IANA id.
    case location
    /// The rules of the VTIMEZONE.
    case embedded
    /// The TZID is an offset, such as `UTC+02:00`, and there is no VTIMEZONE.
    case offset
    /// Nothing is known about the TZID: the default zone was taken.
    case unknown
}

/// A zone, and where it came from.
struct ResolvedZone: Hashable, Sendable {
    var zone: Zone
    var source: ZoneSource

    init(_ zone: Zone, _ source: ZoneSource) {
        self.zone = zone
        self.source = source
    }
}
