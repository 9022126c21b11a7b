import Household
import ICalendar
import Storage

/// Entries as one VCALENDAR, with a VTIMEZONE for every zone that they name.
struct ExportedCalendar {
    private let household: Household
    private var components: [Component] = []
    private var zones: ZoneShelf
    private(set) var count = 0

    init(_ household: Household, zones database: ZoneDatabase) {
        self.household = household
        zones = ZoneShelf(database)
    }

    /// Adds an entry as famplan writes it.
    mutating func add(_ exported: ExportedEntry) {
        count += 1
        components += exported.components
        needZone(of: exported.entry)
    }

    /// Adds entries as the components that came from elsewhere.
    mutating func add(_ kept: [Component], with brought: [Component], for entries: [Entry]) {
        count += entries.count
        var kept = kept
        for zone in brought {
            guard let name = zone.first("TZID")?.textValue else { continue }
            let first = entries.map(begin).min() ?? Instant(secondsSinceEpoch: 0)
            if let other = zones.keep(zone, from: first) { kept = kept.map { $0.naming(zone: name, as: other) } }
        }
        components += kept
        let written = Set(kept.flatMap(\.zoneNames))
        for entry in entries {
            // Where the family moved it to another zone than it came in.
            if let name = ExportedTimes(entry, in: household).zoneName, written.contains(name), !zones.has(name) {
                needZone(of: entry)
            }
        }
    }

    private mutating func needZone(of entry: Entry) {
        let times = ExportedTimes(entry, in: household)
        guard !entry.time.isAllDay, let name = times.zoneName else { return }
        zones.need(times.zone, named: name, from: begin(entry))
    }

    /// The first moment that is asked of the entry's zone.
    private func begin(_ entry: Entry) -> Instant {
        let walls = [entry.time.start] + entry.repetition.also + entry.overrides.map(\.of)
        // A day earlier: what is asked may be written with another offset.
        return household.zone(of: entry).instant(of: walls.min() ?? entry.time.start).adding(seconds: -86_400)
    }

    /// The text, in UTF-8.
    var octets: [UInt8] {
        var calendar = Component("VCALENDAR")
        calendar.append(ContentLine(name: "VERSION", value: "2.0"))
        calendar.append(ContentLine(name: "PRODID", value: "-//famplan//famplan//EN"))
        calendar.append(ContentLine(name: "CALSCALE", value: "GREGORIAN"))
        if !household.settings.name.isEmpty {
            calendar.append(ContentLine("NAME", text: household.settings.name))
            calendar.append(ContentLine("X-WR-CALNAME", text: household.settings.name))
        }
        calendar.items += (zones.components + components).map { .component($0) }
        return calendar.octets
    }
}

extension Component {
    /// The TZIDs that lines of this component name.
    fileprivate var zoneNames: [String] { lines.compactMap { $0.parameter("TZID") } }
}
