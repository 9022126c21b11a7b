/// How far one word is from another that somebody may have meant.
package enum EditDistance {
    /// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of the
    /// other: the optimal string alignment distance. Takes time in the product of the lengths.
    package static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: other.count + 1)
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1] + last.dropFirst()
            for j in other.indices {
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[other.count]
    }
}
