import Household
import ICalendar

/// One happening of an entry: who, where and when, with people and places as numbers.
struct SlowOccurrence {
    var entry: String
    /// The original start.
    var of: Int
    var start: Int
    var end: Int
    var kind: EntryKind
    /// The adults among its `people`.
    var adults: [Int]
    /// Everybody whose it is: its `people` and its `for`.
    var people: [Int]
    /// Its `for`.
    var caredFor: [Int]
    var place: Int
    /// m(P), in seconds.
    var margin: Int
    var attention: Attention
    var tentative: Bool
    var supervised: Bool
    var dropOff: Int?
    var pickUp: Int?
    var resources: [String]
    var stream: String?
    /// Whether it may take the place of what is routine.
    var takesPlaces: Bool
    /// Whether something else may take its place.
    var isRoutine: Bool

    var isExclusive: Bool {
        switch kind {
        case .work, .appointment, .away, .school: true
        case .care, .family: false
        }
    }

    func isUnderWay(_ instant: Int) -> Bool { start <= instant && instant < end }

    func overlaps(_ other: SlowOccurrence) -> Bool { start < other.end && other.start < end }

    /// Whether it happens instead of the other: it has all of its people, and lasts for half of it.
    func takesPlace(of other: SlowOccurrence) -> Bool {
        guard takesPlaces, other.isRoutine, !other.people.isEmpty, overlaps(other) else { return false }
        guard other.people.allSatisfy(people.contains) else { return false }
        return (min(end, other.end) - max(start, other.start)) * 2 >= other.end - other.start
    }
}

/// Places are numbers: 0 is home, then those of the household; what is nowhere known is below 0, each for itself.
enum SlowPlaces {
    static let home = 0
    static func isNowhere(_ place: Int) -> Bool { place < 0 }
}

/// Expands entries, one after the other, day by day.
struct SlowOccurrences {
    let register: SlowRegister
    private var all: [SlowOccurrence] = []
    private var nowhere = 0

    /// The occurrences that take part in the rules and overlap the instants.
    static func expand(_ register: SlowRegister, from lower: Int, to upper: Int) -> [SlowOccurrence] {
        var expansion = SlowOccurrences(register: register)
        // An override may bring an occurrence back from days after.
        let end = register.zone.wall(upper).date.adding(days: 30)
        for entry in register.entries { expansion.add(entry, before: end) }
        let happening = expansion.all.filter { one in !expansion.all.contains { $0.takesPlace(of: one) } }
        return happening.filter { $0.start < upper && lower < $0.end }
    }

    /// The starts that the repetition gives, before the day `end`: the rule's dates, the start and the extra ones, less
    /// the excluded.
    static func starts(of entry: Entry, in zone: SlowZone, before end: CivilDate) -> [CivilDateTime] {
        let repetition = entry.repetition
        let start = entry.time.start
        let ruled = repetition.rule.map { SlowRule($0.description).starts(from: start, in: zone, before: end) } ?? []
        return Set(ruled + [start] + repetition.also)
            .filter { wall in !repetition.exceptDays.contains { $0.contains(wall.date) } }
            .filter { !repetition.exceptStarts.contains($0) }
            .sorted()
    }

    private init(register: SlowRegister) { self.register = register }

    private mutating func add(_ entry: Entry, before end: CivilDate) {
        for of in Self.starts(of: entry, in: register.zone(of: entry), before: end) {
            switch entry.overrides.first(where: { $0.of == of })?.change {
            case nil: add(entry, of: of, fields: Override.Fields())
            case .changed(let fields): add(entry.applying(fields), of: of, fields: fields)
            case .cancelled: continue
            }
        }
    }

    private mutating func add(_ entry: Entry, of: CivilDateTime, fields: Override.Fields) {
        guard Self.isBusy(entry) else { return }
        let (start, end) = times(entry, at: fields.start ?? of, length: fields.length)
        let place = place(of: entry)
        let people = entry.people.map(register.number)
        let children = entry.children.map(register.number)
        all.append(
            SlowOccurrence(
                entry: entry.id.rawValue,
                of: register.zone(of: entry).instant(of),
                start: start,
                end: end,
                kind: entry.kind,
                adults: people.filter(register.isAdult),
                people: people + children.filter { !people.contains($0) },
                caredFor: children,
                place: place,
                margin: register.margin(place),
                attention: register.attention(of: entry),
                tentative: entry.tentative,
                supervised: entry.supervised,
                dropOff: entry.dropOff.map(register.number),
                pickUp: entry.pickUp.map(register.number),
                resources: register.resources(of: entry),
                stream: entry.stream?.rawValue,
                takesPlaces: Self.isOnce(entry) && !entry.tentative && [.away, .school].contains(entry.kind),
                isRoutine: !Self.isOnce(entry) && entry.kind == .school
            )
        )
    }

    private static func isOnce(_ entry: Entry) -> Bool {
        entry.repetition.rule == nil && entry.repetition.also.isEmpty
    }

    /// `busy: false` takes an entry out; an all-day one is in only where it is `away` or says so.
    private static func isBusy(_ entry: Entry) -> Bool {
        if let busy = entry.busy { return busy }
        return !entry.time.isAllDay || entry.kind == .away
    }

    /// A timed one keeps its length in seconds; whole days last from local midnight to local midnight.
    private func times(_ entry: Entry, at wall: CivilDateTime, length: Int?) -> (start: Int, end: Int) {
        let zone = register.zone(of: entry)
        switch entry.time {
        case .timed(_, _, let seconds):
            let start = zone.instant(wall)
            return (start, start + (length ?? seconds))
        case .allDay(_, let days):
            return (zone.midnight(wall.date), zone.midnight(wall.date.adding(days: length ?? days)))
        }
    }

    private mutating func place(of entry: Entry) -> Int {
        if let place = entry.place { return register.number(place) }
        guard entry.kind == .away else { return SlowPlaces.home }
        nowhere -= 1
        return nowhere
    }
}
