import Household
import ICalendar
import Storage

/// What came from elsewhere under one UID, as it was received, beside what its text says.
struct KeptObject {
    /// VEVENTs and whatever else stands beside them, in order.
    var components: [Component]
    /// The VTIMEZONEs that came along.
    let zones: [Component]
    /// What the text says, as an import without options reads it: one, unless a series is in parts.
    let said: [Entry]
    /// For each of these, the component that it was made of; an index into ``components``.
    let places: [Int?]
    /// Which occurrence of which of these a component stands for, by its index.
    let occurrences: [Int: Occurrence]
    /// The series, or the only event; an index into ``components``. Nil where there are only parts.
    let master: Int?

    /// Nil where the text is not usable as it was once.
    init?(_ object: CalendarObject, in household: Household, zones database: ZoneDatabase) {
        let octets = Array(object.text.utf8)
        guard let document = try? ICalendarParser.parse(octets),
            let calendar = document.components.first(where: { $0.name == "VCALENDAR" }),
            let file = try? CalendarFile.read(octets, defaultZone: household.zone, zones: database)
        else { return nil }
        zones = calendar.components.filter { $0.name == "VTIMEZONE" }
        let parts = calendar.components.filter { $0.name != "VTIMEZONE" }
        components = parts
        let events = parts.indices.filter { parts[$0].name == "VEVENT" }
        let masters = events.filter { parts[$0].first("RECURRENCE-ID") == nil }
        // A single occurrence of a series that is not in the file is an entry by itself.
        master = masters.count == 1 ? masters[0] : events.count == 1 ? events[0] : nil
        var content = ImportedFile(name: object.source, believedIn: household)
        var places: [Int?] = []
        var occurrences: [Int: Occurrence] = [:]
        for event in file.events {
            let place = events.first { parts[$0].line == event.line }
            for override in event.overrides where override.line != event.line {
                guard let component = events.first(where: { parts[$0].line == override.line }) else { continue }
                occurrences[component] = Occurrence(series: places.count, original: override.of)
            }
            content.take(event, like: Self.plain)
            places += Array(repeating: place, count: content.count - places.count)
        }
        (self.places, self.occurrences) = (places, occurrences)
        said = content.uids.flatMap { content.entries(of: $0) }
        guard content.uids.count == 1, !said.isEmpty else { return nil }
    }

    /// One occurrence of a series in ``said``: its index there, and the original start as the entry has it.
    struct Occurrence {
        var series: Int
        var original: CivilDateTime
    }

    /// What an import without options makes of an event that says nothing.
    private static let plain = Entry(
        id: Planner.unnamed,
        kind: .appointment,
        title: "import",
        time: .allDay(first: .first, days: 1)
    )

    /// Whether the entries are what the text says, all of them and without more.
    func says(_ entries: [Entry]) -> Bool {
        var rest = said
        for entry in entries {
            guard let place = rest.firstIndex(where: { $0.isAsWritten(entry) }) else { return false }
            rest.remove(at: place)
        }
        return rest.isEmpty
    }
}

extension Entry {
    /// Whether both are the same in a calendar file: ids are not written there.
    func isAsWritten(_ other: Entry) -> Bool {
        var other = other
        (other.id, other.uid) = (id, uid)
        return self == other
    }
}
