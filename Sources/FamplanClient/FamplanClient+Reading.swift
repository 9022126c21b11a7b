public import FamplanAPI

extension FamplanClient {
    /// How the daemon is.
    public func status() async throws -> Answer<Status> {
        try await get(.status)
    }

    /// What is on in `[from, to)`, for one person or all.
    public func agenda(from: String? = nil, to: String? = nil, who: String? = nil) async throws -> Answer<Agenda> {
        try await get(.agenda, ("from", from), ("to", to), ("who", who))
    }

    /// The local week that `date` lies in.
    ///
    /// - Parameter logged: with what was really done.
    public func week(date: String? = nil, logged: Bool = false) async throws -> Answer<Week> {
        try await get(.week, ("date", date), ("logged", logged ? "true" : nil))
    }

    /// One day, today where none is given, for one person or all.
    public func day(date: String? = nil, who: String? = nil) async throws -> Answer<Week> {
        try await get(.day, ("date", date), ("who", who))
    }

    /// One month, this one where none is given.
    public func month(_ month: String? = nil) async throws -> Answer<Month> {
        try await get(.month, ("month", month))
    }

    /// Who is where and who has the children, this minute.
    public func now() async throws -> Answer<Now> {
        try await get(.now)
    }

    /// What is wrong in `[from, to)`; with what was and is resolved; of all that only what was seen first since a day.
    public func conflicts(
        from: String? = nil,
        to: String? = nil,
        kind: String? = nil,
        who: String? = nil,
        severity: String? = nil,
        since: String? = nil,
        resolved: Bool = false
    ) async throws -> Answer<Conflicts> {
        try await get(
            .conflicts,
            ("from", from),
            ("to", to),
            ("kind", kind),
            ("who", who),
            ("severity", severity),
            ("since", since),
            ("resolved", resolved ? "true" : nil)
        )
    }

    /// Ways out of a conflict.
    public func suggestions(for conflict: String) async throws -> Answer<Suggestions> {
        try await get(.suggestions, ("conflict", conflict))
    }

    /// What one parent asked the other to take over, the latest first; only what is open unless all are wanted.
    public func swaps(all: Bool = false, limit: Int? = nil) async throws -> Answer<SwapList> {
        try await get(.swaps, ("all", all ? "true" : nil), ("limit", limit.map(String.init)))
    }

    /// One of them, and what it would do as things are now.
    public func swap(_ id: Int) async throws -> Answer<SwapReport> {
        try await get(.swap, ("swap", String(id)))
    }

    /// Who has each child in `[from, to)`.
    public func coverage(
        from: String? = nil,
        to: String? = nil,
        child: String? = nil
    ) async throws -> Answer<CoverageReport> {
        try await get(.coverage, ("from", from), ("to", to), ("child", child))
    }

    /// Where the time of `[from, to)` goes, or that of so many weeks.
    public func balance(
        from: String? = nil,
        to: String? = nil,
        weeks: Int? = nil
    ) async throws -> Answer<BalanceReport> {
        try await get(.balance, ("from", from), ("to", to), ("weeks", weeks.map(String.init)))
    }

    /// One parent's daily digest, as it would be sent; for the one who asks, on today, where nothing is said.
    public func digest(
        for person: String? = nil,
        date: String? = nil,
        balance: Bool = false
    ) async throws -> Answer<DigestReport> {
        try await get(.digest, ("for", person), ("date", date), ("balance", balance ? "true" : nil))
    }

    /// What a repetition gives: an RRULE value, a wall time and a zone; none at or after `until`.
    public func dates(
        rule: String,
        start: String,
        zone: String,
        until: String? = nil,
        limit: Int? = nil
    ) async throws -> Answer<Dates> {
        try await get(
            .dates,
            ("rule", rule),
            ("start", start),
            ("zone", zone),
            ("until", until),
            ("limit", limit.map(String.init))
        )
    }

    /// Who changed what, newest first; of one thing where `thing` is an id.
    public func history(limit: Int? = nil, thing: String? = nil) async throws -> Answer<History> {
        try await get(.history, ("limit", limit.map(String.init)), ("thing", thing))
    }

    /// The calendars that are followed.
    public func feeds() async throws -> Answer<FeedList> {
        try await get(.feeds)
    }

    /// What is on its way to people, the newest first.
    public func outbox(limit: Int? = nil) async throws -> Answer<OutboxList> {
        try await get(.outbox, ("limit", limit.map(String.init)))
    }

    /// The household file, written from what the daemon knows.
    public func householdText() async throws -> Answer<HouseholdText> {
        try await get(.household)
    }
}
