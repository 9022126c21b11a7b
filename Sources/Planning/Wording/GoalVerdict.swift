import Household
import ICalendar

/// Holds weeks against a goal and says what is missing: numbers, without a winner or a loser.
struct GoalVerdict {
    let plan: Plan
    let window: Interval
    /// How many weeks the window has.
    let count: Int

    private var words: Wording { Wording(plan) }

    /// One sentence where the goal is missed, nil where it is met.
    func message(_ aim: Goal.Aim, _ weeks: [Balance]) -> String? {
        switch aim {
        case .careShare(let person, let percent, _): share(of: person, percent, weeks)
        case .together(let least):
            time("The family has", weeks.reduce(0) { $0 + $1.together }, "together", least)
        case .oneOnOne(let person, let child, let least):
            time(
                "\(name(person)) and \(name(child)) have",
                weeks.reduce(0) { $0 + ($1.oneOnOne[Balance.Pair(parent: person, child: child)] ?? 0) },
                "one-on-one",
                least
            )
        case .ownTime(let person, let least):
            time("\(name(person)) has", weeks.reduce(0) { $0 + ($1.people[person]?.own ?? 0) }, "of their own", least)
        }
    }

    private func time(_ who: String, _ seconds: Int, _ what: String, _ least: Int) -> String? {
        guard seconds < least else { return nil }
        return "\(who) \(words.length(seconds)) \(what) \(span); the family’s goal is at least \(words.length(least))"
    }

    private func share(of person: ID<Person>, _ percent: ClosedRange<Double>, _ weeks: [Balance]) -> String? {
        let parents = plan.schedule.parents.map { plan.schedule.people[$0].id }
        let own = weeks.reduce(SharedTime.zero) { $0 + ($1.people[person]?.care ?? .zero) }
        let all = weeks.reduce(SharedTime.zero) { sum, week in
            parents.reduce(sum) { $0 + (week.people[$1]?.care ?? .zero) }
        }
        guard all > .zero else { return nil }
        let isOver = own.isMore(than: percent.upperBound, of: all)
        guard isOver || own.isLess(than: percent.lowerBound, of: all) else { return nil }
        // Rounded away from the bound, so that what misses it never reads as if it met it.
        let share = number(Double(own.perMille(of: all, roundedUp: isOver)) / 10)
        return "Care share of \(name(person)) is \(share) % \(span); the family’s goal is \(bounds(percent)) %"
    }

    /// `in the week of Mon 23 Nov`, `in the 4 weeks to Sun 29 Nov`.
    private var span: String {
        if count == 1 { return "in the week of \(words.day(of: window.start))" }
        return "in the \(count) weeks to \(words.day(of: window.end.adding(seconds: -1)))"
    }

    private func bounds(_ percent: ClosedRange<Double>) -> String {
        let (lower, upper) = (number(percent.lowerBound), number(percent.upperBound))
        return lower == upper ? lower : "\(lower)–\(upper)"
    }

    /// `40`, `33.3`.
    private func number(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private func name(_ person: ID<Person>) -> String {
        plan.schedule.household.people[person]?.name ?? person.rawValue
    }
}
