import Household
import ICalendar

/// Households of any size for measuring, always the same for the same numbers.
enum SyntheticHousehold {
    /// Families of two parents, two children and a grandmother; `entries` lines of calendar laid out one after the other,
    /// ten a day for each family, from `first` on: twice the entries are twice the days or people, never more at once.
    static func singles(_ entries: Int, families: Int = 1, from first: CivilDate) -> Household {
        var household = household(families: families)
        for number in 0..<entries {
            let round = number / slots.count
            let day = first.adding(days: round / families)
            household.put(.entry(entry(number, of: family(round % families), on: day)))
        }
        return household
    }

    /// The same family with `series` weekly series that begin a year before `first` and, ten at a time, share the days
    /// of eight weeks: each is on in one of them and the next.
    static func series(_ series: Int, from first: CivilDate) throws -> Household {
        var household = household(families: 1)
        for number in 0..<series {
            let day = first.adding(days: (number / slots.count) % 56 - 364)
            var entry = entry(number, of: family(0), on: day)
            entry.repetition.rule = try RecurrenceRule(rules[number % rules.count])
            household.put(.entry(entry))
        }
        return household
    }

    /// Mixed on purpose: an engine may be quick at some and slow at others.
    private static let rules = [
        "FREQ=WEEKLY;INTERVAL=8", "FREQ=MONTHLY;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
        "FREQ=DAILY;INTERVAL=56", "FREQ=WEEKLY;INTERVAL=8;BYDAY=MO", "FREQ=YEARLY;BYMONTH=11,12;BYDAY=-1FR",
    ]

    /// A family's day, one line after the other, with something for every rule to find.
    private static let slots: [(kind: EntryKind, hour: Int, minutes: Int)] = [
        (.school, 8, 360), (.work, 9, 150), (.work, 9, 180), (.appointment, 11, 45), (.work, 13, 120), (.work, 13, 90),
        (.care, 14, 120), (.care, 16, 60), (.work, 17, 30), (.family, 18, 60),
    ]

    private static func entry(_ number: Int, of family: Family, on day: CivilDate) -> Entry {
        let slot = slots[number % slots.count]
        let parent = family.parents[number % 2]
        let start = CivilDateTime(day, CivilTime(secondsSinceMidnight: slot.hour * 3_600 + (number % 4) * 900))
        var entry = Entry(
            id: ID(trusted: "entry-\(number)"),
            kind: slot.kind,
            title: "Entry \(number)",
            time: .timed(start: start, zone: nil, seconds: slot.minutes * 60)
        )
        entry.people = [parent.id]
        switch slot.kind {
        case .school:
            entry.people = family.children.map(\.id)
            entry.place = school.id
        case .work:
            entry.stream = family.stream(of: parent).id
        case .care:
            if number % 4 == 0 { entry.people = [family.grandmother.id] }
            entry.children = family.children.map(\.id)
        case .appointment, .away:
            entry.place = office.id
        case .family:
            entry.people = (family.parents + family.children).map(\.id)
        }
        return entry
    }

    private static func household(families: Int) -> Household {
        let dinner = ProtectedTime(window: daily(from: 17, to: 19))
        let settings = Settings(name: "Measured", timeZone: "Europe/Berlin", protected: [dinner])
        var household = Household(settings: settings)
        household.zones["Europe/Berlin"] = try? ZoneDatabase.system.zone("Europe/Berlin")
        for place in [school, office] { household.put(.place(place)) }
        for family in (0..<families).map(family) {
            household.put(.resource(family.quietRoom))
            for person in family.everybody { household.put(.person(person)) }
            for parent in family.parents { household.put(.stream(family.stream(of: parent))) }
            for goal in family.goals { household.put(.goal(goal)) }
        }
        return household
    }

    /// Within the days that are looked at, whichever their number.
    fileprivate static let deadline = CivilDate(daysSinceEpoch: 20_785)
    private static let school = Place(id: ID(trusted: "school"), name: "School", minutesFromHome: 15)
    private static let office = Place(id: ID(trusted: "office"), name: "Office", minutesFromHome: 30)

    private static func family(_ number: Int) -> Family {
        func person(_ name: String, _ role: Role, care: [CareWindow] = []) -> Person {
            let limits =
                role == .parent ? WorkLimits(perDay: 3 * 3_600, perWeek: 15 * 3_600, rest: 18 * 3_600) : WorkLimits()
            return Person(id: ID(trusted: "\(name)-\(number)"), name: name, role: role, work: limits, care: care)
        }
        let care = [CareWindow(window: daily(from: 6, to: 20), level: .present)]
        return Family(
            parents: [person("maya", .parent), person("kofi", .parent)],
            children: [person("noah", .child, care: care), person("lena", .child, care: care)],
            grandmother: person("ama", .carer),
            quietRoom: Resource(id: ID(trusted: "room-\(number)"), name: "Quiet room")
        )
    }

    fileprivate static func daily(from: Int, to: Int) -> Window {
        Window(
            days: Set(Weekday.allCases),
            from: CivilTime(secondsSinceMidnight: from * 3_600),
            to: CivilTime(secondsSinceMidnight: to * 3_600)
        )
    }
}

/// The people of one family of a synthetic household, and the one room for undisturbed work.
private struct Family {
    let parents: [Person]
    let children: [Person]
    let grandmother: Person
    let quietRoom: Resource

    var everybody: [Person] { parents + children + [grandmother] }

    /// One of each kind; more than the plan gives.
    var goals: [Goal] {
        let (parent, child) = (parents[0].id, children[0].id)
        let aims: [Goal.Aim] = [
            .careShare(person: parent, percent: 90...100, weeks: 4), .together(min: 20 * 3_600),
            .oneOnOne(person: parent, child: child, min: 20 * 3_600), .ownTime(person: parent, min: 100 * 3_600),
        ]
        return aims.enumerated().map { Goal(id: ID(trusted: "goal-\($0)-\(parent)"), aim: $1) }
    }

    /// With something for every rule about streams to find.
    func stream(of parent: Person) -> Stream {
        Stream(
            id: ID(trusted: "work-\(parent.id)"),
            name: "Work",
            owner: parent.id,
            kind: .client,
            weekly: WeeklyHours(min: 5 * 3_600, max: 15 * 3_600),
            hours: [SyntheticHousehold.daily(from: 9, to: 12)],
            resources: [quietRoom.id],
            deadlines: [
                Deadline(
                    id: ID(trusted: "report-\(parent.id)"),
                    title: "Report",
                    due: CivilDateTime(SyntheticHousehold.deadline, .midnight),
                    remaining: 40 * 3_600
                )
            ]
        )
    }
}
