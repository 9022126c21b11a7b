import Testing

@testable import ICalendar

/// Texts that nobody wrote, made of what is hard to read: nothing of them is lost, wherever they are cut.
struct HostileTextTests {
    private static let seeds = 0..<400

    @Test("Whatever is read is written again, line by line and octet by octet, but for its folds", arguments: seeds)
    func roundTrip(seed: Int) throws {
        var text = HostileText(seed: seed)
        let octets = text.calendar()

        let document = try ICalendarParser.parse(octets)

        let written = document.octets
        #expect(SlowUnfolding.lines(of: written) == SlowUnfolding.lines(of: octets))
        #expect(written.split(separator: Octets.lineFeed).allSatisfy { $0.count <= 76 })
        #expect(try ICalendarParser.parse(written).items == document.items)
    }

    @Test("A text that comes in pieces is read as if it came at once", arguments: seeds)
    func pieces(seed: Int) throws {
        var text = HostileText(seed: seed)
        let octets = text.calendar()
        let whole = try ICalendarParser.parse(octets)

        var parser = ICalendarParser()
        var rest = octets[...]
        while !rest.isEmpty {
            let count = text.dice.next() % 9
            try parser.take(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        let document = try parser.finish()

        #expect(document == whole)
        #expect(document.numbers == whole.numbers)
    }

    @Test("A blank at the beginning continues nothing, and is read again as it is written")
    func blankBeginning() throws {
        let document = try ICalendarParser.parse("\n\n \tE\nX:1\n\n\n 2\n".utf8)

        #expect(document.items.count == 4)
        #expect(document.octets == Array("\r\n\r\n \tE\r\nX:12\r\n".utf8))
        #expect(try ICalendarParser.parse(document.octets) == document)
    }

    @Test("A line goes on after empty ones, wherever a block ends", arguments: -6...6)
    func blockEnd(offset: Int) throws {
        let count = 2 * ICalendarParser.blockSize - offset
        let text = "X:" + String(repeating: "1", count: count - 2) + "\n\n\n 2\n"

        let document = try ICalendarParser.parse(text.utf8)

        #expect(document.items.count == 1)
        #expect(SlowUnfolding.lines(of: document.octets) == SlowUnfolding.lines(of: Array(text.utf8)))
    }

    @Test("A text larger than a block is read like a small one", arguments: [1, 7, 31])
    func blocks(seed: Int) throws {
        var text = HostileText(seed: seed)
        let octets = text.calendar(lines: 40_000)
        try #require(octets.count > 500_000)

        let document = try ICalendarParser.parse(octets)

        #expect(SlowUnfolding.lines(of: document.octets) == SlowUnfolding.lines(of: octets))
        #expect(document.numbers == SlowUnfolding.numbers(of: octets))
    }
}

/// Makes up calendars of lines, folds, line ends and octets in the worst of tastes; BEGIN and END pair.
struct HostileText {
    var dice: SplitMix
    private static let ends: [[UInt8]] = [
        [0x0D, 0x0A], [0x0A], [0x0D], [0x0D, 0x0D, 0x0A], [0x0D, 0x0D], [0x0A, 0x0A],
    ]
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let pieces = [
        ":", ";", "\"", ",", "=", "^n", "\\", "\\n", " ", "\t", "SUMMARY", "X-a_b", "BEGIN", "TZID=", "ö", "👨‍👩‍👧",
        "\u{FEFF}",
        "\0", "\u{7F}", "\u{85}", "\u{2028}", "CN=\"Doe, John: Dr\"", "VALUE=DATE:20261127", "x",
    ]

    init(seed: Int) { dice = SplitMix(state: UInt64(seed)) }

    mutating func calendar(lines count: Int = 40) -> [UInt8] {
        var octets: [UInt8] = [[], [], [], Self.mark, Self.mark + Self.mark][dice.next() % 5]
        var open = ["VCALENDAR"]
        add("BEGIN:VCALENDAR", to: &octets)
        for _ in 0..<dice.next() % count + count / 2 {
            switch dice.next() % 12 {
            case 0 where open.count < 12:
                open.append("X-PART")
                add("begin:x-Part", to: &octets)
            case 1 where open.count > 1: add("END:\(open.removeLast())", to: &octets)
            default: addLine(to: &octets)
            }
        }
        for name in open.reversed() { add("END:\(name)", to: &octets) }
        return octets
    }

    private mutating func add(_ line: String, to octets: inout [UInt8]) {
        octets += Array(line.utf8) + Self.ends[dice.next() % Self.ends.count]
    }

    /// Folded anywhere; never one that begins or ends a component, for that would have to pair, or that goes on with one.
    private mutating func addLine(to octets: inout [UInt8]) {
        var line: [UInt8] = Array(["X", "SUMMARY:", "ATTENDEE;CN=", ":", "\"", "é"][dice.next() % 6].utf8)
        for _ in 0..<dice.next() % 12 {
            if dice.next() % 5 == 0 {
                line.append(UInt8(dice.next() % 256))
            } else {
                line += Array(Self.pieces[dice.next() % Self.pieces.count].utf8)
            }
            if dice.next() % 5 == 0 { line += Self.ends[dice.next() % 4] + [dice.next() % 2 == 0 ? 0x20 : 0x09] }
        }
        // An octet may have ended the line; what comes after it begins with neither BEGIN nor END then.
        let key = String(decoding: line, as: UTF8.self).uppercased()
        guard !key.contains("BEGIN:"), !key.contains("END:"), !key.contains("BEGIN;") else { return }
        octets += line + Self.ends[dice.next() % Self.ends.count]
    }
}

/// A small generator that gives the same numbers everywhere (SplitMix64).
struct SplitMix {
    var state: UInt64

    mutating func next() -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 2)
    }
}

extension ICalendarDocument {
    /// The numbers of all lines, in order.
    var numbers: [Int] { items.flatMap(\.numbers) }
}

extension Component.Item {
    var numbers: [Int] {
        switch self {
        case .line(let line): [line.line]
        case .component(let component):
            [component.begin.line] + component.items.flatMap(\.numbers) + [component.end.line]
        }
    }
}
