extension Zone {
    /// The zone as a VTIMEZONE (RFC 5545 §3.6.5), for those who know the id by another list, or not at all.
    ///
    /// - Parameters:
    ///   - name: the TZID.
    ///   - from: the first moment that anybody will ask about.
    public func vTimeZone(named name: String, from: Instant) -> Component {
        let onsets = ZoneOnsets(self, from: from)
        var component = Component("VTIMEZONE")
        component.append(ContentLine("TZID", text: name))
        for yearly in onsets.yearly { component.items.append(.component(Self.observance(yearly))) }
        var rest = onsets.single
        while let first = rest.first {
            let alike = rest.filter { $0.offsetFrom == first.offsetFrom && $0.offsetTo == first.offsetTo }
            component.items.append(.component(Self.observance(first, and: alike.dropFirst().map(\.wall))))
            rest.removeAll { $0.offsetFrom == first.offsetFrom && $0.offsetTo == first.offsetTo }
        }
        return component
    }

    private static func observance(_ yearly: ZoneOnsets.Yearly) -> Component {
        if let rule = yearly.change.recurrence {
            var part = observance(yearly.first)
            part.append(ContentLine(name: "RRULE", value: rule))
            return part
        }
        let year = yearly.first.wall.date.year
        let walls = (year..<max(year + 1, 2101)).map { CivilDateTime(wallSeconds: yearly.change.wallSeconds(in: $0)) }
        return observance(yearly.first, and: walls.filter { $0 > yearly.first.wall })
    }

    private static func observance(_ onset: ZoneOnsets.Onset, and others: [CivilDateTime] = []) -> Component {
        var part = Component(onset.offsetTo > onset.offsetFrom ? "DAYLIGHT" : "STANDARD")
        part.append(ContentLine("DTSTART", walls: [onset.wall], in: nil))
        part.append(ContentLine(name: "TZOFFSETFROM", value: OffsetValue(seconds: onset.offsetFrom).description))
        part.append(ContentLine(name: "TZOFFSETTO", value: OffsetValue(seconds: onset.offsetTo).description))
        if !others.isEmpty { part.append(ContentLine("RDATE", walls: others, in: nil)) }
        return part
    }
}
