/// Lines with values of a type (RFC 5545 §3.3), each with the parameters that it needs.
extension ContentLine {
    /// A property with a TEXT value: escaped, and without the control characters that no text may hold (§3.1).
    public init(_ name: String, text: String) {
        let scalars = text.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F || "\t\n\r".unicodeScalars.contains($0)
        }
        self.init(name: name, value: TextValue.escaped(String(String.UnicodeScalarView(scalars))))
    }

    /// A property with several TEXT values in one line.
    public init(_ name: String, texts: [String]) {
        let values = texts.map { ContentLine(name, text: $0).value }
        self.init(name: name, value: values.joined(separator: ","))
    }

    /// A property with DATE values (VALUE=DATE).
    public init(_ name: String, days: [CivilDate]) {
        let parameters = [Parameter(name: "VALUE", rawValue: "DATE")]
        self.init(name: name, parameters: parameters, value: days.map(\.icalendar).joined(separator: ","))
    }

    /// A property with DATE-TIME values.
    ///
    /// - Parameters:
    ///   - name: the property's.
    ///   - walls: wall times of one zone.
    ///   - zone: the TZID; `UTC` is written as such, and nil is whatever zone the reader is in.
    public init(_ name: String, walls: [CivilDateTime], in zone: String?) {
        let isUTC = zone == Zone.utc.id
        let parameters = isUTC ? [] : zone.map { [Parameter(name: "TZID", value: $0)] } ?? []
        let values = walls.map { $0.icalendar + (isUTC ? "Z" : "") }
        self.init(name: name, parameters: parameters, value: values.joined(separator: ","))
    }

    /// A property with one DATE-TIME value, in UTC.
    public init(_ name: String, instant: Instant) {
        self.init(name, walls: [Zone.utc.wall(of: instant)], in: Zone.utc.id)
    }
}

extension Component {
    /// Adds a line at the end.
    public mutating func append(_ line: ContentLine) { items.append(.line(line)) }
}

extension OffsetValue: CustomStringConvertible {
    /// - Precondition: less than a day either way.
    init(seconds: Int) { self.seconds = seconds }

    /// `+0100`; with seconds, `-000115`, only where there are any.
    public var description: String {
        let distance = abs(seconds)
        return String(digits: 7) {
            $0.write(seconds < 0 ? "-" : "+")
            $0.write(distance / 3600, width: 2)
            $0.write(distance / 60 % 60, width: 2)
            if distance % 60 != 0 { $0.write(distance % 60, width: 2) }
        }
    }
}
