import Household
import ICalendar

/// A day's children drawn with characters: a row for each, a column for each quarter of an hour.
struct CarerStrip {
    private let digest: Digest
    private let day: DigestDay
    private let letters: [ID<Person>: Character]
    private let hours: ClosedRange<Int>
    private let minutes: Int
    private let labelWidth = 8

    init(_ digest: Digest, _ day: DigestDay) {
        self.digest = digest
        self.day = day
        letters = Self.letters(digest.household.people.values.filter(\.isAdult))
        hours = day.hours(in: digest.household.zone)
        // A whole day has half as many columns to each hour.
        minutes = hours.count > 17 ? 30 : 15
    }

    /// The hours above, then the children.
    var lines: [String] {
        let columns = 2 * 60 / minutes
        let scale = stride(from: hours.lowerBound, to: hours.upperBound, by: 2).map { hour in
            ColumnWidth.padded(hour < 10 ? "0\(hour)" : "\(hour)", to: columns)
        }
        let last = scale.count - 1
        let head = scale.enumerated().map { $0 < last ? $1 : String($1.prefix(2)) }.joined()
        return [String(repeating: " ", count: labelWidth) + head]
            + day.children.map { child, stretches in
                let name = ColumnWidth.cut(HarmlessText.line(child.name), to: labelWidth - 1)
                return ColumnWidth.padded(name, to: labelWidth) + String(cells(stretches))
            }
    }

    /// What the characters mean, of those that are drawn.
    var key: String {
        let drawn = Set(day.children.flatMap { cells($0.stretches) })
        var parts: [String] = []
        for person in digest.household.people.values {
            guard let letter = letters[person.id] else { continue }
            let isDrawn = drawn.contains(letter) || drawn.contains(small(letter))
            if isDrawn { parts.append("\(letter) \(person.name)") }
        }
        let signs: [(Character, String)] = [
            ("&", "more than one"), ("=", "school or the like"), ("?", "nobody (accepted)"), (":", "on their own"),
            (".", "needs nobody"), ("!", "NOBODY"),
        ]
        parts += signs.filter { drawn.contains($0.0) }.map { "\($0.0) \($0.1)" }
        let hasWay = letters.values.contains { drawn.contains(small($0)) }
        if hasWay { parts.append("small: on the way") }
        return parts.map(DigestWords.unbroken).joined(separator: " · ")
    }

    private func cells(_ stretches: [CarerStretch]) -> [Character] {
        let zone = digest.household.zone
        let count = hours.count - 1
        return (0..<count * 60 / minutes).map { column in
            let minute = hours.lowerBound * 60 + column * minutes
            let cell = Interval(
                day.moment(hour: 0, minute: minute, in: zone),
                day.moment(hour: 0, minute: minute + minutes, in: zone)
            )
            let touched = stretches.filter { $0.interval.overlaps(cell) }
            if let gap = touched.first(where: { $0.kind == .gap }) { return sign(gap) }
            let longest = touched.max { length($0, in: cell) < length($1, in: cell) }
            return longest.map(sign) ?? " "
        }
    }

    private func length(_ stretch: CarerStretch, in cell: Interval) -> Int {
        stretch.interval.intersection(cell)?.seconds ?? 0
    }

    private func sign(_ stretch: CarerStretch) -> Character {
        switch stretch.kind {
        case .none: return "."
        case .school: return "="
        case .gap: return "!"
        case .acceptedGap: return "?"
        case .alone: return ":"
        case .together, .either, .way:
            guard stretch.carers.count == 1, let letter = stretch.carers.first.flatMap({ letters[$0] }) else {
                return "&"
            }
            return stretch.kind == .way ? small(letter) : letter
        }
    }

    private func small(_ letter: Character) -> Character { letter.lowercased().first ?? letter }

    /// A letter for each adult: the first of the name that nobody before has.
    private static func letters(_ adults: [Person]) -> [ID<Person>: Character] {
        var letters: [ID<Person>: Character] = [:]
        var used: Set<Character> = []
        for adult in adults {
            let own = adult.name.uppercased().filter { $0.isASCII && $0.isLetter }
            let free = (own + "ABCDEFGHIJKLMNOPQRSTUVWXYZ").first { !used.contains($0) }
            guard let free else { continue }
            used.insert(free)
            letters[adult.id] = free
        }
        return letters
    }
}
