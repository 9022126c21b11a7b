import Household
import ICalendar

/// Households of any size for measuring, always the same for the same numbers.
enum SyntheticHousehold {
    /// Two parents, two children, a grandmother; `entries` lines of calendar laid out one after the other, about ten a
    /// day, from `first` on: twice the entries are twice the days, never more at once.
    static func singles(_ entries: Int, from first: CivilDate) -> Household {
        var household = family()
        for number in 0..<entries {
            let day = first.adding(days: number / slots.count)
            household.put(.entry(entry(number, on: day)))
        }
        return household
    }

    /// The same family with `series` weekly series that begin a year before `first` and, ten at a time, share the days
    /// of eight weeks: each is on in one of them and the next.
    static func series(_ series: Int, from first: CivilDate) throws -> Household {
        var household = family()
        for number in 0..<series {
            let slot = number % slots.count
            let day = first.adding(days: (number / slots.count) % 56 - 364)
            var entry = entry(number, on: day, slot: slot)
            entry.repetition.rule = try RecurrenceRule(rules[number % rules.count])
            household.put(.entry(entry))
        }
        return household
    }

    /// Mixed on purpose: an engine may be quick at some and slow at others.
    static let rules = [
        "FREQ=WEEKLY;INTERVAL=8", "FREQ=MONTHLY;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
        "FREQ=DAILY;INTERVAL=56", "FREQ=WEEKLY;INTERVAL=8;BYDAY=MO", "FREQ=YEARLY;BYMONTH=11,12;BYDAY=-1FR",
    ]

    private static let slots: [(kind: EntryKind, hour: Int, minutes: Int)] = [
        (.school, 8, 360), (.work, 9, 120), (.work, 9, 180), (.appointment, 11, 45), (.work, 13, 60), (.work, 13, 90),
        (.care, 14, 120), (.care, 16, 60), (.appointment, 17, 30), (.family, 18, 60),
    ]

    private static func entry(_ number: Int, on day: CivilDate, slot: Int? = nil) -> Entry {
        let slot = slots[slot ?? number % slots.count]
        let parent = ID<Person>(trusted: number % 2 == 0 ? "maya" : "kofi")
        let start = CivilDateTime(day, CivilTime(secondsSinceMidnight: slot.hour * 3_600 + (number % 4) * 900))
        var entry = Entry(
            id: ID(trusted: "entry-\(number)"),
            kind: slot.kind,
            title: "Entry \(number)",
            time: .timed(start: start, zone: nil, seconds: slot.minutes * 60)
        )
        switch slot.kind {
        case .school:
            entry.people = [ID(trusted: "noah"), ID(trusted: "lena")]
            entry.place = ID(trusted: "school")
        case .work:
            entry.people = [parent]
            entry.stream = ID(trusted: "stream-\(parent)")
        case .care:
            entry.people = [number % 4 == 0 ? ID(trusted: "ama") : parent]
            entry.children = [ID(trusted: "noah"), ID(trusted: "lena")]
        case .appointment, .away:
            entry.people = [parent]
            entry.place = ID(trusted: "office")
        case .family:
            entry.people = [ID(trusted: "maya"), ID(trusted: "kofi"), ID(trusted: "noah"), ID(trusted: "lena")]
        }
        return entry
    }

    private static func family() -> Household {
        var household = Household(settings: Settings(name: "Measured", timeZone: "Europe/Berlin"))
        household.zones["Europe/Berlin"] = try? ZoneDatabase.system.zone("Europe/Berlin")
        for (name, minutes) in [("school", 15), ("office", 30)] {
            household.put(.place(Place(id: ID(trusted: name), name: name, minutesFromHome: minutes)))
        }
        for name in ["maya", "kofi"] {
            household.put(.person(Person(id: ID(trusted: name), name: name, role: .parent)))
            household.put(
                .stream(Stream(id: ID(trusted: "stream-\(name)"), name: name, owner: ID(trusted: name), kind: .client))
            )
        }
        for name in ["noah", "lena"] {
            let window = Window(
                days: Set(Weekday.allCases),
                from: CivilTime(secondsSinceMidnight: 6 * 3_600),
                to: CivilTime(secondsSinceMidnight: 20 * 3_600)
            )
            let care = [CareWindow(window: window, level: .present)]
            household.put(.person(Person(id: ID(trusted: name), name: name, role: .child, care: care)))
        }
        household.put(.person(Person(id: ID(trusted: "ama"), name: "Ama", role: .carer)))
        return household
    }
}
