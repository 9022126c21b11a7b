public import Household
import ICalendar

/// A small household without problems, to be made wrong.
enum CheckedFamily {
    static func make() -> Household {
        var household = Household(zones: ["UTC": .utc])
        household.put(.place(Place(id: "school", name: "School", minutesFromHome: 15)))
        household.put(.place(Place(id: "office", name: "Office", minutesFromHome: 30)))
        household.put(.travel(Travel(between: Travel.Pair("school", "office"), minutes: 20)))
        household.put(.resource(Resource(id: "car", name: "Car")))
        household.put(.person(Person(id: "maya", name: "Maya", role: .parent, unixUser: "maya")))
        household.put(.person(Person(id: "kofi", name: "Kofi", role: .parent, unixUser: "kofi")))
        household.put(.person(Person(id: "noah", name: "Noah", role: .child, care: [awake])))
        household.put(.person(Person(id: "ama", name: "Grandma Ama", role: .carer)))
        household.put(.stream(Stream(id: "northwind", name: "Northwind", owner: "maya", kind: .client)))
        household.put(.entry(school))
        household.put(.entry(work))
        household.put(.goal(Goal(id: "maya-own", aim: .ownTime(person: "maya", min: 4 * Span.hour))))
        return household
    }

    /// School, Monday 2026-11-23 and daily from there.
    static var school: Entry {
        var entry = Entry(
            id: "noah-school",
            kind: .school,
            title: "School",
            people: ["noah"],
            place: "school",
            time: .timed(start: start, zone: nil, seconds: 6 * Span.hour),
            dropOff: "kofi",
            pickUp: "ama"
        )
        entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY")
        return entry
    }

    static var work: Entry {
        Entry(
            id: "call",
            kind: .work,
            title: "Call",
            people: ["maya"],
            stream: "northwind",
            time: .timed(start: start, zone: nil, seconds: Span.hour),
            resources: ["car"]
        )
    }

    static let start = CivilDateTime(CivilDate(daysSinceEpoch: 20_780), CivilTime(secondsSinceMidnight: 8 * Span.hour))

    static let awake = CareWindow(
        window: Window(days: Set(Weekday.allCases), from: .midnight, to: .endOfDay),
        level: .present
    )
}

extension ID: ExpressibleByUnicodeScalarLiteral {}
extension ID: ExpressibleByExtendedGraphemeClusterLiteral {}
extension ID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(trusted: text) }
}
