/// Writes components as iCalendar text: CRLF, folded so that no line is longer than 75 octets and no UTF-8 sequence
/// is torn (RFC 5545 §3.1). What was read comes out, after unfolding, byte for byte.
public struct ICalendarWriter: Sendable {
    /// The text so far.
    public private(set) var octets: [UInt8] = []

    /// A writer that has written nothing yet.
    public init() {}

    /// Adds every item, in order.
    public mutating func write(_ items: [Component.Item]) {
        for item in items {
            switch item {
            case .line(let line): write(line)
            case .component(let component): write(component)
            }
        }
    }

    /// Adds a component with everything in it.
    public mutating func write(_ component: Component) {
        write(component.begin)
        write(component.items)
        write(component.end)
    }

    /// Adds one line, folded.
    public mutating func write(_ line: ContentLine) {
        var rest = line.octets
        var room = 75
        while rest.count > room {
            let cut = ICalendarWriter.cut(rest, room)
            octets.append(contentsOf: rest[..<cut])
            octets.append(contentsOf: [Octets.carriageReturn, Octets.lineFeed, Octets.space])
            rest = rest[cut...]
            room = 74
        }
        octets.append(contentsOf: rest)
        octets.append(contentsOf: [Octets.carriageReturn, Octets.lineFeed])
    }

    /// The last place at or before `room` octets that is not inside a UTF-8 sequence.
    private static func cut(_ octets: ArraySlice<UInt8>, _ room: Int) -> Int {
        let limit = octets.startIndex + room
        for back in 0..<4 where octets[limit - back] & 0xC0 != 0x80 { return limit - back }
        return limit
    }
}

extension ICalendarDocument {
    /// The document as iCalendar text in UTF-8.
    public var octets: [UInt8] {
        var writer = ICalendarWriter()
        writer.write(items)
        return writer.octets
    }
}

extension Component {
    /// The component as iCalendar text in UTF-8.
    public var octets: [UInt8] {
        var writer = ICalendarWriter()
        writer.write(self)
        return writer.octets
    }
}
