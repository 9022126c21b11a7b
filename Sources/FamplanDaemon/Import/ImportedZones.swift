import Household
import ICalendar
import Storage

/// The zones of a calendar file that no list knows, under names that two files can't share by chance.
struct ImportedZones {
    private(set) var custom: [String: CustomZone] = [:]
    /// Of the zones that events refer to together: a file has few of these, and its zones may be long.
    private var fingerprints: [[String]: String] = [:]

    /// The name by which the household is to know the event's zone; nil: its own zone.
    mutating func name(for event: CalendarEvent) -> String? {
        switch event.zoneSource {
        case .local, .unknown: return event.isAllDay || event.isFloating ? nil : event.zone.id
        case .utc, .identifier, .windowsName, .location: return event.zone.id
        case .embedded, .offset:
            let name = "\(event.zone.id)#\(fingerprint(of: event))"
            if custom[name] == nil { custom[name] = CustomZone(name: name, text: event.originalText) }
            return name
        }
    }

    /// The zone that a kept text gives; nil where it does no longer.
    static func zone(named name: String, in text: String) -> Zone? {
        let file = try? CalendarFile.read(Array(text.utf8), defaultZone: .utc, zones: .system)
        let id = name.split(separator: "#").dropLast().joined(separator: "#")
        return file?.events.first { $0.zone.id == id }?.zone
    }

    private mutating func fingerprint(of event: CalendarEvent) -> String {
        let zones = event.originalZones
        if let known = fingerprints[zones] { return known }
        let fingerprint = Self.fingerprint(event.originalText)
        fingerprints[zones] = fingerprint
        return fingerprint
    }

    /// FNV-1a, 32 bits, of the VTIMEZONE parts: the same rules give the same name.
    private static func fingerprint(_ text: String) -> String {
        var isInside = false
        var hash: UInt32 = 2_166_136_261
        for line in text.split(whereSeparator: \.isNewline) {
            if line == "BEGIN:VTIMEZONE" { isInside = true }
            if isInside { for byte in line.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 } }
            if line == "END:VTIMEZONE" { isInside = false }
        }
        return String(hash, radix: 16)
    }
}
