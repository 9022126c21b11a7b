extension ZoneList {
    /// The id most like `text`, ignoring case; nil if more than a third of it would have to change.
    func nearest(to text: String) -> String? {
        let asked = Array(text.lowercased().utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 })
        guard (2...64).contains(asked.count) else { return nil }
        var best: (id: String, distance: Int)?
        for id in sorted {
            let whole = Array(id.lowercased().utf8)
            var distance = EditDistance.between(asked, whole)
            if let slash = whole.lastIndex(of: UInt8(ascii: "/")) {
                // A place alone; half a step worse than the whole id, so that “Cuba” finds Cuba.
                distance = min(distance, EditDistance.between(asked, Array(whole[(slash + 1)...])) + 1)
            }
            if distance < best?.distance ?? .max { best = (id, distance) }
        }
        guard let best, best.distance <= max(2, asked.count / 3) else { return nil }
        return best.id
    }
}
