public import Household
public import ICalendar
import Planning

/// A timer that still runs though what it was started for is long over.
public struct ForgottenTimer: Hashable, Sendable {
    public let time: LoggedTime
    /// Who is asked: the one whose time it is, of a carer's the parents.
    public let person: Person
    /// When what was planned ended; nil where nothing was.
    public let plannedEnd: Instant?
    /// When it is asked about.
    public let due: Instant

    /// A timer is asked about once, wherever the plan moves meanwhile.
    public var messageID: String { "timer-\(time.id)-\(time.start.secondsSinceEpoch)-\(person.id)" }
}

extension Household {
    /// How long after its planned end a timer is asked about, in seconds.
    private static let patience = 3_600
    /// How long after its start, where nothing was planned.
    private static let longest = 10 * 3_600

    /// The timers that are to be asked about, told or not; and the next moment at which one is.
    ///
    /// - Parameter running: all that run.
    public func forgottenTimers(_ running: [LoggedTime], at now: Instant) -> (due: [ForgottenTimer], next: Instant?) {
        let all = running.flatMap(forgotten)
        return (all.filter { $0.due <= now }, all.map(\.due).filter { $0 > now }.min())
    }

    private func forgotten(_ time: LoggedTime) -> [ForgottenTimer] {
        let end = plannedEnd(of: time)
        let due = end?.adding(seconds: Self.patience) ?? time.start.adding(seconds: Self.longest)
        return asked(about: time).map { ForgottenTimer(time: time, person: $0, plannedEnd: end, due: due) }
    }

    /// When its occurrence ends as the plan has it now; nil where that is gone, or was over before the timer began.
    private func plannedEnd(of time: LoggedTime) -> Instant? {
        guard let id = time.occurrence, let entry = entries[id.entry] else { return nil }
        let occurrence = occurrence(of: entry, at: zone(of: entry).wall(of: id.of))
        return occurrence.flatMap { $0.interval.end > time.start ? $0.interval.end : nil }
    }

    private func asked(about time: LoggedTime) -> [Person] {
        guard let person = people[time.person] else { return [] }
        let asked = person.role == .carer ? people.values.filter { $0.role == .parent } : [person]
        return asked.filter { $0.notify.channels.contains(where: \.reminders) }
    }
}

/// How it is asked, and where.
extension ForgottenTimer {
    /// One for each of the person's channels that takes reminders.
    public func letters(in household: Household, at now: Instant) -> [Letter] {
        let message = message(in: household, at: now)
        return person.notify.channels.filter(\.reminders).map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: nil)
        }
    }

    private func message(in household: Household, at now: Instant) -> Message {
        let started = moment(time.start, in: household)
        let whose = time.person == person.id ? "" : "--who \(time.person) "
        let planned = plannedEnd.map { end in
            "It was planned until \(moment(end, in: household)). To end it there:\n"
                + "  famplan stop \(whose)--at \(wall(end, in: household))\n"
        }
        let text = """
            \(what(in: household)) is being logged since \(started), and has not been stopped.
            \(planned ?? "To end it at another time:\n  famplan stop \(whose)--at HH:MM\n")\
            To end it now:
              famplan stop \(whose)
            If it is still going on, there is nothing to do.

            """
        return Message(
            id: messageID,
            kind: .reminder,
            severity: .notice,
            person: person.id,
            title: "Still at it? Since \(started)",
            text: text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                String(line.reversed().drop(while: \.isWhitespace).reversed())
            }.joined(separator: "\n"),
            short: "Still at it? Being logged since \(started): famplan stop",
            createdAt: now
        )
    }

    private func what(in household: Household) -> String {
        switch time.activity {
        case .work(let stream): "Work on \(household.streams[stream]?.name ?? stream.rawValue)"
        case .care(let children):
            "Care for \(children.map { household.people[$0]?.name ?? $0.rawValue }.joined(separator: ", "))"
        }
    }

    /// `Tue 24 Nov at 12:00`.
    private func moment(_ instant: Instant, in household: Household) -> String {
        let dates = DateLanguage(person.notify.language)
        let wall = household.zone.wall(of: instant)
        return "\(dates.day(wall.date)) at \(dates.time(wall.time))"
    }

    /// As commands take it: `2026-11-24T12:00`.
    private func wall(_ instant: Instant, in household: Household) -> String {
        "\(household.zone.wall(of: instant))"
    }
}
