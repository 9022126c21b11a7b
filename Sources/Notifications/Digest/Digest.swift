public import Household
public import ICalendar
public import Planning

/// One person's overview of one day: what is new and open, who has the children, what comes next.
///
/// Values in, a message out: no clock, no input or output; the same values give the same bytes.
public struct Digest: Sendable {
    let person: ID<Person>
    let date: CivilDate
    let plan: Plan
    let conflicts: DigestConflicts
    let now: Instant
    let isBalanceDay: Bool
    let version: String
    let words: DigestWords
    let swaps: DigestSwaps
    let today: DigestDay
    let tomorrow: DigestDay
    /// The calendars that the household follows, for the last lines.
    public var feeds: [FeedStanding] = []

    /// - Parameters:
    ///   - person: a parent of the plan's household.
    ///   - date: the local day that it is about.
    ///   - plan: judges at least that day and seven more.
    ///   - conflicts: what is found in the plan, with ids; those that are resolved are not looked at.
    ///   - swaps: those that can be answered.
    ///   - now: what was found less than a day before is new.
    ///   - isBalanceDay: whether the week's balance is told, too.
    ///   - version: famplan's, for the last line.
    public init(
        for person: ID<Person>,
        on date: CivilDate,
        plan: Plan,
        conflicts: [KnownConflict],
        swaps: [Swap] = [],
        now: Instant,
        isBalanceDay: Bool,
        version: String
    ) {
        let household = plan.schedule.household
        self.person = person
        self.date = date
        self.plan = plan
        self.now = now
        self.isBalanceDay = isBalanceDay
        self.version = version
        words = DigestWords(plan, DateLanguage(household.people[person]?.notify.language))
        self.conflicts = DigestConflicts(conflicts, for: person, on: date, in: household, now: now)
        self.swaps = DigestSwaps(swaps, for: person, in: household)
        let gaps = conflicts.filter { $0.conflict.kind == .coverageGap && $0.status != .resolved }
        today = DigestDay(date, in: plan, gaps: gaps)
        tomorrow = DigestDay(date.adding(days: 1), in: plan, gaps: gaps)
    }

    /// As a mail has it, and in short.
    public var message: Message {
        let headline = DigestHeadline(self)
        return Message(
            id: "digest-\(person)-\(date)",
            kind: .digest,
            severity: conflicts.open.map(\.conflict.severity).max() ?? .notice,
            person: person,
            title: headline.subject,
            text: DigestText(self).text,
            html: DigestPage(self).html,
            short: headline.short,
            createdAt: now,
            actions: .accepting(conflicts.told, at: now, in: household.zone, words.dates)
        )
    }

    /// Whether there is nothing to tell but that there is nothing: no conflict is open and nothing is on.
    var isEmpty: Bool { conflicts.open.isEmpty && today.isEmpty }

    var household: Household { plan.schedule.household }

    /// What the person has to be somewhere for, or ready for, first on the day after.
    var firstCommitment: DayItem? { tomorrow.items(of: person).first(where: \.isHard) }

    /// The person's own deadlines, the next first.
    var deadlines: [DeadlineStanding] {
        DeadlineReport(plan).standings.filter { $0.stream.owner == person }
            .sorted { ($0.interval.end, $0.deadline.id) < ($1.interval.end, $1.deadline.id) }
    }

    /// The balance of the day's week, where it is told.
    var balance: DigestBalance? { isBalanceDay ? DigestBalance(plan, on: date) : nil }
}
