/// Finds the zone that a TZID means: an IANA id, a Windows name, X-LIC-LOCATION, the rules of the VTIMEZONE, an offset;
/// else the default zone.
///
/// A name that stands for rules that somebody made up ("Customized Time Zone") is in none of the lists, so that the
/// VTIMEZONE decides.
struct ZoneResolver {
    let defaultZone: Zone
    private let database: ZoneDatabase
    private var embedded: [String: VTimeZone] = [:]
    private var known: [String: ResolvedZone] = [:]
    /// How many onsets the zones of the text may still have, all together: a hostile one brings hundreds of zones.
    private var onsetsLeft = 200_000

    init(defaultZone: Zone, database: ZoneDatabase) {
        self.defaultZone = defaultZone
        self.database = database
    }

    /// Forgets the zones of the calendar before, and takes those of this one; the first of several of a name counts.
    mutating func use(_ zones: [VTimeZone]) {
        embedded = Dictionary(zones.map { ($0.id, $0) }) { first, _ in first }
        known = [:]
    }

    func vTimeZone(_ id: String) -> VTimeZone? { embedded[id] }

    mutating func resolve(_ id: String) -> ResolvedZone {
        if let zone = known[id] { return zone }
        let zone = find(id)
        known[id] = zone
        return zone
    }

    /// The zone of an IANA id in any case, alone; for X-WR-TIMEZONE and X-LIC-LOCATION.
    func identified(_ id: String) -> Zone? {
        let key = id.lowercased()
        guard let spelled = database.spelling(key) ?? database.spelling(key.replacing(" ", with: "_")) else {
            return key == "utc" || key == "z" ? .utc : nil
        }
        return try? database.zone(spelled)
    }

    private mutating func find(_ id: String) -> ResolvedZone {
        if let zone = identified(id) ?? suffixed(id) { return ResolvedZone(zone, .identifier) }
        if let name = WindowsZones.identifiers[id.lowercased()], let zone = identified(name) {
            return ResolvedZone(zone, .windowsName)
        }
        if let location = embedded[id]?.location, let zone = identified(location) {
            return ResolvedZone(zone, .location)
        }
        if let zone = ruled(id) { return ResolvedZone(zone, .embedded) }
        if let zone = ZoneResolver.offset(id) { return ResolvedZone(zone, .offset) }
        return ResolvedZone(defaultZone, .unknown)
    }

    /// The zone that the text brings along under an id.
    private mutating func ruled(_ id: String) -> Zone? {
        guard let zone = embedded[id], onsetsLeft > 0 else { return nil }
        let limit = min(VTimeZone.mostOnsets, onsetsLeft)
        let found = zone.zone(upTo: limit)
        onsetsLeft -= found?.onsets ?? (zone.observances.isEmpty ? 0 : limit)
        return found?.zone
    }

    /// `/Europe/Berlin`, `/mozilla.org/20050126_1/Europe/Berlin` and `tzone://Microsoft/Utc` are ids with somebody's prefix.
    private func suffixed(_ id: String) -> Zone? {
        guard id.hasPrefix("/") || id.contains("://"), id.utf8.count <= 256 else { return nil }
        let parts = id.split(separator: "/")
        for start in parts.indices {
            if let zone = identified(parts[start...].joined(separator: "/")) { return zone }
        }
        return nil
    }

    /// `UTC+02:00`, `GMT-0500`, `+01`
    private static func offset(_ id: String) -> Zone? {
        var text = id.uppercased()[...]
        for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) { text = text.dropFirst(3) }
        text = text.withoutBlanks[...]
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return nil }
        let digits = text.count == 3 ? text + "00" : text
        return (try? OffsetValue(digits)).map { Zone(id: id, initialOffset: $0.seconds) }
    }
}
