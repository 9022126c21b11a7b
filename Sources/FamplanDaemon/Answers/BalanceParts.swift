import FamplanAPI
import Household
import ICalendar
import Planning

/// The parts of a balance: each adult's time in an interval, as planned and as logged.
struct BalanceParts {
    let ledger: Ledger
    let household: Household
    let now: Instant
    /// All that shares some time with what is asked for.
    let logged: [LoggedTime]

    func balance(over interval: Interval) -> (planned: Balance, actual: ActualLedger?) {
        (
            ledger.balance(over: interval),
            ActualLedger(ledger, of: household, logged: logged, over: interval, now: now)
        )
    }

    func people(_ balance: Balance, _ actual: ActualLedger?) -> [PersonBalance] {
        balance.people.map { person, account in
            PersonBalance(
                person: person.rawValue,
                careMinutes: minutes(account.care.seconds),
                workMinutes: minutes(Double(account.work)),
                adminMinutes: minutes(Double(account.admin)),
                ownMinutes: minutes(Double(account.own)),
                weightedMinutes: weighted(
                    care: account.care.seconds,
                    work: account.work,
                    admin: account.admin,
                    own: account.own
                ),
                actual: actual.flatMap { self.actual(of: person, $0) }
            )
        }
    }

    func week(_ week: Interval, _ wire: WireFormat) -> BalanceWeek {
        let (balance, actual) = balance(over: week)
        return BalanceWeek(
            from: wire.time(week.start),
            to: wire.time(week.end),
            actualTo: actual.map { wire.time($0.span.end) },
            people: people(balance, actual)
        )
    }

    private func actual(of person: ID<Person>, _ ledger: ActualLedger) -> ActualBalance? {
        guard let account = ledger.people[person] else { return nil }
        let planned = ledger.planned.people[person] ?? Balance.Account()
        return ActualBalance(
            careMinutes: account.care.map { minutes($0.seconds) },
            careAsPlannedMinutes: account.care.map { _ in minutes(account.careAsPlanned.seconds) },
            workMinutes: account.work.map { minutes(Double($0)) },
            adminMinutes: account.admin.map { minutes(Double($0)) },
            weightedMinutes: weighted(
                care: account.care?.seconds ?? planned.care.seconds,
                work: account.work ?? planned.work,
                admin: account.admin ?? planned.admin,
                own: planned.own
            ),
            planned: PlannedBalance(
                careMinutes: minutes(planned.care.seconds),
                workMinutes: minutes(Double(planned.work)),
                adminMinutes: minutes(Double(planned.admin)),
                weightedMinutes: weighted(
                    care: planned.care.seconds,
                    work: planned.work,
                    admin: planned.admin,
                    own: planned.own
                )
            )
        )
    }

    /// Of seconds; nil where the family weighs nothing.
    private func weighted(care: Double, work: Int, admin: Int, own: Int) -> Double? {
        guard let weights = household.settings.weights else { return nil }
        let rest = work * weights.work + admin * weights.admin + own * weights.own
        return minutes((care * Double(weights.care) + Double(rest)) / 100)
    }

    /// To a hundredth of a minute.
    private func minutes(_ seconds: Double) -> Double { (seconds / 60 * 100).rounded() / 100 }
}
