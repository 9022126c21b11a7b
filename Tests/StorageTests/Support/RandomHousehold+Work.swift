import Household
import ICalendar

extension RandomHousehold {
    mutating func stream(_ index: Int) -> Stream {
        Stream(
            id: Self.id("stream-\(index)"),
            name: text(),
            owner: dice.pick(people),
            kind: dice.pick(StreamKind.allCases),
            client: dice.flag() ? text() : nil,
            attention: dice.pick(Attention.allCases),
            billable: dice.flag(),
            currency: currency(),
            rates: dice.few { $0.pick(Rate.Unit.allCases) }.map {
                Rate(from: dice.flag() ? date() : nil, amount: amount(), currency: currency(), per: $0)
            },
            revenue: dice.few { _ in 0 }.map { _ in
                Revenue(from: dice.flag() ? date() : nil, amount: amount(), currency: currency())
            },
            budget: Budget(hours: dice.maybe { $0.number(1...99_999) }, amount: dice.flag() ? amount() : nil),
            target: dice.flag() ? amount() : nil,
            archived: dice.flag() ? date() : nil,
            weekly: WeeklyHours(min: dice.maybe { $0.number(0...99) }, max: dice.maybe { $0.number(100...999) }),
            hours: dice.few { _ in 0 }.map { _ in window() },
            resources: dice.some(resources),
            deadlines: dice.some(["q4", "q1.2027", "x"]).map { deadline($0) }
        )
    }

    private mutating func amount() -> Amount { Amount(dice.pick(["95.00", "0", "1200.5", "0.000001"]))! }

    private mutating func currency() -> Currency? { dice.maybe { Currency($0.pick(["EUR", "USD", "JPY"]))! } }

    private mutating func deadline(_ id: String) -> Deadline {
        Deadline(id: Self.id(id), title: text(), due: wall(), remaining: dice.number(0...100_000))
    }

    mutating func goal(_ index: Int) -> Goal {
        let (person, child) = (dice.pick(people), dice.pick(people))
        let aim: Goal.Aim =
            switch index % 4 {
            case 0: .careShare(person: person, percent: 0.1...Double(dice.number(1...100)), weeks: dice.number(1...8))
            case 1: .together(min: dice.number(0...90_000))
            case 2: .oneOnOne(person: person, child: child, min: dice.number(0...90_000))
            default: .ownTime(person: person, min: dice.number(0...90_000))
            }
        return Goal(id: Self.id("goal-\(index)"), aim: aim)
    }
}
