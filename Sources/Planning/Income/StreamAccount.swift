import Household
import ICalendar

/// What one stream brings, planned, actual and expected.
struct StreamAccount: Sendable {
    let stream: Stream
    /// The household's.
    let currency: Currency
    let today: CivilDate
    /// The first days of the months in which something was logged.
    let loggedMonths: Set<CivilDate>
    let work: IncomeSides<StreamDays>

    /// Without admin, which is the owner's.
    func figures(on days: Range<CivilDate>) -> IncomeSides<IncomeFigures> {
        IncomeSides(
            planned: figures(on: days, work.planned, byTimeUntil: .last),
            actual: figures(on: days, work.actual, byTimeUntil: today),
            expected: figures(on: days, work.expected, byTimeUntil: .last)
        )
    }

    /// What is wanted of it on some days, rounded once for each month.
    func target(on days: Range<CivilDate>) -> MoneySum {
        guard let target = stream.target else { return MoneySum() }
        let earnings = Earnings(stream: stream, currency: currency, work: work.planned)
        let living = days.clamped(to: .first..<(stream.archived ?? .last))
        return MoneySum(
            living.months.map { Money(rounding: earnings.shareOfMonth(target, $0), currency: earnings.usual) }
        )
    }

    /// The months of `days`, up to now, in which the plan stands for what nobody logged.
    func monthsByPlan(on days: Range<CivilDate>) -> [CivilDate] {
        days.months.filter { month in
            month.lowerBound <= today && !loggedMonths.contains(month.lowerBound.month())
                && work.planned.seconds(in: month) > 0
        }.map { $0.lowerBound.month() }
    }

    /// A line is one month in one currency: what is rounded, once.
    func lines(_ work: StreamDays, on days: Range<CivilDate>, byTimeUntil end: CivilDate) -> [Money] {
        let earnings = Earnings(stream: stream, currency: currency, work: work)
        return days.months.flatMap { month in
            earnings.sums(on: month, byTimeUntil: end).map { Money(rounding: $1, currency: $0) }
        }
    }

    private func figures(
        on days: Range<CivilDate>,
        _ work: StreamDays,
        byTimeUntil end: CivilDate
    ) -> IncomeFigures {
        var figures = IncomeFigures()
        let seconds = work.seconds(in: days)
        switch (stream.kind, stream.billable) {
        case (.admin, _): figures.admin = Fraction(Int128(seconds))
        case (_, true): figures.billable = seconds
        case (_, false): figures.unbillable = seconds
        }
        figures.money = MoneySum(lines(work, on: days, byTimeUntil: end))
        return figures
    }
}
