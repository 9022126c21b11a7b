extension RecurrenceRule: CustomStringConvertible {
    /// The value of an RRULE property in one fixed order, without what is understood anyway (`INTERVAL=1`, `WKST=MO`).
    public var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        if let until { parts.append("UNTIL=\(until)") }
        if let count { parts.append("COUNT=\(count)") }
        func list(_ name: String, _ values: [some CustomStringConvertible]) {
            guard !values.isEmpty else { return }
            parts.append("\(name)=\(values.map(\.description).joined(separator: ","))")
        }
        list("BYMONTH", byMonth)
        list("BYWEEKNO", byWeekNo)
        list("BYYEARDAY", byYearDay)
        list("BYMONTHDAY", byMonthDay)
        list("BYDAY", byDay)
        list("BYHOUR", byHour)
        list("BYMINUTE", byMinute)
        list("BYSECOND", bySecond)
        list("BYSETPOS", bySetPos)
        if weekStart != .monday { parts.append("WKST=\(weekStart.icalendar)") }
        return parts.joined(separator: ";")
    }
}

extension RecurrenceRule.Until: CustomStringConvertible {
    /// `20261224`, `20261224T140000` or `20261224T130000Z`.
    public var description: String {
        switch self {
        case .date(let date): date.icalendar
        case .wall(let wall): wall.icalendar
        case .utc(let instant): Zone.utc.wall(of: instant).icalendar + "Z"
        }
    }
}

extension RecurrenceRule.WeekdayNumber: CustomStringConvertible {
    /// `MO` or `-1MO`.
    public var description: String {
        ordinal.map { "\($0)\(weekday.icalendar)" } ?? weekday.icalendar
    }
}

extension RecurrenceRule: Codable {
    /// Reads the text of a rule.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(RecurrenceRuleError) {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes ``description``.
    public func encode(to encoder: any Encoder) throws {
        try encoder.single(description)
    }
}
