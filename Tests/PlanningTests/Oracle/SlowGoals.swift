import Household
import ICalendar

extension SlowEvaluation {
    /// The goals that are missed in windows of whole weeks that overlap the days from `from`, up to and without `to`.
    func missedGoals(from: CivilDate, to: CivilDate) -> [SlowFinding] { missed(register.goals, from: from, to: to) }

    /// Those of any goals.
    func missed(_ goals: [Goal], from: CivilDate, to: CivilDate) -> [SlowFinding] {
        layOut(goals, from: from, to: to)
        return goals.flatMap { goal in
            windows(of: goal.aim.weeks, from: from, to: to)
                .filter { isMissed(goal.aim, in: $0) }
                .map { finding(of: goal, in: $0) }
        }
    }

    /// Every run of so many whole weeks of which some day is among those from `from`, up to and without `to`.
    func windows(of weeks: Int, from: CivilDate, to: CivilDate) -> [Range<CivilDate>] {
        let earliest = from.startOfWeek(register.settings.weekStart).adding(days: -7 * (weeks - 1))
        return stride(from: earliest.daysSinceEpoch, to: to.daysSinceEpoch, by: 7).map { day in
            CivilDate(daysSinceEpoch: day)..<CivilDate(daysSinceEpoch: day + 7 * weeks)
        }
    }

    /// All the weeks of all windows at once, instead of each for itself.
    private func layOut(_ goals: [Goal], from: CivilDate, to: CivilDate) {
        guard let weeks = goals.map(\.aim.weeks).max() else { return }
        let windows = windows(of: weeks, from: from, to: to)
        _ = world(with: windows[0].lowerBound, to: windows[windows.count - 1].upperBound)
    }

    private func isMissed(_ aim: Goal.Aim, in window: Range<CivilDate>) -> Bool {
        switch aim {
        case .careShare(let person, let percent, _): isOutside(percent, person, care(in: window))
        case .together(let least): ledger(of: window).together < least
        case .oneOnOne(let parent, let child, let least):
            ledger(of: window).oneOnOne[.init(parent: parent.rawValue, child: child.rawValue), default: 0] < least
        case .ownTime(let person, let least): ledger(of: window).ownTime[person.rawValue, default: 0] < least
        }
    }

    /// Whether a parent's share of what the parents have of the care is below or above the bounds; never where they
    /// have none: nothing is not less than a part of nothing.
    private func isOutside(_ percent: ClosedRange<Double>, _ person: ID<Person>, _ care: [String: Int]) -> Bool {
        let parents = register.parents.map { care[register.people[$0].id.rawValue, default: 0] }.reduce(0, +)
        // In whole numbers: a tenth of a per cent is a thousandth of what the parents have.
        let own = care[person.rawValue, default: 0] * 1_000
        return own < Self.tenths(percent.lowerBound) * parents || own > Self.tenths(percent.upperBound) * parents
    }

    /// The care of all weeks of a window, in seconds.
    func care(in window: Range<CivilDate>) -> [String: Int] {
        let starts = stride(from: window.lowerBound.daysSinceEpoch, to: window.upperBound.daysSinceEpoch, by: 7)
        let weeks = starts.map { CivilDate(daysSinceEpoch: $0)..<CivilDate(daysSinceEpoch: $0 + 7) }
        return weeks.map { ledger(of: $0).care }.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    private func ledger(of days: Range<CivilDate>) -> SlowLedger { ledger(from: days.lowerBound, to: days.upperBound) }

    /// The tenths of a per cent that the bound was written in; one with more decimals is none of the oracle's.
    private static func tenths(_ percent: Double) -> Int {
        let tenths = Int((percent * 10).rounded())
        precondition(Double(tenths) / 10 == percent, "the oracle knows tenths of a per cent, not \(percent)")
        return tenths
    }

    private func finding(of goal: Goal, in window: Range<CivilDate>) -> SlowFinding {
        SlowFinding(
            kind: "goal-missed",
            who: goal.aim.people.map(\.rawValue).joined(),
            severity: Severity.notice.rawValue,
            start: register.zone.midnight(window.lowerBound),
            end: register.zone.midnight(window.upperBound),
            subject: goal.id.rawValue
        )
    }
}

extension Goal.Aim {
    /// How many weeks are judged at once.
    var weeks: Int { if case .careShare(_, _, let weeks) = self { weeks } else { 1 } }

    fileprivate var people: [ID<Person>] {
        switch self {
        case .careShare(let person, _, _), .ownTime(let person, _): [person]
        case .oneOnOne(let parent, let child, _): [parent, child]
        case .together: []
        }
    }
}
