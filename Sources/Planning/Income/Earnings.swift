import Household
import ICalendar

/// What one stream brings for some work, exactly: nothing is rounded here.
struct Earnings {
    let stream: Stream
    /// Of money whose currency nothing says.
    let currency: Currency
    let work: StreamDays

    typealias Sums = [Currency: Fraction]

    /// What it brings on days of one month.
    ///
    /// - Parameter end: the first day on which nothing comes by time alone: a month's pay or revenue, a price that is due.
    func sums(on days: Range<CivilDate>, byTimeUntil end: CivilDate = .last) -> Sums {
        let living = days.clamped(to: .first..<(stream.archived ?? .last))
        var sums: Sums = [:]
        for (rate, from, days) in stretches(of: stream.rates.map(\.from), in: living) {
            let rate = stream.rates[rate]
            let value = bring(rate, since: from, on: days, byTimeUntil: end)
            if value != .zero { sums[rate.currency ?? usual, default: .zero] += value }
        }
        for (revenue, _, days) in stretches(of: stream.revenue.map(\.from), in: living) {
            let revenue = stream.revenue[revenue]
            let value = shareOfMonth(revenue.amount, days.clamped(to: .first..<end))
            if value != .zero { sums[revenue.currency ?? usual, default: .zero] += value }
        }
        return sums
    }

    /// The stream's own currency.
    var usual: Currency { stream.currency ?? currency }

    /// What an amount a month comes to on some days of one month.
    func shareOfMonth(_ amount: Amount, _ days: Range<CivilDate>) -> Fraction {
        guard !days.isEmpty else { return .zero }
        let (year, month, _) = days.lowerBound.components
        return amount.value * Fraction(Int128(days.count), Int128(CivilDate.daysInMonth(year: year, month: month)))
    }

    private func bring(
        _ rate: Rate,
        since from: CivilDate,
        on days: Range<CivilDate>,
        byTimeUntil end: CivilDate
    ) -> Fraction {
        switch rate.per {
        case .month: return shareOfMonth(rate.amount, days.clamped(to: .first..<end))
        case .hour, .day, .project: guard stream.billable else { return .zero }
        }
        switch rate.per {
        case .hour: return rate.amount.value * Fraction(Int128(work.seconds(in: days)), 3600)
        case .day: return rate.amount.value * Fraction(Int128(work.beginnings(in: days)))
        case .project: return rate.amount.value * progress(since: from, on: days, byTimeUntil: end)
        case .month: return .zero
        }
    }

    /// How much of the whole comes about on some days: by the hours that were to be worked, else when it is due.
    private func progress(since from: CivilDate, on days: Range<CivilDate>, byTimeUntil end: CivilDate) -> Fraction {
        guard let all = stream.budget.hours, all > 0 else {
            let due = stream.deadlines.map(\.due.date).max()
            return due.map { days.contains($0) && $0 < end } ?? false ? Fraction(1) : .zero
        }
        let before = min(work.seconds(in: from..<max(from, days.lowerBound)), all)
        let after = min(work.seconds(in: from..<max(from, days.upperBound)), all)
        return Fraction(Int128(after - before), Int128(all))
    }

    /// The parts of `days` on which each of several things holds that begin one after the other.
    private func stretches(
        of starts: [CivilDate?],
        in days: Range<CivilDate>
    ) -> [(index: Int, from: CivilDate, days: Range<CivilDate>)] {
        starts.indices.compactMap { index in
            let from = starts[index] ?? .first
            let next = index + 1 < starts.count ? starts[index + 1] ?? .first : .last
            guard from < next else { return nil }
            let own = days.clamped(to: from..<next)
            return own.isEmpty ? nil : (index, from, own)
        }
    }
}

extension Range<CivilDate> {
    var count: Int { upperBound.daysSinceEpoch - lowerBound.daysSinceEpoch }

    /// Its parts by months.
    var months: [Range<CivilDate>] {
        var parts: [Range<CivilDate>] = []
        var start = lowerBound
        while start < upperBound {
            let end = Swift.min(start.month(plus: 1), upperBound)
            // The last month there is has no next.
            guard start < end else { break }
            parts.append(start..<end)
            start = end
        }
        return parts
    }
}

extension CivilDate {
    /// The first day of the month it is in, or of one so many months later.
    func month(plus months: Int = 0) -> CivilDate {
        adding(days: 1 - day).adding(months: months)
    }
}
