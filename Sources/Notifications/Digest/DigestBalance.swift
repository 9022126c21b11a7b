import Household
import ICalendar
import Planning

/// Where a week's time goes and how the goals stand, in the household's order: nobody is ahead of anybody.
struct DigestBalance {
    /// From midnight to midnight.
    let week: Interval
    /// Each parent, and what they have: `care 30h 15m`, `work 24h`, …
    let parents: [(name: String, parts: [String])]
    /// What belongs to more than one.
    let shared: [String]
    /// Each goal in a sentence, and whether it is met.
    let goals: [(sentence: String, isMet: Bool)]

    init(_ plan: Plan, on date: CivilDate) {
        let household = plan.schedule.household
        let words = DigestWords(plan)
        let monday = date.startOfWeek(household.settings.weekStart)
        let week = Interval(household.zone.startOfDay(monday), household.zone.startOfDay(monday.adding(days: 7)))
        let balance = Ledger(plan).balance(over: week)
        self.week = week
        parents = household.people.values.filter { $0.role == .parent }.compactMap { parent in
            balance.people[parent.id].map { (parent.name, Self.parts($0, words)) }
        }
        shared =
            ["All together \(words.length(balance.together))"]
            + balance.oneOnOne.map { pair, seconds in
                "\(words.name(pair.parent)) with \(words.name(pair.child)) \(words.length(seconds))"
            }
        goals = GoalReport(plan).standings.filter { $0.window.end == week.end }.map { ($0.message, $0.isMet) }
    }

    private static func parts(_ account: Balance.Account, _ words: DigestWords) -> [String] {
        [
            "care \(words.length(Int(account.care.seconds)))", "work \(words.length(account.work))",
            "admin \(words.length(account.admin))", "own time \(words.length(account.own))",
        ]
    }
}
