/// A time of day as a clock on the wall shows it, to the second.
///
/// 24:00, the end of a day, is a value of its own and comes after 23:59:59.
public struct CivilTime: Hashable, Comparable, Sendable {
    private let seconds: Int32

    /// Stops the program outside 0...86400.
    public init(secondsSinceMidnight: Int) {
        precondition((0...secondsPerDay).contains(secondsSinceMidnight), "not a time of day: \(secondsSinceMidnight) s")
        seconds = Int32(secondsSinceMidnight)
    }

    /// Nil if no clock shows it. 24:00:00 is a time, 24:01 is not.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        let sum = hour * 3600 + minute * 60 + second
        guard sum <= secondsPerDay else { return nil }
        seconds = Int32(sum)
    }

    /// 00:00, with which a day begins.
    public static let midnight = CivilTime(secondsSinceMidnight: 0)
    /// 24:00, with which a day ends.
    public static let endOfDay = CivilTime(secondsSinceMidnight: secondsPerDay)

    /// 0...86400.
    public var secondsSinceMidnight: Int { Int(seconds) }

    /// 0...24.
    public var hour: Int { secondsSinceMidnight / 3600 }
    /// 0...59.
    public var minute: Int { secondsSinceMidnight / 60 % 60 }
    /// 0...59.
    public var second: Int { secondsSinceMidnight % 60 }

    /// Whether the left time is earlier in a day.
    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.seconds < right.seconds
    }
}

extension CivilTime: CustomStringConvertible {
    /// Reads `14:00`, `14:00:30` or `24:00`, two digits each.
    public init?(_ text: some StringProtocol) {
        var digits = DigitReader(text.utf8)
        guard let time = digits.time(), digits.isAtEnd else { return nil }
        self = time
    }

    /// `14:00`; with seconds, `14:00:30`, only where there are any.
    public var description: String {
        String(digits: 8) { $0.write(self) }
    }
}

extension CivilTime: Codable {
    /// Reads what ``description`` writes.
    public init(from decoder: any Decoder) throws {
        self = try decoder.single("a time of day (14:00)") { CivilTime($0) }
    }

    /// Writes ``description``.
    public func encode(to encoder: any Encoder) throws {
        try encoder.single(description)
    }
}
