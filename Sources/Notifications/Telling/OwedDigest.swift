public import Household
public import ICalendar

/// A day's overview that is to be sent to one person today.
public struct OwedDigest: Hashable, Sendable {
    public let person: Person
    /// The local day.
    public let date: CivilDate
    /// The end of the day: yesterday's overview is of no use.
    public let notAfter: Instant

    /// One for each person and day, however often the time comes.
    public var messageID: String { "digest-\(date)-\(person.id)" }

    /// The overview, to each of the person's channels that takes it.
    public func letters(_ message: Message, at now: Instant) -> [Letter] {
        person.notify.channels.filter(\.digest).map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: notAfter)
        }
    }
}

/// Says what a day's overview says.
public protocol DigestMaking: Sendable {
    /// The overview of a day for a person, as it is now, under the id given; nil: there is nothing to send.
    func digest(of person: Person, on date: CivilDate, id: String) async throws -> Message?
}

extension Household {
    /// Today's overviews whose time has come, sent or not, and the moment at which the next one's does.
    ///
    /// A time that the clocks leave out comes when they have jumped, one that they repeat comes once, at its first.
    public func digests(at now: Instant) -> (owed: [OwedDigest], next: Instant?) {
        let today = zone.wall(of: now).date
        var owed: [OwedDigest] = []
        var next: [Instant] = []
        for person in people.values where person.notify.channels.contains(where: \.digest) {
            guard let time = person.notify.digest else { continue }
            let due = zone.instant(of: CivilDateTime(today, time))
            let tomorrow = today.adding(days: 1)
            guard due <= now else {
                next.append(due)
                continue
            }
            owed.append(OwedDigest(person: person, date: today, notAfter: zone.startOfDay(tomorrow)))
            next.append(zone.instant(of: CivilDateTime(tomorrow, time)))
        }
        return (owed, next.min())
    }
}
