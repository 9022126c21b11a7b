import ICalendar

/// The VTIMEZONEs of one file: each TZID once.
struct ZoneShelf {
    /// Those that came along with what is given back.
    private var kept: [String: Component] = [:]
    /// Zones of the household, each with the first moment that is asked of it.
    private var named: [String: (zone: Zone, from: Instant)] = [:]
    private let database: ZoneDatabase

    init(_ database: ZoneDatabase) { self.database = database }

    mutating func need(_ zone: Zone, named name: String, from: Instant) {
        guard name != Zone.utc.id else { return }
        let known = named[name]?.from ?? from
        named[name] = (zone, min(known, from))
    }

    /// Takes a VTIMEZONE that came along.
    ///
    /// - Returns: the TZID under which it stands in the file: another than its own where that means something else here.
    mutating func keep(_ component: Component, from: Instant) -> String? {
        guard let name = component.first("TZID")?.textValue else { return nil }
        var free = name
        var number = 2
        while let other = kept[free], other != component {
            // Of a zone that everybody knows there is one meaning, and the whole of it.
            if let zone = try? database.zone(name) {
                need(zone, named: name, from: from)
                return name
            }
            free = "\(name) (\(number))"
            number += 1
        }
        kept[free] = component
        return free
    }

    func has(_ name: String) -> Bool { kept[name] != nil || named[name] != nil }

    var components: [Component] {
        let names = Set(kept.keys).union(named.keys).sorted()
        return names.compactMap { name in
            if let need = named[name] { return need.zone.vTimeZone(named: name, from: need.from) }
            guard var component = kept[name] else { return nil }
            if component.first("TZID")?.textValue != name { component.set(ContentLine("TZID", text: name)) }
            return component
        }
    }
}

extension Component {
    /// With another TZID wherever the first is named.
    func naming(zone name: String, as other: String) -> Component {
        guard name != other else { return self }
        var result = self
        result.items = items.map { item in
            switch item {
            case .component(let component): return .component(component.naming(zone: name, as: other))
            case .line(let line):
                guard line.parameter("TZID") == name else { return item }
                let parameters = line.parameters.map {
                    $0.name.uppercased() == "TZID" ? Parameter(name: "TZID", value: other) : $0
                }
                return .line(ContentLine(name: line.name, parameters: parameters, value: line.value))
            }
        }
        return result
    }
}
