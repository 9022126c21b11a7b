/// Random choices that are the same for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func flag() -> Bool { Bool.random(using: &self) }
    mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &self)! }

    mutating func some<Value>(_ values: [Value]) -> [Value] {
        Array(values.shuffled(using: &self).prefix(number(0...values.count)))
    }

    mutating func maybe<Value>(_ value: (inout Dice) -> Value) -> Value? {
        flag() ? value(&self) : nil
    }

    mutating func few<Value>(_ value: (inout Dice) -> Value) -> [Value] {
        (0..<number(0...3)).map { _ in value(&self) }
    }
}
