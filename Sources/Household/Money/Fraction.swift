/// An exact fraction in its lowest terms: what money is before it is rounded.
///
/// Amounts are below a billion with six decimals, hours are of a month, and what they are divided by are hours, the days of
/// a month and a budget of at most 100,000 hours: 128 bits hold every sum of these, with six digits to spare.
public struct Fraction: Hashable, Sendable, Comparable {
    public let numerator: Int128
    /// Above 0.
    public let denominator: Int128

    public static let zero = Fraction(0)

    public init(_ numerator: Int128, _ denominator: Int128 = 1) {
        precondition(denominator > 0, "a fraction has a positive denominator")
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
    }

    public static func + (left: Fraction, right: Fraction) -> Fraction {
        // By the least common denominator, so that nothing on the way is greater than what comes out.
        let shared = greatestCommonDivisor(left.denominator, right.denominator)
        let sum =
            left.numerator * (right.denominator / shared) + right.numerator * (left.denominator / shared)
        return Fraction(sum, left.denominator / shared * right.denominator)
    }

    public static func += (left: inout Fraction, right: Fraction) { left = left + right }

    public static func * (left: Fraction, right: Fraction) -> Fraction {
        // Across first: 3600 seconds of a rate per hour are the rate, however long its decimals are.
        let one = greatestCommonDivisor(left.numerator, right.denominator)
        let other = greatestCommonDivisor(right.numerator, left.denominator)
        return Fraction(
            (left.numerator / one) * (right.numerator / other),
            (left.denominator / other) * (right.denominator / one)
        )
    }

    /// One divided by it; it must be above 0.
    public var inverse: Fraction { Fraction(denominator, numerator) }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        let shared = greatestCommonDivisor(left.denominator, right.denominator)
        return left.numerator * (right.denominator / shared) < right.numerator * (left.denominator / shared)
    }

    /// The nearest whole number; of two equally near ones the even one.
    public var rounded: Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let twice = remainder.magnitude * 2
        guard twice > denominator.magnitude || (twice == denominator.magnitude && quotient % 2 != 0) else {
            return quotient
        }
        return quotient + (numerator < 0 ? -1 : 1)
    }

    private static func greatestCommonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
        var (larger, smaller) = (one.magnitude, other.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return Int128(max(larger, 1))
    }
}
