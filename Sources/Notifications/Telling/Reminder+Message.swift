public import Household
public import ICalendar
import Planning

/// How a reminder is said, and to where.
extension Reminder {
    /// One for each of the person's channels that takes reminders.
    public func letters(in household: Household, at now: Instant) -> [Letter] {
        let message = message(in: household, at: now)
        return person.notify.channels.filter(\.reminders).map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: start)
        }
    }

    private func message(in household: Household, at now: Instant) -> Message {
        let when = when(in: household, at: now)
        let place = entry.place.flatMap(household.place).map { "Where: \($0.name)\n" } ?? ""
        return Message(
            id: messageID,
            kind: .reminder,
            severity: .notice,
            person: person.id,
            title: "\(entry.title): \(when)",
            text: "“\(entry.title)” begins \(when).\n\(place)",
            short: "\(household.discreet(entry)): \(when)",
            createdAt: now
        )
    }

    /// `at 15:00`, `on Tue 24 Nov`, `on Tue 24 Nov at 15:00`.
    private func when(in household: Household, at now: Instant) -> String {
        let dates = DateLanguage(person.notify.language)
        let wall = household.zone.wall(of: start)
        let isToday = household.zone.wall(of: now).date == wall.date
        if entry.time.isAllDay { return "on \(dates.day(wall.date))" }
        return isToday ? "at \(dates.time(wall.time))" : "on \(dates.day(wall.date)) at \(dates.time(wall.time))"
    }
}

extension Household {
    /// The entry's title, or its kind where it is private or the title names a child.
    func discreet(_ entry: Entry) -> String {
        if entry.isPrivate { return entry.kind.rawValue }
        let title = entry.title.lowercased()
        let children = people.values.filter { $0.role == .child }
        let names = children.flatMap { [$0.name.lowercased(), $0.id.rawValue] }
        return names.contains { title.contains($0) } ? entry.kind.rawValue : entry.title
    }
}
