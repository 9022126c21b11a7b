import Household
import ICalendar

/// What the family values.
extension RandomHousehold {
    mutating func addGoals() {
        for number in 1...dice.number(1...5) {
            household.put(.goal(Goal(id: ID("goal-\(number)")!, aim: aim())))
        }
    }

    /// About as much as such households have in a week, so that some are met and some missed.
    private mutating func aim() -> Goal.Aim {
        switch dice.number(1...10) {
        case 1...3: .ownTime(person: dice.pick(parents), min: hours(90))
        case 4...5: .together(min: hours(30))
        case 6...7: .oneOnOne(person: dice.pick(parents), child: dice.pick(children), min: hours(8))
        default: .careShare(person: dice.pick(parents), percent: percent(), weeks: dice.pick([1, 1, 2, 3, 4]))
        }
    }

    private mutating func hours(_ most: Int) -> Int { dice.number(1...most * 60) * 60 }

    /// Narrow, wide, or with what nobody, everybody or both the same would have at an end.
    private mutating func percent() -> ClosedRange<Double> {
        switch dice.number(1...3) {
        case 1:
            let lower = dice.number(250...650)
            return Self.percent(lower...lower + dice.number(0...100))
        case 2: return Self.percent(dice.number(0...30) * 10...dice.number(70...100) * 10)
        default: return Self.percent(dice.pick([0...0, 0...500, 500...500, 500...1_000, 1_000...1_000, 0...1_000]))
        }
    }

    private static func percent(_ tenths: ClosedRange<Int>) -> ClosedRange<Double> {
        Double(tenths.lowerBound) / 10...Double(tenths.upperBound) / 10
    }

    /// Goals that ask for just what the week of the day has, a minute less and a minute more; and shares of the care of
    /// one to four weeks that are bounded by the tenths of a per cent about what they are.
    static func exactGoals(_ oracle: SlowEvaluation, weekOf date: CivilDate) -> [Goal] {
        let start = date.startOfWeek(oracle.register.settings.weekStart)
        let week = oracle.ledger(from: start, to: start.adding(days: 7))
        let parents = oracle.register.parents.map { oracle.register.people[$0].id }
        let children = oracle.register.children.map { oracle.register.people[$0].id }
        var aims: [Goal.Aim] = about(week.together).map { .together(min: $0) }
        for parent in parents {
            aims += about(week.ownTime[parent.rawValue, default: 0]).map { .ownTime(person: parent, min: $0) }
            for child in children {
                let had = week.oneOnOne[.init(parent: parent.rawValue, child: child.rawValue), default: 0]
                aims += about(had).map { .oneOnOne(person: parent, child: child, min: $0) }
            }
            for weeks in 1...4 {
                let care = oracle.care(in: start..<start.adding(days: 7 * weeks))
                aims += bounds(about: parent, parents, care)
                    .map { .careShare(person: parent, percent: percent($0), weeks: weeks) }
            }
        }
        return zip(1..., aims).map { Goal(id: ID("exact-\($0)")!, aim: $1) }
    }

    /// A goal asks for some time at least.
    private static func about(_ seconds: Int) -> [Int] { [-60, 0, 60].map { seconds + $0 }.filter { $0 > 0 } }

    /// In tenths of a per cent: bounds that just hold the share, and bounds that just hold it or just don't.
    private static func bounds(
        about parent: ID<Person>,
        _ parents: [ID<Person>],
        _ care: [String: Int]
    ) -> [ClosedRange<Int>] {
        let whole = parents.map { care[$0.rawValue, default: 0] }.reduce(0, +)
        guard whole > 0 else { return [0...1_000] }
        let own = care[parent.rawValue, default: 0] * 1_000
        let (below, above) = (own / whole, (own + whole - 1) / whole)
        return [below...above, 0...below, above...1_000, 0...max(below - 1, 0), min(above + 1, 1_000)...1_000]
    }
}
