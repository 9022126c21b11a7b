import FamplanAPI
import Household
import ICalendar
import Planning

/// What a command line could name, of what the household says.
extension Reading {
    /// How far ahead single occurrences are named.
    private static let daysAhead = 14

    var entryNames: [NameItem] {
        named(snapshot.household.entries.values.filter { !$0.isHidden(from: snapshot.viewer) }) {
            ($0.id.rawValue, $0.title)
        }
    }

    /// In order of start; by the day alone where that is enough.
    var occurrenceNames: [NameItem] {
        let household = snapshot.household
        let zone = household.zone
        let range = Interval(
            zone.startOfDay(snapshot.today),
            zone.startOfDay(snapshot.today.adding(days: Self.daysAhead))
        )
        let schedule = snapshot.schedule(over: range)
        let occurrences = schedule.occurrences.filter { $0.interval.overlaps(range) }.compactMap { occurrence in
            household.entries[schedule.entry(of: occurrence).id].flatMap { entry in
                entry.isHidden(from: snapshot.viewer)
                    ? nil
                    : NamedOccurrence(
                        entry,
                        schedule.entry(of: occurrence).title,
                        at: household.zone(of: entry).wall(of: occurrence.of)
                    )
            }
        }
        let days = Dictionary(grouping: occurrences, by: \.day)
        return occurrences.map { NameItem(name: days[$0.day]?.count == 1 ? $0.day : $0.start, words: $0.title) }
    }

    var personNames: [NameItem] { named(snapshot.household.people.values) { ($0.id.rawValue, $0.name) } }

    var childNames: [NameItem] {
        named(snapshot.household.people.values.filter { $0.role == .child }) { ($0.id.rawValue, $0.name) }
    }

    var placeNames: [NameItem] {
        named([Place.home] + snapshot.household.places.values) { ($0.id.rawValue, $0.name) }
    }

    var resourceNames: [NameItem] { named(snapshot.household.resources.values) { ($0.id.rawValue, $0.name) } }

    /// Those that are not archived first.
    var streamNames: [NameItem] {
        let (past, present) = snapshot.household.streams.values.reduce(into: ([Stream](), [Stream]())) {
            lists,
            stream in
            if stream.isArchived(on: snapshot.today) { lists.0.append(stream) } else { lists.1.append(stream) }
        }
        return named(present + past) { ($0.id.rawValue, $0.name) }
    }

    var clientNames: [NameItem] {
        var clients: [String] = []
        for client in snapshot.household.streams.values.compactMap(\.client) where !clients.contains(client) {
            clients.append(client)
        }
        return named(clients) { ($0, "") }
    }

    var goalNames: [NameItem] {
        let words = AimWords(household: snapshot.household)
        return named(snapshot.household.goals.values) { ($0.id.rawValue, words.words($0.aim)) }
    }

    private func named<Thing>(_ things: some Sequence<Thing>, _ words: (Thing) -> (String, String)) -> [NameItem] {
        things.map { thing in
            let (name, words) = words(thing)
            return NameItem(name: name, words: words == name ? "" : words)
        }
    }
}

/// An occurrence as a command names it.
private struct NamedOccurrence {
    /// `noah-school@2026-11-25`.
    let day: String
    /// `noah-school@2026-11-25T08:15`.
    let start: String
    let title: String

    init(_ entry: Entry, _ title: String, at start: CivilDateTime) {
        self.title = title
        day = "\(entry.id)@\(start.date)"
        self.start = entry.time.isAllDay ? day : "\(entry.id)@\(start)"
    }
}
