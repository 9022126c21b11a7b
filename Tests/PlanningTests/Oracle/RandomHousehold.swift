import Household
import ICalendar

/// Makes households that could stand in a household file, full of what the rules distinguish: days on which the clocks
/// change, nights, touching and equal boundaries, entries on top of each other.
struct RandomHousehold {
    var dice: Dice
    var household: Household
    var from: CivilDate
    var to: CivilDate
    /// Times are on multiples of so many minutes.
    let grid: Int
    /// The times of day at which most things begin and end, in minutes, so that boundaries meet.
    let marks: [Int]
    /// Whether the clocks change within the range.
    let isOverChange: Bool
    var parents: [ID<Person>] = []
    var carers: [ID<Person>] = []
    var children: [ID<Person>] = []
    /// Without home.
    var places: [ID<Place>] = []
    var resources: [ID<Resource>] = []

    /// The same household for the same seed; the range is from `from`, up to and without `to`.
    static func make(seed: UInt64) -> (household: Household, from: CivilDate, to: CivilDate) {
        var maker = RandomHousehold(seed: seed)
        maker.addPlaces()
        maker.addPeople()
        maker.addStreams()
        maker.addEntries()
        // Last, and so for whatever is added: the households of known seeds stay as they are.
        maker.addGoals()
        return (maker.household, maker.from, maker.to)
    }

    static let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Europe/London", "UTC"]

    /// The days of 2026 on which the clocks of a zone change.
    private static let changes = [
        "Europe/Berlin": ["2026-03-29", "2026-10-25"],
        "Europe/London": ["2026-03-29", "2026-10-25"],
        "America/New_York": ["2026-03-08", "2026-11-01"],
        "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
        // Its entries in other zones move.
        "UTC": ["2026-03-29", "2026-11-01"],
    ]

    private init(seed: UInt64) {
        var dice = Dice(seed: seed)
        let zone = dice.pick(Self.zones)
        isOverChange = seed.isMultiple(of: 2)
        let days = dice.number(7...10)
        let change = CivilDate(dice.pick(Self.changes[zone]!))!
        let plain = CivilDate(year: 2026, month: 1, day: 1)!.adding(days: dice.number(0...364))
        from = isOverChange ? change.adding(days: -dice.number(0...days - 1)) : plain
        to = from.adding(days: days)
        grid = dice.pick([5, 15])
        let grid = grid
        marks = (1...9).map { _ in dice.number(5 * 60 / grid...22 * 60 / grid) * grid }.sorted()
        household = Household(settings: Self.settings(zone, &dice), zones: Self.allZones)
        self.dice = dice
    }

    /// What the code that is tested reads its zones from.
    private static let allZones: [String: Zone] = zones.reduce(into: [:]) { all, id in
        all[id] = try? ZoneDatabase.system.zone(id)
    }

    private static func settings(_ zone: String, _ dice: inout Dice) -> Settings {
        Settings(
            timeZone: zone,
            weekStart: dice.pick([.monday, .monday, .sunday, .saturday]),
            coverage: dice.pick([.available, .available, .assigned]),
            minimumGap: dice.pick([0, 300, 600, 600, 900, 1800, 3600]),
            protected: dice.chance(60)
                ? [ProtectedTime(window: window(dice.pick(["17:30-19:00", "22:00-06:00", "00:00-24:00"]), &dice))] : []
        )
    }

    /// `06:30-20:00` on every day, or on some.
    static func window(_ text: String, _ dice: inout Dice) -> Window {
        let times = text.split(separator: "-").compactMap { CivilTime($0) }
        let days = dice.chance(60) ? Weekday.allCases : dice.some(1...6, of: Weekday.allCases)
        return Window(days: Set(days), from: times[0], to: times[1])
    }

    private mutating func addPlaces() {
        let minutes = [0, 5, 5, 10, 10, 15, 15, 20, 20, 30, 45, 60]
        for number in 1...dice.number(2...4) {
            let id = ID<Place>("place-\(number)")!
            places.append(id)
            household.put(.place(Place(id: id, name: "Place \(number)", minutesFromHome: dice.pick(minutes))))
        }
        // Seldom from home, where the pair's own minutes are not m(P).
        let ends = dice.chance(10) ? places + [Place.home.id] : places
        for one in ends.indices {
            for other in ends.indices where one < other && dice.chance(35) {
                let pair = Travel.Pair(ends[one], ends[other])
                household.put(.travel(Travel(between: pair, minutes: dice.pick([5, 10, 20, 25, 50, 90]))))
            }
        }
        for number in 1...2 where dice.chance(70) {
            let id = ID<Resource>("resource-\(number)")!
            resources.append(id)
            household.put(.resource(Resource(id: id, name: "Resource \(number)")))
        }
    }
}
