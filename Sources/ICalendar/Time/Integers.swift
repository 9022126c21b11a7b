extension Int {
    /// The quotient rounded towards negative infinity, so that days before 1970 fall on the right side.
    @inline(__always)
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder that belongs to ``floorDivided(by:)``: in `0..<divisor`.
    @inline(__always)
    func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// The sum, held at the ends of the range: a hostile duration must not stop the program.
    @inline(__always)
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other > 0 ? .max : .min
    }
}

let secondsPerDay = 86_400
