import Household
import ICalendar
import Notifications
import Storage

/// What people are to be told now, put into the outbox.
///
/// Looks at the state, not at what happened: the same moment again adds nothing, and what was missed is made up for where
/// it is still of use.
extension Planner {
    /// Puts in what is due, but for digests; gives the next moment at which something will be.
    func tell() throws -> Instant? {
        let now = clock()
        var telling = Telling()
        let reminders = household.reminders(at: now)
        try add(reminders.due.flatMap { $0.letters(in: household, at: now) }, to: &telling)
        let timers = try household.forgottenTimers(store.runningTimes(), at: now)
        try add(timers.due.flatMap { $0.letters(in: household, at: now) }, to: &telling)
        telling.withdrawn = try wrongReminders(besides: reminders.due.map(\.messageID) + timers.due.map(\.messageID))
        let conflicts = try tellConflicts(at: now, &telling)
        let changes = try tellChanges(at: now, &telling)
        let swaps = try tellSwaps(at: now, &telling)
        let feeds = try feedNews(at: now)
        try add(feeds.letters, to: &telling)
        if !telling.isEmpty { try store.tell(telling, at: now) }
        try keepTold(feeds.feeds)
        let next = [reminders.next, timers.next, conflicts, changes, swaps, feeds.next].compactMap(\.self).min()
        return telling.letters.isEmpty ? next : now
    }

    /// Today's overviews whose time has come and that are not in the outbox, and the moment at which the next comes.
    func owedDigests() throws -> (owed: [OwedDigest], next: Instant?) {
        let (owed, next) = household.digests(at: clock())
        return (try owed.filter { try !store.outboxHas(message: $0.messageID) }, next)
    }

    /// Puts letters in, unless their messages are there.
    func post(_ letters: [Letter]) throws {
        var telling = Telling()
        try add(letters, to: &telling)
        if !telling.isEmpty { try store.tell(telling, at: clock()) }
    }

    /// Until when a row must not be sent because of somebody's hours of silence; nil: it may be.
    ///
    /// What is written down in them may go out in them. Others wait: those that failed, or that the daemon did not get to.
    func silence(over row: OutboxRow, at now: Instant) -> Instant? {
        let message = row.letter.message
        let quiet = household.people[message.person]?.notify.quiet
        guard let end = quiet?.end(at: now, in: household.zone) else { return nil }
        switch message.kind {
        case .digest, .test: return nil
        // What would be too late after the silence comes in it.
        case .reminder, .swap: return row.letter.notAfter.map { $0 <= end } ?? false ? nil : end
        case .change: return end
        case .conflicts, .resolved, .escalation, .service: return message.severity == .critical ? nil : end
        }
    }

    func add(_ letters: [Letter], to telling: inout Telling) throws {
        telling.letters += try letters.filter { try !store.outboxHas(message: $0.message.id) }.map(OutboxLetter.init)
    }

    /// Reminders on their way of what is not so any more: moved, skipped, removed, stopped.
    private func wrongReminders(besides due: [String]) throws -> Set<Int> {
        let right = Set(due)
        let now = clock()
        let wrong = try store.pendingOutbox().compactMap(OutboxRow.init).filter { row in
            row.letter.message.kind == .reminder && !right.contains(row.letter.message.id)
                && row.letter.notAfter.map { $0 > now } ?? true
        }
        return Set(wrong.map(\.id))
    }
}
