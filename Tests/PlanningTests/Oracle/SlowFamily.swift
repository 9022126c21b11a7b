import Household
import ICalendar

/// A small family for cases that are worked out by hand: Anna and Ben, Rosa who cares, Kim and Lou who go nowhere alone.
///
/// Kim needs somebody present from 08:00 to 18:00, Lou nobody. The school is 15 minutes from home, the pool 10, the
/// office 30, the gallery 0; from the office to the school it is 40 minutes. Days are those of the week from Monday
/// 2026-09-07, times of day UTC.
struct SlowFamily {
    var household: Household

    init(coverage: Coverage = .assigned, gap: Int = 600, zone: String = "UTC", care: [CareWindow]? = nil) {
        household = Household(settings: Settings(timeZone: zone, coverage: coverage, minimumGap: gap))
        for (id, minutes) in [("school", 15), ("pool", 10), ("office", 30), ("gallery", 0)] {
            household.put(.place(Place(id: ID(id)!, name: id, minutesFromHome: minutes)))
        }
        household.put(.travel(Travel(between: .init(ID("office")!, ID("school")!), minutes: 40)))
        for id in ["anna", "ben"] { household.put(.person(Person(id: ID(id)!, name: id, role: .parent))) }
        household.put(.person(Person(id: ID("rosa")!, name: "rosa", role: .carer)))
        household.put(.stream(Stream(id: ID("anna-job")!, name: "Job", owner: ID("anna")!, kind: .client)))
        household.put(.stream(Stream(id: ID("ben-job")!, name: "Job", owner: ID("ben")!, kind: .client)))
        let windows = care ?? [Self.care("08:00", "18:00", .present)]
        household.put(.person(Person(id: ID("kim")!, name: "kim", role: .child, care: windows)))
        household.put(.person(Person(id: ID("lou")!, name: "lou", role: .child)))
    }

    static func care(_ from: String, _ to: String, _ level: CareLevel) -> CareWindow {
        let window = Window(days: Set(Weekday.allCases), from: CivilTime(from)!, to: CivilTime(to)!)
        return CareWindow(window: window, level: level)
    }

    /// Adds an entry, on Monday where `start` is a time of day; `edit` says the rest.
    mutating func add(
        _ id: String,
        _ kind: EntryKind,
        _ people: String,
        at place: String? = nil,
        _ start: String,
        minutes: Int,
        edit: (inout Entry) -> Void = { _ in }
    ) {
        let wall = CivilDateTime(start.count == 5 ? "2026-09-07T" + start : start)!
        let time = EntryTime.timed(start: wall, zone: nil, seconds: minutes * 60)
        var entry = Entry(id: ID(id)!, kind: kind, title: id, place: place.map { ID($0)! }, time: time)
        entry.people = Self.people(people)
        if kind == .work { entry.stream = ID("\(people)-job")! }
        edit(&entry)
        household.put(.entry(entry))
    }

    /// Care for Kim.
    mutating func addCare(_ id: String, _ adults: String, at place: String? = nil, _ start: String, minutes: Int) {
        add(id, .care, adults, at: place, start, minutes: minutes) { $0.children = Self.people("kim") }
    }

    static func people(_ text: String) -> [ID<Person>] { text.split(separator: " ").map { ID($0)! } }

    /// What is found on Monday, as lines: `critical coverage-gap kim 08:00-08:45`.
    func found(_ kinds: String...) -> Set<String> {
        let found = SlowEvaluation(household).conflicts(from: Self.monday, to: Self.monday.adding(days: 1))
        return Set(found.filter { kinds.contains($0.kind) }.map(Self.line))
    }

    static let monday = CivilDate(year: 2026, month: 9, day: 7)!

    /// How Kim is covered on Monday, as runs: `08:45-09:00 rule 5 anna ben`. Without the minutes that need nobody.
    func cover() -> [String] {
        let minutes = SlowEvaluation(household)
            .cover(child: ID("kim")!, from: Self.monday, to: Self.monday.adding(days: 1))
        var runs: [(cover: SlowCoverMinute, end: Int)] = []
        for minute in minutes {
            if let last = runs.last, last.cover.by == minute.by, last.cover.carers == minute.carers {
                runs[runs.count - 1].end = minute.minute + 60
            } else {
                runs.append((minute, minute.minute + 60))
            }
        }
        return runs.filter { $0.cover.by != .noNeed }.map { run in
            let by = if case .rule(let number) = run.cover.by { "rule \(number)" } else { "nobody" }
            return ([Self.span(run.cover.minute, run.end), by] + run.cover.carers).joined(separator: " ")
        }
    }

    static func line(_ found: SlowFinding) -> String {
        let entries = found.occurrences.map(\.entry).sorted()
        let words = [found.severity, found.kind, found.who, span(found.start, found.end)] + entries
        return words.joined(separator: " ")
    }

    /// Times of day; of a later or earlier day with the date.
    private static func span(_ start: Int, _ end: Int) -> String {
        [start, end].map { instant in
            let wall = SlowZone("UTC").wall(instant)
            return wall.date == monday ? wall.time.description : wall.description
        }.joined(separator: "-")
    }
}
