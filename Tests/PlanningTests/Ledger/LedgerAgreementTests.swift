import Household
import ICalendar
import Planning
import Testing

/// The ledger by sweeps against the one that counts minute by minute.
@Suite("agreement with the independent ledger")
struct LedgerAgreementTests {
    @Test("random households give the same ledger, to the second", arguments: Seeds.first(500))
    func ledger(seed: Int) {
        let (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let zone = household.zone
        let range = Interval(zone.startOfDay(from), zone.startOfDay(to))

        let quick = Ledger(Plan(household, range: range, now: range.start)).balance
        let slow = SlowEvaluation(household).ledger(from: from, to: to)

        #expect(SlowLedger(quick) == slow, "seed \(seed)")
    }
}

extension SlowLedger {
    /// Who has nothing of a kind is not among them.
    fileprivate init(_ balance: Balance) {
        self.init()
        for (person, account) in balance.people {
            // A minute is shared by six at most: whole seconds.
            if account.care > .zero { care[person.rawValue] = Int(exactly: account.care.seconds) ?? -1 }
            if account.work > 0 { work[person.rawValue] = account.work }
            if account.admin > 0 { admin[person.rawValue] = account.admin }
            if account.own > 0 { ownTime[person.rawValue] = account.own }
        }
        together = balance.together
        for (pair, seconds) in balance.oneOnOne where seconds > 0 {
            oneOnOne[Pair(parent: pair.parent.rawValue, child: pair.child.rawValue)] = seconds
        }
    }
}
