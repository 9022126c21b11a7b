/// Writes dates and times as ASCII into a buffer of known size, without a string for every number.
struct DigitWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    mutating func write(_ character: Unicode.Scalar) {
        buffer[count] = UInt8(character.value)
        count += 1
    }

    /// A number that is not negative, with zeros in front up to `width`.
    mutating func write(_ value: Int, width: Int) {
        var rest = value
        for place in stride(from: count + width - 1, through: count, by: -1) {
            buffer[place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        count += width
    }

    mutating func write(_ date: CivilDate) {
        let (year, month, day) = date.components
        write(year, width: 4)
        write("-")
        write(month, width: 2)
        write("-")
        write(day, width: 2)
    }

    mutating func writeBasic(_ date: CivilDate) {
        let (year, month, day) = date.components
        write(year, width: 4)
        write(month, width: 2)
        write(day, width: 2)
    }

    mutating func write(_ time: CivilTime, alwaysSeconds: Bool = false) {
        write(time.hour, width: 2)
        write(":")
        write(time.minute, width: 2)
        guard alwaysSeconds || time.second != 0 else { return }
        write(":")
        write(time.second, width: 2)
    }
}

extension String {
    /// A text of at most `capacity` ASCII characters.
    init(digits capacity: Int, _ body: (inout DigitWriter) -> Void) {
        self.init(unsafeUninitializedCapacity: capacity) { buffer in
            var writer = DigitWriter(buffer)
            body(&writer)
            return writer.count
        }
    }
}
