/// How a run of text stands out. It never says anything by itself: what matters has a mark or a word too.
package struct Style: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let bold = Style(rawValue: 1 << 0)
    package static let dim = Style(rawValue: 1 << 1)
    package static let reverse = Style(rawValue: 1 << 2)
    package static let red = Style(rawValue: 1 << 3)
    package static let green = Style(rawValue: 1 << 4)
    package static let yellow = Style(rawValue: 1 << 5)
    package static let blue = Style(rawValue: 1 << 6)
    package static let magenta = Style(rawValue: 1 << 7)
    package static let cyan = Style(rawValue: 1 << 8)

    private static let codes: [(Style, String)] = [
        (.bold, "1"), (.dim, "2"), (.reverse, "7"), (.red, "31"), (.green, "32"), (.yellow, "33"), (.blue, "34"),
        (.magenta, "35"), (.cyan, "36"),
    ]

    /// The sequence that turns it on (ECMA-48 §8.3.117); empty for plain.
    package var sequence: String {
        guard !isEmpty else { return "" }
        let codes = Self.codes.filter { contains($0.0) }.map(\.1)
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    package static let reset = "\u{1B}[0m"
}
