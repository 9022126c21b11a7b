import Household

/// Says what a goal asks for: `Maya and Noah: at least 2h one-on-one a week`.
struct AimWords {
    let household: Household

    func words(_ aim: Goal.Aim) -> String {
        switch aim {
        case .careShare(let person, let percent, let weeks):
            let span = weeks == 1 ? "each week" : "over \(weeks) weeks"
            return "\(name(person)): \(bounds(percent)) of the care \(span)"
        case .together(let least): return "the family: at least \(length(least)) together a week"
        case .oneOnOne(let person, let child, let least):
            return "\(name(person)) and \(name(child)): at least \(length(least)) one-on-one a week"
        case .ownTime(let person, let least):
            return "\(name(person)): at least \(length(least)) of their own a week"
        }
    }

    private func name(_ person: ID<Person>) -> String { household.people[person]?.name ?? person.rawValue }

    private func bounds(_ percent: ClosedRange<Double>) -> String {
        let (lower, upper) = (number(percent.lowerBound), number(percent.upperBound))
        return (lower == upper ? lower : "\(lower)–\(upper)") + " %"
    }

    /// `40`, `33.3`.
    private func number(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// `2h`, `1h 30m`, `45m`.
    private func length(_ seconds: Int) -> String {
        let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60)
        return [hours > 0 ? "\(hours)h" : nil, minutes > 0 || hours == 0 ? "\(minutes)m" : nil]
            .compactMap(\.self).joined(separator: " ")
    }
}
