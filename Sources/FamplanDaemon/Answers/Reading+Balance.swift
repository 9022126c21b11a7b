import FamplanAPI
import Household
import ICalendar
import Planning

extension Reading {
    /// Where the time of a range goes, as planned and as logged, and how the goals stand.
    ///
    /// - Parameters:
    ///   - logged: all that shares some time with the range.
    ///   - weeks: the whole weeks that are told one by one, too.
    func balance(_ range: Interval, logged: [LoggedTime] = [], weeks: [Interval] = []) -> BalanceReport {
        let household = snapshot.household
        let wire = WireFormat(household: household)
        let plan = snapshot.plan(over: range)
        let parts = BalanceParts(ledger: Ledger(plan), household: household, now: snapshot.now, logged: logged)
        let (balance, actual) = parts.balance(over: range)
        return BalanceReport(
            from: wire.time(range.start),
            to: wire.time(range.end),
            actualTo: actual.map { wire.time($0.span.end) },
            people: parts.people(balance, actual),
            togetherMinutes: minutes(Double(balance.together)),
            oneOnOne: balance.oneOnOne.map { pair, seconds in
                OneOnOne(
                    person: pair.parent.rawValue,
                    child: pair.child.rawValue,
                    minutes: minutes(Double(seconds))
                )
            },
            goals: GoalReport(plan).standings.map { goal($0, wire) },
            weeks: weeks.isEmpty ? nil : weeks.map { parts.week($0, wire) },
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
