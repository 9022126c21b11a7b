/// Reads dates and times out of the bytes of a text: a fixed number of digits, then the separator expected.
struct DigitReader<Bytes: Collection> where Bytes.Element == UInt8 {
    private let bytes: Bytes
    private var position: Bytes.Index

    init(_ bytes: Bytes) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// Exactly `digits` ASCII digits.
    mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let byte = next, byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            bytes.formIndex(after: &position)
        }
        return value
    }

    /// Steps over one ASCII character if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == character.value else { return false }
        bytes.formIndex(after: &position)
        return true
    }

    private var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// `2026-11-23`
    mutating func date() -> CivilDate? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `20261123`
    mutating func basicDate() -> CivilDate? {
        guard let year = number(4), let month = number(2), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `14:00` or `14:00:30`
    mutating func time() -> CivilTime? {
        guard let hour = number(2), take(":"), let minute = number(2) else { return nil }
        guard take(":") else { return CivilTime(hour: hour, minute: minute) }
        guard let second = number(2) else { return nil }
        return CivilTime(hour: hour, minute: minute, second: second)
    }

    /// `140030`
    mutating func basicTime() -> CivilTime? {
        guard let hour = number(2), hour < 24, let minute = number(2), let second = number(2) else { return nil }
        return CivilTime(hour: hour, minute: minute, second: second == 60 ? 59 : second)
    }
}
