import Household
import ICalendar

extension StreamAccount {
    /// What was worked and earned up to now; nil where there is no budget to hold it against.
    var used: (hours: Int, money: MoneySum)? {
        guard stream.budget != Budget() else { return nil }
        let days = life..<max(life, today.adding(days: 1))
        return (work.actual.seconds(in: days), MoneySum(lines(work.actual, on: days, byTimeUntil: today)))
    }

    /// The first day of which something is known: of work, of a rate, of revenue.
    private var life: CivilDate {
        let known = [work.actual.first] + stream.rates.map(\.from) + stream.revenue.map(\.from)
        return known.compactMap(\.self).min() ?? today
    }
}
