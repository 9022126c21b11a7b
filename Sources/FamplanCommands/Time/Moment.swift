internal import FamplanClient

/// An instant of the wire (RFC 3339) and the wall time that it says: this side has no time zones.
package struct Moment: Hashable, Sendable, Comparable {
    package var day: Day
    /// Seconds of the wall's day.
    package var second: Int
    /// Seconds east of UTC.
    package var offset: Int

    /// - Throws: ``ClientError/unreadable(status:reason:)`` for what is not RFC 3339.
    package init(_ text: String) throws {
        guard let moment = Self.parsed(Array(text.utf8)) else {
            throw ClientError.unreadable(status: 200, reason: "“\(text)” is not an RFC 3339 time")
        }
        self = moment
    }

    private init(day: Day, second: Int, offset: Int) {
        self.day = day
        self.second = second
        self.offset = offset
    }

    package static func < (lhs: Moment, rhs: Moment) -> Bool { lhs.instant < rhs.instant }

    /// Seconds from 1970-01-01T00:00:00Z.
    package var instant: Int { day.number * 86_400 + second - offset }

    /// Minutes of the wall's day.
    package var minute: Int { second / 60 }

    /// `14:15`.
    package var clock: String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

    /// `Tue 24 Nov 14:15`.
    package var words: String { "\(day.words) \(clock)" }

    /// `+01:00`.
    package var offsetWords: String {
        let minutes = abs(offset) / 60
        return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    }

    /// `2026-11-24T14:15`, as commands take it.
    package var wall: String { "\(day.iso)T\(clock)" }
}

extension Moment {
    /// `2026-11-24T14:15:00+01:00`, with or without fractions of a second, `Z` for no offset.
    private static func parsed(_ text: [UInt8]) -> Moment? {
        guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
            let hour = number(text[11..<13]), let minute = number(text[14..<16]), let second = number(text[17..<19]),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60,
            let offset = offset(text[19...].drop { $0 == UInt8(ascii: ".") || isDigit($0) })
        else { return nil }
        let ofDay = hour * 3_600 + minute * 60 + second
        return Moment(day: Day(year: year, month: month, day: day), second: ofDay, offset: offset)
    }

    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        if text.elementsEqual("Z".utf8) || text.elementsEqual("z".utf8) { return 0 }
        guard text.count == 6, let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(text.dropFirst().prefix(2)), let minutes = number(text.suffix(2))
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
