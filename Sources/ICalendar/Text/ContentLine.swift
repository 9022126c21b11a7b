/// One unfolded line of iCalendar text: `NAME;PARAMETER=VALUE:value` (RFC 5545 §3.1).
///
/// A line keeps its octets as they came, so that writing it gives back exactly what was read; names, parameters and
/// values are views of them. Lines of one file share its octets: copying a line is cheap, and none is decoded before
/// it is asked for.
public struct ContentLine: Sendable {
    let storage: [UInt8]
    private let start: Int32
    private let nameEnd: Int32
    private let valueStart: Int32
    private let end: Int32
    private let number: Int32

    /// Number of the physical line on which this one begins, from 1; 0 for a line that was made, not read.
    public var line: Int { Int(number) }

    /// Whether the line has a name and a colon. A line that has not is kept, and has no name and no value.
    public var isWellFormed: Bool { nameEnd > start }

    init(storage: [UInt8], range: Range<Int>, line: Int) {
        self.storage = storage
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
        number = Int32(line)
        let parts = storage.withUnsafeBufferPointer { ContentLine.split($0, range) }
        nameEnd = Int32(parts?.nameEnd ?? range.lowerBound)
        valueStart = Int32(parts?.valueStart ?? range.upperBound)
    }
}

extension ContentLine {
    /// The whole line's octets, unfolded and without its line end.
    public var octets: ArraySlice<UInt8> { storage[Int(start)..<Int(end)] }

    var nameOctets: ArraySlice<UInt8> { storage[Int(start)..<Int(nameEnd)] }

    /// What stands between the name and the colon, with its leading semicolon.
    var parameterOctets: ArraySlice<UInt8> { isWellFormed ? storage[Int(nameEnd)..<Int(valueStart) - 1] : [] }

    /// The octets after the colon.
    public var valueOctets: ArraySlice<UInt8> { storage[Int(valueStart)..<Int(end)] }

    /// The whole line as text.
    public var text: String { Octets.text(octets) }

    /// The property's name as it is written; empty if the line is malformed.
    public var name: String { Octets.text(nameOctets) }

    /// The property's name in upper case, by which properties are compared (names are case-insensitive).
    public var key: String {
        storage.withUnsafeBufferPointer { all in
            String(unsafeUninitializedCapacity: Int(nameEnd - start)) { buffer in
                for index in 0..<Int(nameEnd - start) { buffer[index] = Octets.upper(all[Int(start) + index]) }
                return Int(nameEnd - start)
            }
        }
    }

    /// The raw value: everything after the colon, escapes included.
    public var value: String { Octets.text(valueOctets) }

    /// The value read as TEXT: escapes resolved (RFC 5545 §3.3.11).
    public var textValue: String { TextValue.unescaped(valueOctets) }
}

extension ContentLine {
    /// Where name and value are, or nil without a proper name or a colon.
    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>
    ) -> (nameEnd: Int, valueStart: Int)? {
        var index = range.lowerBound
        while index < range.upperBound, Octets.isNameOctet(bytes[index]) { index += 1 }
        guard index > range.lowerBound, index < range.upperBound else { return nil }
        if bytes[index] == Octets.colon { return (index, index + 1) }
        guard bytes[index] == Octets.semicolon else { return nil }
        let rest = index..<range.upperBound
        // A quote that is never closed would swallow the colon: then quotes are ordinary characters.
        guard let colon = colon(bytes, rest, quotes: true) ?? colon(bytes, rest, quotes: false) else { return nil }
        return (index, colon + 1)
    }

    private static func colon(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, quotes: Bool) -> Int? {
        var isQuoted = false
        for index in range {
            let byte = bytes[index]
            if byte == Octets.quote, quotes { isQuoted.toggle() }
            if byte == Octets.colon, !isQuoted { return index }
        }
        return nil
    }
}

extension ContentLine: Hashable {
    /// Two lines are equal if their octets are, wherever they stand.
    public static func == (left: ContentLine, right: ContentLine) -> Bool { left.octets == right.octets }

    /// By the octets alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(octets) }
}
