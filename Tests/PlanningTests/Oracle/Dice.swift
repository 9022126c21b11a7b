/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in so many of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// Nil where there is nothing to choose from.
    mutating func pickAny<Element>(_ elements: [Element]) -> Element? { elements.isEmpty ? nil : pick(elements) }

    /// So many of the elements, in their order; all where there are fewer.
    mutating func some<Element>(_ count: ClosedRange<Int>, of elements: [Element]) -> [Element] {
        var left = Array(elements.indices)
        var wanted = min(number(count), left.count)
        var chosen: [Int] = []
        while wanted > 0 {
            chosen.append(left.remove(at: number(0...left.count - 1)))
            wanted -= 1
        }
        return chosen.sorted().map { elements[$0] }
    }
}
