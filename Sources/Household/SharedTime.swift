/// Time that several had together, each counted with an equal part of it: exact where up to twelve share.
///
/// More than twelve lose less than 1/27720 of a second each time they share.
public struct SharedTime: Hashable, Comparable, Sendable {
    /// In parts of a second that two to twelve divide.
    private var parts: Int

    private static let partsPerSecond = 27_720

    public static let zero = SharedTime(seconds: 0)

    /// What each of `count` has of so many seconds.
    public init(seconds: Int, among count: Int = 1) {
        precondition(count > 0, "somebody shares the time")
        parts = seconds * Self.partsPerSecond / count
    }

    /// With the fraction that is left of a second.
    public var seconds: Double { Double(parts) / Double(Self.partsPerSecond) }

    /// How many tenths of a per cent of `whole` this is, rounded down or up; 0 where `whole` is.
    public func perMille(of whole: SharedTime, roundedUp: Bool) -> Int {
        guard whole.parts > 0 else { return 0 }
        return (parts * 1_000 + (roundedUp ? whole.parts - 1 : 0)) / whole.parts
    }

    /// Whether this is less than so many per cent of `whole`.
    public func isLess(than percent: Double, of whole: SharedTime) -> Bool {
        Int128(parts) * 100_000_000 < Self.millionths(percent) * Int128(whole.parts)
    }

    /// Whether this is more than so many per cent of `whole`.
    public func isMore(than percent: Double, of whole: SharedTime) -> Bool {
        Int128(parts) * 100_000_000 > Self.millionths(percent) * Int128(whole.parts)
    }

    /// A bound as it was written, in whole numbers: a binary fraction is seldom just 8.8.
    private static func millionths(_ percent: Double) -> Int128 { Int128((percent * 1_000_000).rounded()) }

    public static func + (lhs: SharedTime, rhs: SharedTime) -> SharedTime {
        var sum = lhs
        sum += rhs
        return sum
    }

    public static func - (lhs: SharedTime, rhs: SharedTime) -> SharedTime {
        var difference = lhs
        difference.parts -= rhs.parts
        return difference
    }

    public static func += (lhs: inout SharedTime, rhs: SharedTime) { lhs.parts += rhs.parts }

    public static func < (lhs: SharedTime, rhs: SharedTime) -> Bool { lhs.parts < rhs.parts }
}
