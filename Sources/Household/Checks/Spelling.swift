import ICalendar

/// What somebody may have meant who wrote a name that is not there.
public enum Spelling {
    /// The name that differs from `text` by the fewest letters typed wrong, left out, added or swapped; nil where none
    /// is near (more than a third of the letters would have to change).
    public static func nearest(to text: String, among names: some Sequence<String>) -> String? {
        guard (1...64).contains(text.utf8.count) else { return nil }
        let wanted = Array(text.lowercased().utf8)
        var best: (name: String, distance: Int)?
        for name in names {
            let limit = best.map { $0.distance - 1 } ?? max(1, wanted.count / 3)
            let letters = Array(name.lowercased().utf8)
            guard limit >= 0, abs(letters.count - wanted.count) <= limit else { continue }
            let distance = EditDistance.between(wanted, letters)
            if distance <= limit { best = (name, distance) }
        }
        return best?.name
    }

    /// `unknown person “kofy” (did you mean “kofi”?)`; where nothing is near and there are few, the known ones.
    public static func unknown(_ noun: String, _ text: String, among names: some Collection<String>) -> String {
        let start = "unknown \(noun) “\(text)”"
        if let near = nearest(to: text, among: names) { return "\(start) (did you mean “\(near)”?)" }
        switch names.count {
        case 0: return "\(start) (there is none yet)"
        case ...8: return "\(start) (known: \(names.joined(separator: ", ")))"
        default: return start
        }
    }
}
