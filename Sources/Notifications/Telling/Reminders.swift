public import Household
public import ICalendar
import Planning

/// That something begins soon, for one of its people.
public struct Reminder: Hashable, Sendable {
    /// The entry as it is on this occurrence.
    public let entry: Entry
    public let occurrence: OccurrenceID
    public let start: Instant
    public let person: Person
    /// When it is told.
    public let due: Instant

    /// Another start is another reminder.
    public var messageID: String {
        "reminder-\(occurrence.entry)-\(occurrence.of.secondsSinceEpoch)-\(start.secondsSinceEpoch)-\(person.id)"
    }
}

extension Household {
    /// The reminders whose time has come and whose occurrence has not begun, told or not; and the next moment at which
    /// one's time comes, or at which it is to be asked again.
    ///
    /// Worked out from the plan as it is: what was moved, skipped or removed is not among them.
    public func reminders(at now: Instant) -> (due: [Reminder], next: Instant?) {
        let all = reminders(in: Interval(now, now.adding(seconds: Self.lookingAhead)))
        let due = all.filter { $0.due <= now && now < $0.start }
        let next = all.map(\.due).filter { $0 > now }.min()
        guard entries.values.contains(where: { $0.remind != nil }), !listeners.isEmpty else { return (due, next) }
        // What comes into view by then is not due before.
        return (due, min(next ?? .distant, now.adding(seconds: Self.lookingAhead)))
    }

    private static let lookingAhead = 86_400

    private var listeners: [Person] {
        people.values.filter { $0.isAdult && $0.notify.channels.contains(where: \.reminders) }
    }

    /// Every reminder of what begins within the interval, or so much later that it is told in it.
    private func reminders(in interval: Interval) -> [Reminder] {
        let listeners = listeners
        guard !listeners.isEmpty else { return [] }
        let reminding = entries.values.filter { $0.remind != nil }
        return Dictionary(grouping: reminding) { $0.remind ?? 0 }.flatMap { before, entries in
            var few = self
            few.entries = OrderedDictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
            let window = Interval(interval.start, interval.end.adding(seconds: before))
            let schedule = Schedule(few, over: window)
            return schedule.occurrences.filter { $0.start > interval.start }.flatMap { occurrence in
                let entry = schedule.entry(of: occurrence)
                return listeners.filter { entry.people.contains($0.id) }.map {
                    reminder(of: entry, schedule.id(of: occurrence), at: occurrence.start, for: $0)
                }
            }
        }
    }

    private func reminder(of entry: Entry, _ id: OccurrenceID, at start: Instant, for person: Person) -> Reminder {
        let asked = start.adding(seconds: -(entry.remind ?? 0))
        // Whoever would be woken by it after the start is woken before.
        let silence = person.notify.quiet?.end(at: asked, in: zone)
        let due = silence.map { $0 < start ? $0 : asked } ?? asked
        return Reminder(entry: entry, occurrence: id, start: start, person: person, due: due)
    }
}

extension Instant {
    fileprivate static let distant = Instant(secondsSinceEpoch: .max)
}
