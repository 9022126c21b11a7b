import Household
import ICalendar

/// Who belongs to the household, and the parents' streams.
extension RandomHousehold {
    mutating func addPeople() {
        parents = ids("parent", dice.pick([1, 2, 2, 2]))
        carers = ids("carer", dice.number(0...2))
        children = ids("child", dice.pick([1, 1, 2, 2, 3]))
        for id in parents {
            household.put(.person(Person(id: id, name: id.rawValue, role: .parent, work: workLimits())))
        }
        for id in carers { household.put(.person(Person(id: id, name: id.rawValue, role: .carer))) }
        for id in children { household.put(.person(child(id))) }
    }

    private func ids(_ role: String, _ count: Int) -> [ID<Person>] {
        (0..<count).map { ID("\(role)-\($0 + 1)")! }
    }

    private mutating func workLimits() -> WorkLimits {
        WorkLimits(
            perDay: dice.chance(70) ? dice.number(2...9) * 3600 : nil,
            perWeek: dice.chance(70) ? dice.number(6...40) * 3600 : nil,
            rest: dice.chance(70) ? dice.number(8...13) * 3600 : nil
        )
    }

    private mutating func child(_ id: ID<Person>) -> Person {
        Person(
            id: id,
            name: id.rawValue,
            role: .child,
            born: CivilDate(year: dice.number(2012...2025), month: 5, day: 2),
            escort: dice.chance(80),
            aloneUpTo: dice.pick([0, 0, 0, 300, 900, 1800, 5400]),
            care: careWindows()
        )
    }

    private mutating func careWindows() -> [CareWindow] {
        switch dice.number(1...6) {
        case 1: [careWindow("06:30-20:00", .present), careWindow("20:00-06:30", .nearby)]
        case 2: [careWindow(dice.pick(["00:00-24:00", "00:00-00:00"]), level())]
        case 3: [careWindow("07:00-19:00", .handsOn)]
        case 4:
            [
                careWindow("06:00-09:00", .handsOn), careWindow("07:00-18:00", .present),
                careWindow("17:00-20:00", .handsOn), careWindow("19:30-07:00", .nearby),
            ]
        default: (1...dice.number(1...4)).map { _ in randomWindow() }
        }
    }

    private mutating func careWindow(_ text: String, _ level: CareLevel) -> CareWindow {
        CareWindow(window: Self.window(text, &dice), level: level)
    }

    private mutating func level() -> CareLevel { dice.pick([.nearby, .present, .present, .handsOn]) }

    /// Often at the hours in which the clocks change, or over midnight.
    private mutating func randomWindow() -> CareWindow {
        let times = ["00:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "08:00", "12:30", "19:00", "23:30"]
        return careWindow("\(dice.pick(times))-\(dice.pick(times + ["24:00"]))", level())
    }

    mutating func addStreams() {
        for (number, owner) in parents.enumerated() {
            for index in 1...dice.number(1...2) {
                let id = ID<Stream>("stream-\(number + 1)\(index)")!
                household.put(.stream(stream(id, owner: owner)))
            }
        }
    }

    private mutating func stream(_ id: ID<Stream>, owner: ID<Person>) -> Stream {
        let least = dice.number(1...12) * 3600
        return Stream(
            id: id,
            name: id.rawValue,
            owner: owner,
            kind: dice.pick([.client, .employment, .product, .admin]),
            attention: dice.pick([.call, .focus, .focus, .light, .free]),
            // Not by the dice, so that all else of a seed stays as it was.
            archived: id.rawValue.hasSuffix("2") ? from.adding(days: 9) : nil,
            weekly: WeeklyHours(
                min: dice.chance(50) ? least : nil,
                max: dice.chance(50) ? least + dice.number(0...8) * 3600 : nil
            ),
            hours: dice.chance(60) ? [Self.window(dice.pick(["08:00-18:00", "20:00-02:30"]), &dice)] : [],
            resources: dice.chance(40) ? dice.some(1...1, of: resources) : [],
            deadlines: dice.chance(50) ? [deadline(of: id)] : []
        )
    }

    private mutating func deadline(of stream: ID<Stream>) -> Deadline {
        Deadline(
            id: ID("\(stream)-due")!,
            title: "Report",
            due: CivilDateTime(from.adding(days: dice.number(1...14)), CivilTime(hour: 18, minute: 0)!),
            remaining: dice.number(1...30) * 3600
        )
    }
}
