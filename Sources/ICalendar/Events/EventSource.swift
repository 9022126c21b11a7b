/// The components that an event was read from, and the calendars that they stood in.
struct EventSource: Sendable {
    /// What a VCALENDAR says about itself, and the zones it brings along.
    struct Calendar: Sendable {
        var lines: [ContentLine]
        var zones: [VTimeZone]
        var method: String?
    }

    /// All calendars of the file.
    let calendars: [Calendar]
    /// Which of them the first component is from.
    let calendar: Int
    /// All components of the UID, in the order of the file.
    let components: [Component]

    private static let headerKeys: Set<String> = ["VERSION", "PRODID", "CALSCALE", "METHOD"]

    /// The zones of the file that the components refer to, by their TZIDs, in the order of the file; each once.
    var zones: [VTimeZone] {
        let names = components.reduce(into: Set<String>()) { $1.collectZones(&$0) }
        var seen: Set<String> = []
        return calendars.flatMap(\.zones).filter { names.contains($0.id) && seen.insert($0.id).inserted }
    }

    /// One VCALENDAR with the zones that the components refer to, and the components.
    var text: String {
        var result = Component("VCALENDAR")
        let header = calendars[calendar].lines.filter { EventSource.headerKeys.contains($0.key) }
        result.items = header.map { .line($0) }
        result.items += zones.map { .component($0.component) }
        result.items += components.map { .component($0) }
        return Octets.text(result.octets[...])
    }
}

extension Component {
    /// Adds the TZIDs that lines of this component, or of one in it, refer to.
    fileprivate func collectZones(_ names: inout Set<String>) {
        for item in items {
            switch item {
            case .line(let line):
                if let zone = line.zoneAndValue.zone { names.insert(zone) }
            case .component(let component): component.collectZones(&names)
            }
        }
    }
}
