import Household
import ICalendar
import Planning

/// A household in a few lines: Maya and Kofi, their son Noah, grandmother Ama; school is 15 minutes away, the office 40.
/// Everything is on or about Tuesday 2026-11-24 in Berlin unless a test says otherwise.
struct SmallHousehold {
    var household: Household

    static let maya = ID<Person>(trusted: "maya")
    static let kofi = ID<Person>(trusted: "kofi")
    static let noah = ID<Person>(trusted: "noah")
    static let ama = ID<Person>(trusted: "ama")
    static let school = ID<Place>(trusted: "school")
    static let office = ID<Place>(trusted: "office")
    static let job = ID<Stream>(trusted: "job")

    init(
        coverage: Coverage = .assigned,
        minimumGap: Int = 600,
        need: [(String, String, CareLevel)] = [("08:00", "18:00", .present)]
    ) {
        let berlin = try? ZoneDatabase.system.zone("Europe/Berlin")
        household = Household(
            settings: Settings(timeZone: "Europe/Berlin", coverage: coverage, minimumGap: minimumGap),
            zones: berlin.map { ["Europe/Berlin": $0] } ?? [:]
        )
        household.put(.place(Place(id: Self.school, name: "School", minutesFromHome: 15)))
        household.put(.place(Place(id: Self.office, name: "Office", minutesFromHome: 40)))
        household.put(.person(Person(id: Self.maya, name: "Maya", role: .parent)))
        household.put(.person(Person(id: Self.kofi, name: "Kofi", role: .parent)))
        let care = need.map { from, to, level in
            CareWindow(window: Self.window(from, to), level: level)
        }
        household.put(.person(Person(id: Self.noah, name: "Noah", role: .child, care: care)))
        household.put(.person(Person(id: Self.ama, name: "Ama", role: .carer)))
        let stream = Stream(id: ID(trusted: "job"), name: "Job", owner: Self.maya, kind: .employment, attention: .focus)
        household.put(.stream(stream))
    }

    /// Adds an entry on the Tuesday, or on the day that `from` says.
    @discardableResult
    mutating func add(
        _ id: String,
        _ kind: EntryKind,
        _ people: [ID<Person>],
        _ from: String,
        _ to: String,
        for children: [ID<Person>] = [],
        at place: ID<Place>? = nil,
        with change: (inout Entry) -> Void = { _ in }
    ) -> Self {
        let start = Self.wall(from)
        let seconds = household.zone.instant(of: Self.wall(to)) - household.zone.instant(of: start)
        var entry = Entry(
            id: ID(trusted: id),
            kind: kind,
            title: id,
            people: people,
            children: children,
            stream: kind == .work ? ID(trusted: "job") : nil,
            place: place,
            time: .timed(start: start, zone: nil, seconds: seconds)
        )
        change(&entry)
        household.put(.entry(entry))
        return self
    }

    /// Changes somebody.
    mutating func change(_ person: ID<Person>, _ change: (inout Person) -> Void) {
        guard var changed = household.people[person] else { return }
        change(&changed)
        household.put(.person(changed))
    }

    /// Changes Maya's job, the stream of all work that names no other.
    mutating func changeJob(_ change: (inout Stream) -> Void) {
        guard var changed = household.streams[Self.job] else { return }
        change(&changed)
        household.put(.stream(changed))
    }

    /// What one rule finds from Tuesday to Wednesday, or over other days.
    func conflicts(_ rule: some Rule, from: String = "2026-11-24", to: String = "2026-11-25") -> [Found] {
        rule.conflicts(in: plan(from: from, to: to)).map { Found($0, in: household.zone) }
    }

    /// What of that overlaps or meets a span of time.
    func conflicts(_ rule: some Rule, touching from: String, _ to: String) -> [Found] {
        let zone = household.zone
        let span = Interval(zone.instant(of: Self.wall(from)), zone.instant(of: Self.wall(to)))
        return rule.conflicts(in: plan(), touching: span).map { Found($0, in: zone) }
    }

    func plan(from: String = "2026-11-24", to: String = "2026-11-25") -> Plan {
        let zone = household.zone
        let range = Interval(zone.startOfDay(CivilDate(from)!), zone.startOfDay(CivilDate(to)!))
        return Plan(household, range: range, now: zone.instant(of: Self.wall("08:00")))
    }

    /// Hours of every day of the week, or of some.
    static func window(_ from: String, _ to: String, on days: Set<Weekday> = Set(Weekday.allCases)) -> Window {
        Window(days: days, from: CivilTime(from)!, to: CivilTime(to)!)
    }

    /// `14:00` is on the Tuesday.
    static func wall(_ text: String) -> CivilDateTime {
        CivilDateTime(text) ?? CivilDateTime(CivilDate("2026-11-24")!, CivilTime(text)!)
    }
}

/// A conflict as a test reads it: wall times, no ids of occurrences.
struct Found: Equatable, CustomStringConvertible {
    let text: String

    init(_ text: String) { self.text = text }

    init(_ conflict: Conflict, in zone: Zone) {
        let people = conflict.people.map(\.rawValue).joined(separator: ",")
        let (start, end) = (zone.wall(of: conflict.interval.start), zone.wall(of: conflict.interval.end))
        let day = CivilDate("2026-11-24")
        let from = start.date == day ? "\(start.time)" : "\(start)"
        let to = end.date == day ? "\(end.time)" : "\(end)"
        text = "\(people) \(from)-\(to) \(conflict.severity)"
    }

    var description: String { text }
}

extension Found: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(text) }
}
