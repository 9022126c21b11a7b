import Household
import ICalendar

/// How a goal is told of: what is had of what is wanted, the same whether or not it is met.
struct GoalWords {
    private let plan: Plan
    private let window: Interval
    private let words: Wording

    init(_ plan: Plan, _ window: Interval) {
        (self.plan, self.window) = (plan, window)
        words = Wording(plan)
    }

    /// `The family has 10h 15m together in the week of Mon 23 Nov; the family’s goal is at least 10h`.
    func sentence(_ aim: Goal.Aim, _ amount: GoalStanding.Amount) -> String {
        let had = had(amount)
        switch aim {
        case .careShare(let person, let percent, let weeks):
            let last = words.day(of: window.end.adding(seconds: -1))
            let span = weeks == 1 ? week : "in the \(weeks) weeks to \(last)"
            return "Care share of \(name(person)) is \(had) \(span); the family’s goal is \(bounds(percent))"
        case .together(let least): return "The family has \(had) together \(atLeast(least))"
        case .oneOnOne(let person, let child, let least):
            return "\(name(person)) and \(name(child)) have \(had) one-on-one \(atLeast(least))"
        case .ownTime(let person, let least): return "\(name(person)) has \(had) of their own \(atLeast(least))"
        }
    }

    private func atLeast(_ seconds: Int) -> String {
        "\(week); the family’s goal is at least \(words.length(seconds))"
    }

    private var week: String { "in the week of \(words.day(of: window.start))" }

    private func had(_ amount: GoalStanding.Amount) -> String {
        switch amount {
        case .seconds(let seconds): words.length(seconds)
        case .perMille(let tenths): "\(number(Double(tenths) / 10)) %"
        }
    }

    private func bounds(_ percent: ClosedRange<Double>) -> String {
        let (lower, upper) = (number(percent.lowerBound), number(percent.upperBound))
        return (lower == upper ? lower : "\(lower)–\(upper)") + " %"
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
