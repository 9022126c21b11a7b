extension ZoneList {
    /// The id most like `text`, ignoring case; nil if more than a third of it would have to change.
    func nearest(to text: String) -> String? {
        let asked = Array(text.lowercased().utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 })
        guard (2...64).contains(asked.count) else { return nil }
        var best: (id: String, distance: Int)?
        for id in sorted {
            let whole = Array(id.lowercased().utf8)
            var distance = editDistance(asked, whole)
            if let slash = whole.lastIndex(of: UInt8(ascii: "/")) {
                // A place alone; half a step worse than the whole id, so that “Cuba” finds Cuba.
                distance = min(distance, editDistance(asked, Array(whole[(slash + 1)...])) + 1)
            }
            if distance < best?.distance ?? .max { best = (id, distance) }
        }
        guard let best, best.distance <= max(2, asked.count / 3) else { return nil }
        return best.id
    }
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of the other.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
