import FamplanAPI
import Household
import ICalendar
import Planning

extension Reading {
    /// Where the time of a range goes.
    func balance(_ range: Interval) -> BalanceReport {
        let household = snapshot.household
        let wire = WireFormat(household: household)
        let balance = Ledger(Plan(household, range: range, now: snapshot.now)).balance
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
            names: wire.names
        )
    }

    /// To a hundredth of a minute.
    private func minutes(_ seconds: Double) -> Double { (seconds / 60 * 100).rounded() / 100 }
}
