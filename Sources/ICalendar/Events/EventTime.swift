/// A time in a VEVENT with its zone found: a day, a floating time, or a moment.
struct EventTime: Hashable {
    /// Wall time in ``zone``; a day's midnight.
    var wall: CivilDateTime
    var zone: Zone
    var source: ZoneSource
    var isDay: Bool

    var isFloating: Bool { source == .local && !isDay }

    var instant: Instant { zone.instant(of: wall) }

    /// The same on the clocks of another zone; days and floating times are the same everywhere.
    func wall(in other: Zone) -> CivilDateTime {
        source == .local || zone == other ? wall : other.wall(of: instant)
    }

    /// The day that it falls on. A moment in UTC has none of its own: then it is that of the given zone.
    func day(in other: Zone) -> CivilDate {
        source == .utc ? wall(in: other).date : wall.date
    }
}

/// Reads times, and finds and remembers their zones.
struct TimeReader {
    var resolver: ZoneResolver
    var findings: Findings
    /// TZIDs that something was said about already.
    var mentioned: Set<String> = []

    mutating func time(_ line: ContentLine) throws(ValueError) -> EventTime {
        let (zone, value) = line.zoneAndValue
        return time(try TimeValue(value), zone, line)
    }

    /// The times of a list such as EXDATE; what cannot be read is left out with a warning.
    mutating func times(_ line: ContentLine) -> [EventTime] {
        let (zone, value) = line.zoneAndValue
        return value.split(separator: Octets.comma, maxSplits: CalendarReader.mostDates).compactMap { piece in
            do throws(ValueError) {
                return time(try TimeValue(piece), zone, line)
            } catch {
                findings.warn(line, "\(line.key) \(error)")
                return nil
            }
        }
    }

    mutating func time(_ value: TimeValue, _ zone: String?, _ line: ContentLine) -> EventTime {
        switch value {
        case .date(let date):
            if zone != nil { findings.warn(line, "\(line.key): a day has no time zone; the TZID is ignored") }
            return local(CivilDateTime(date, .midnight), isDay: true)
        case .utc(let wall):
            return EventTime(wall: wall, zone: .utc, source: .utc, isDay: false)
        case .local(let wall):
            if line.parameter("VALUE")?.uppercased() == "DATE" {
                findings.warn(line, "\(line.key): VALUE=DATE with a time of day; the day is taken")
                return local(CivilDateTime(wall.date, .midnight), isDay: true)
            }
            guard let zone else { return local(wall, isDay: false) }
            guard !zone.isEmpty else {
                findings.warn(line, "\(line.key): an empty TZID; the time is taken as local time")
                return local(wall, isDay: false)
            }
            let resolved = resolver.resolve(zone)
            mention(zone, resolved, line)
            return EventTime(wall: wall, zone: resolved.zone, source: resolved.source, isDay: false)
        }
    }

    private func local(_ wall: CivilDateTime, isDay: Bool) -> EventTime {
        EventTime(wall: wall, zone: resolver.defaultZone, source: .local, isDay: isDay)
    }
}

extension TimeReader {
    /// Says, once for each TZID, what its reader should know about the zone that was taken.
    private mutating func mention(_ id: String, _ resolved: ResolvedZone, _ line: ContentLine) {
        guard resolved.source != .identifier, mentioned.insert(id).inserted else { return }
        let (name, zone) = (id.prefix(60), resolved.zone.id)
        switch resolved.source {
        case .windowsName where resolver.vTimeZone(id) == nil:
            findings.warn(line, "no VTIMEZONE for “\(name)”; by its Windows name it is \(zone)")
        case .embedded where ZoneResolver.isPlaceholder(id):
            findings.warn(line, "“\(name)” names no time zone; the rules of its VTIMEZONE are used")
        case .offset:
            findings.warn(line, "no VTIMEZONE for “\(name)”; it is taken as that distance from UTC")
        case .unknown:
            findings.warn(line, "unknown time zone “\(name)” without a usable VTIMEZONE; \(zone) is assumed")
        default: break
        }
    }
}

extension ZoneResolver {
    /// What Outlook writes for a zone that somebody put together by hand.
    static func isPlaceholder(_ id: String) -> Bool {
        let name = id.lowercased()
        return name == "customized time zone" || name.hasSuffix("microsoft/custom")
    }
}

extension ContentLine {
    /// The TZID, nil if there is none, and the value. No date or time holds a colon: one that is there belongs to a
    /// TZID without quotes (`TZID=(UTC+01:00) Amsterdam, Berlin`).
    var zoneAndValue: (zone: String?, value: ArraySlice<UInt8>) {
        guard let colon = valueOctets.lastIndex(of: Octets.colon) else { return (zoneID, valueOctets) }
        let head = Octets.text(octets[..<colon])
        guard let key = head.firstRange(of: "TZID=") else { return (zoneID, valueOctets) }
        return (String(head[key.upperBound...].drop { $0 == "\"" }), valueOctets[(colon + 1)...])
    }

    /// The TZID parameter as a whole: commas and escaped commas in it, with or without quotes, are its own.
    private var zoneID: String? {
        guard parameterOctets.count > 5 else { return nil }
        guard let raw = parameters.first(where: { $0.name.uppercased() == "TZID" })?.rawValue else { return nil }
        let isQuoted = raw.count >= 2 && raw.hasPrefix("\"") && raw.hasSuffix("\"")
        return TextValue.unescaped(isQuoted ? raw.dropFirst().dropLast() : raw[...]).withoutBlanks
    }
}
