public import Household
public import ICalendar

/// What streams bring, planned and actual, from which the income of any days is read.
///
/// Values in, values out: there is no clock here.
public struct IncomeLedger: Sendable {
    public let exchange: ExchangeTable
    let now: Instant
    let today: CivilDate
    /// Whose streams there may be, in the household's order.
    let owners: [ID<Person>]
    private let zone: Zone
    private let planned: [ID<Stream>: [WorkedTime]]
    private let logged: [ID<Stream>: [WorkedTime]]
    private(set) var accounts: [StreamAccount]

    /// - Parameters:
    ///   - planned: at least that of the days that will be asked for, as ``Household/plannedWork(on:)`` gives it.
    ///   - logged: likewise, of whole months; of streams with a budget all there is. What is still going on ends now.
    public init(_ household: Household, planned: [WorkedTime], logged: [WorkedTime], now: Instant) {
        self.now = now
        exchange = ExchangeTable(household.settings)
        zone = household.zone
        today = household.zone.wall(of: now).date
        owners = Array(household.people.keys)
        self.planned = Dictionary(grouping: planned, by: \.stream)
        self.logged = Dictionary(grouping: logged, by: \.stream)
        accounts = []
        accounts = household.streams.values.map { account(of: $0) { _ in true } }
    }

    /// The ledger as it would be if some occurrences came to nothing.
    func without(_ occurrences: Set<OccurrenceID>) -> IncomeLedger {
        var other = self
        other.accounts = accounts.map { known in
            let own = planned[known.stream.id] ?? []
            guard own.contains(where: { $0.occurrence.map(occurrences.contains) ?? false }) else { return known }
            return account(of: known.stream) { !($0.occurrence.map(occurrences.contains) ?? false) }
        }
        return other
    }

    /// The planned work that is still to come.
    func ahead(on stream: ID<Stream>) -> [WorkedTime] {
        (planned[stream] ?? []).compactMap { $0.rest(after: now) }
    }

    private func account(of stream: Stream, where counts: (WorkedTime) -> Bool) -> StreamAccount {
        let plan = (planned[stream.id] ?? []).filter(counts)
        let log = logged[stream.id] ?? []
        var months = MonthCursor(zone)
        var loggedMonths: Set<CivilDate> = []
        for piece in log { loggedMonths.insert(months.month(of: piece.interval.start)) }
        let rest = plan.compactMap { piece -> WorkedTime? in
            loggedMonths.contains(months.month(of: piece.interval.start)) ? piece.rest(after: now) : piece
        }
        let work = IncomeSides(planned: plan, actual: log, expected: log + rest)
        return StreamAccount(
            stream: stream,
            currency: exchange.currency,
            today: today,
            loggedMonths: loggedMonths,
            work: work.map { StreamDays($0, in: zone) }
        )
    }
}

/// The months of moments, most of which are in that of the one before.
private struct MonthCursor {
    private let zone: Zone
    private var month = CivilDate.first
    private var interval = Interval(Instant(secondsSinceEpoch: 0), Instant(secondsSinceEpoch: 0))

    init(_ zone: Zone) { self.zone = zone }

    /// The first day of the month.
    mutating func month(of instant: Instant) -> CivilDate {
        if !interval.contains(instant) {
            month = zone.wall(of: instant).date.month()
            interval = Interval(zone.startOfDay(month), zone.startOfDay(month.month(plus: 1)))
        }
        return month
    }
}
