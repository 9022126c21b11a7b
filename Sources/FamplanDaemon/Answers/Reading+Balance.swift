import FamplanAPI
import Household
import ICalendar
import Planning

extension Reading {
    /// Where the time of a range goes, and how the goals stand.
    func balance(_ range: Interval) -> BalanceReport {
        let household = snapshot.household
        let wire = WireFormat(household: household)
        let plan = snapshot.plan(over: range)
        let balance = Ledger(plan).balance
        return BalanceReport(
            from: wire.time(range.start),
            to: wire.time(range.end),
            people: balance.people.map { person, account in
                PersonBalance(
                    person: person.rawValue,
                    careMinutes: minutes(account.care.seconds),
                    workMinutes: minutes(Double(account.work)),
                    adminMinutes: minutes(Double(account.admin)),
                    ownMinutes: minutes(Double(account.own))
                )
            },
            togetherMinutes: minutes(Double(balance.together)),
            oneOnOne: balance.oneOnOne.map { pair, seconds in
                OneOnOne(
                    person: pair.parent.rawValue,
                    child: pair.child.rawValue,
                    minutes: minutes(Double(seconds))
                )
            },
            goals: GoalReport(plan).standings.map { goal($0, wire) },
            names: wire.names
        )
    }

    private func goal(_ standing: GoalStanding, _ wire: WireFormat) -> GoalBalance {
        let wish = Wish(standing.goal.aim)
        let value =
            switch standing.amount {
            case .seconds(let seconds): minutes(Double(seconds))
            case .perMille(let tenths): Double(tenths) / 10
            }
        return GoalBalance(
            goal: standing.goal.id.rawValue,
            kind: wish.kind,
            people: wish.people.map(\.rawValue),
            from: wire.time(standing.window.start),
            to: wire.time(standing.window.end),
            weeks: wish.weeks,
            value: value,
            min: wish.least,
            max: wish.most,
            met: standing.isMet,
            message: standing.message
        )
    }

    /// To a hundredth of a minute.
    private func minutes(_ seconds: Double) -> Double { (seconds / 60 * 100).rounded() / 100 }
}

/// What a goal asks for, as the wire has it: minutes or per cent.
private struct Wish {
    let kind: String
    let people: [ID<Person>]
    let least: Double
    var most: Double?
    var weeks = 1

    init(_ aim: Goal.Aim) {
        switch aim {
        case .careShare(let person, let percent, let weeks):
            (kind, people, least) = ("care-share", [person], percent.lowerBound)
            (most, self.weeks) = (percent.upperBound, weeks)
        case .together(let min): (kind, people, least) = ("together", [], Double(min) / 60)
        case .oneOnOne(let person, let child, let min):
            (kind, people, least) = ("one-on-one", [person, child], Double(min) / 60)
        case .ownTime(let person, let min): (kind, people, least) = ("own-time", [person], Double(min) / 60)
        }
    }
}
