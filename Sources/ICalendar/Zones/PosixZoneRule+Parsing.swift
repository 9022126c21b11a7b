extension PosixZoneRule {
    /// Reads a TZ string of POSIX with RFC 8536's extension: `<+1030>-10:30<+11>-11,M10.1.0,M4.1.0`. Nil if it is none.
    public init?(_ text: some StringProtocol) {
        var reader = Reader(rest: Array(text.utf8)[...])
        guard reader.skipName(), let west = reader.time(maxHours: 24) else { return nil }
        standardOffset = -west
        guard !reader.rest.isEmpty else {
            daylight = nil
            return
        }
        guard let daylight = reader.daylight(standardOffset: -west), reader.rest.isEmpty else { return nil }
        self.daylight = daylight
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        /// `CET`, or `<+1030>` where the name is not of letters alone.
        mutating func skipName() -> Bool {
            if take("<") {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
                rest = rest[(end + 1)...]
                return true
            }
            let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
            rest = rest[letters.endIndex...]
            return letters.count >= 3
        }

        mutating func daylight(standardOffset: Int) -> Daylight? {
            guard skipName() else { return nil }
            var offset = standardOffset + 3600
            if let next = rest.first, next != UInt8(ascii: ",") {
                guard let west = time(maxHours: 24) else { return nil }
                offset = -west
            }
            guard take(","), let start = change(), take(","), let end = change() else { return nil }
            return Daylight(offset: offset, start: start, end: end)
        }

        mutating func change() -> Change? {
            guard let day = day() else { return nil }
            guard take("/") else { return Change(day: day, seconds: 2 * 3600) }
            guard let seconds = time(maxHours: 167) else { return nil }
            return Change(day: day, seconds: seconds)
        }

        mutating func day() -> Day? {
            if take("J") { return number(in: 1...365).map(Day.withoutLeapDay) }
            guard take("M") else { return number(in: 0...365).map(Day.zeroBased) }
            guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
                let weekday = number(in: 0...6)
            else { return nil }
            return .weekday(month: month, week: week, daysAfterSunday: weekday)
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time(maxHours: Int) -> Int? {
            let sign = take("-") ? -1 : 1
            if sign == 1 { _ = take("+") }
            guard let hours = number(in: 0...maxHours) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(in: 0...59) else { return nil }
                seconds += value * unit
            }
            return sign * seconds
        }

        mutating func number(in range: ClosedRange<Int>) -> Int? {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest[digits.endIndex...]
            let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return range.contains(value) ? value : nil
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard let byte = rest.first, UInt32(byte) == character.value else { return false }
            rest = rest.dropFirst()
            return true
        }
    }
}
