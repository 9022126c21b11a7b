import Household
import ICalendar
import Planning

@testable import Notifications

/// A household in a few lines, on and after Tuesday 2026-11-24 in Berlin: Maya and Kofi, Noah and Lena, grandmother Ama.
struct DigestFamily {
    var household: Household
    var now: Instant
    /// When a conflict was found, by its kind; else long ago.
    var foundAt: [ConflictKind: Instant] = [:]
    var accepted: Set<ConflictKind> = []

    static let maya = ID<Person>(trusted: "maya")
    static let kofi = ID<Person>(trusted: "kofi")
    static let noah = ID<Person>(trusted: "noah")
    static let lena = ID<Person>(trusted: "lena")
    static let ama = ID<Person>(trusted: "ama")
    static let tuesday = CivilDate("2026-11-24")!

    init(coverage: Coverage = .available, withLena: Bool = false) {
        let berlin = (try? ZoneDatabase.system.zone("Europe/Berlin")) ?? .utc
        household = Household(
            settings: Settings(name: "Home", timeZone: "Europe/Berlin", coverage: coverage),
            zones: ["Europe/Berlin": berlin]
        )
        now = berlin.instant(of: Self.wall("06:00"))
        household.put(.place(Place(id: ID(trusted: "school"), name: "School", minutesFromHome: 15)))
        household.put(.person(Person(id: Self.maya, name: "Maya", role: .parent)))
        household.put(.person(Person(id: Self.kofi, name: "Kofi", role: .parent)))
        let days = Set(Weekday.allCases)
        let window = Window(days: days, from: CivilTime("08:00")!, to: CivilTime("18:00")!)
        let care = [CareWindow(window: window, level: .present)]
        household.put(.person(Person(id: Self.noah, name: "Noah", role: .child, care: care)))
        if withLena { household.put(.person(Person(id: Self.lena, name: "Lena", role: .child, care: care))) }
        household.put(.person(Person(id: Self.ama, name: "Ama", role: .carer)))
        for (id, owner) in [("job", Self.maya), ("ship", Self.kofi)] {
            let stream = Stream(id: ID(trusted: id), name: id.uppercased(), owner: owner, kind: .employment)
            household.put(.stream(stream))
        }
    }

    /// Adds an entry on the Tuesday, or on the day that `from` says.
    mutating func add(
        _ id: String,
        _ kind: EntryKind,
        _ people: [ID<Person>],
        _ from: String,
        _ to: String,
        with change: (inout Entry) -> Void = { _ in }
    ) {
        let start = Self.wall(from)
        let seconds = household.zone.instant(of: Self.wall(to)) - household.zone.instant(of: start)
        let stream = people == [Self.kofi] ? "ship" : "job"
        var entry = Entry(
            id: ID(trusted: id),
            kind: kind,
            title: id,
            people: people,
            stream: kind == .work ? ID(trusted: stream) : nil,
            time: .timed(start: start, zone: nil, seconds: seconds)
        )
        change(&entry)
        household.put(.entry(entry))
    }

    /// Puts a stream in the place of the one of its id.
    mutating func change(_ stream: String, _ change: (inout Stream) -> Void) {
        guard var changed = household.streams[ID(trusted: stream)] else { return }
        change(&changed)
        household.put(.stream(changed))
    }

    func digest(
        for person: ID<Person> = maya,
        on date: CivilDate = tuesday,
        isBalanceDay: Bool = false
    ) -> Digest {
        let zone = household.zone
        let range = Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 14)))
        let evaluation = Evaluation(Plan(household, range: range, now: now))
        return Digest(
            for: person,
            on: date,
            plan: evaluation.plan,
            conflicts: known(evaluation.conflicts),
            now: now,
            isBalanceDay: isBalanceDay,
            version: "1.2.3"
        )
    }

    /// `k1`, `k2`, … in the order in which they are listed.
    private func known(_ conflicts: [Conflict]) -> [KnownConflict] {
        conflicts.enumerated().map { index, conflict in
            KnownConflict(
                id: ID(trusted: "k\(index + 1)"),
                conflict: conflict,
                foundAt: foundAt[conflict.kind] ?? now.adding(seconds: -30 * 86_400),
                acceptance: accepted.contains(conflict.kind)
                    ? Acceptance(by: "maya", reason: "known", at: now) : nil
            )
        }
    }

    /// `14:00` is on the Tuesday.
    static func wall(_ text: String) -> CivilDateTime {
        CivilDateTime(text) ?? CivilDateTime(tuesday, CivilTime(text)!)
    }
}
