import Household
import ICalendar

/// What the ledger says of one whole local week.
struct WeekBalance: Sendable {
    let interval: Interval
    let balance: Balance

    /// The week must be thought through.
    init(of interval: Interval, in plan: Plan) {
        self.interval = interval
        balance = Ledger(plan, over: interval).balance(over: interval)
    }
}
