import Household
import ICalendar

@testable import Storage

/// Households in which every field of every noun takes every shape: there, not there, empty.
struct RandomHousehold {
    var dice: Dice
    var household = Household()

    static func make(seed: UInt64) -> Household {
        var maker = RandomHousehold(dice: Dice(seed: seed))
        maker.household.settings = maker.settings()
        for index in 1...maker.dice.number(1...4) { maker.add(.place(maker.place(index))) }
        maker.addTravels()
        for index in 1...3 { maker.add(.resource(Resource(id: id("resource-\(index)"), name: maker.text()))) }
        for index in 1...5 { maker.add(.person(maker.person(index))) }
        for index in 1...3 { maker.add(.stream(maker.stream(index))) }
        for index in 1...maker.dice.number(1...12) { maker.add(.entry(maker.entry(index))) }
        for index in 1...4 { maker.add(.goal(maker.goal(index))) }
        return maker.household
    }

    static func id<Noun>(_ text: String) -> ID<Noun> { ID(trusted: text) }

    var people: [ID<Person>] { Array(household.people.keys) }
    var places: [ID<Place>] { [Place.home.id] + household.places.keys }
    var resources: [ID<Resource>] { Array(household.resources.keys) }

    mutating func add(_ item: Item) { household.put(item) }

    mutating func text() -> String {
        dice.pick(["Call", "Zoë’s “day”", "", "a\nb", "Ærø — 東京 👨‍👩‍👧", "'; DROP TABLE entry; --", "{\"a\": [1/2]}"])
    }

    mutating func date() -> CivilDate { CivilDate(daysSinceEpoch: dice.number(-10_000...40_000)) }
    mutating func time() -> CivilTime {
        CivilTime(secondsSinceMidnight: dice.number(0...1_439) * 60 + dice.pick([0, 30]))
    }
    mutating func wall() -> CivilDateTime { CivilDateTime(date(), time()) }

    mutating func window() -> Window {
        let days = Set(dice.some(Weekday.allCases) + [dice.pick(Weekday.allCases)])
        return Window(days: days, from: time(), to: dice.pick([time(), .endOfDay]))
    }

    mutating func rules() -> [ConflictKind: RuleSetting] {
        let settings = dice.some(ConflictKind.allCases).map { ($0, dice.pick(RuleSetting.allCases)) }
        return Dictionary(uniqueKeysWithValues: settings)
    }

    private mutating func settings() -> Settings {
        Settings(
            name: text(),
            timeZone: dice.pick(["Europe/Berlin", "UTC", "America/New_York"]),
            weekStart: dice.pick(Weekday.allCases),
            currency: dice.pick(["EUR", "CHF"]),
            exchange: dice.some(["USD", "JPY", "GBP"]).map {
                Exchange(currency: Currency($0)!, rate: Amount(dice.pick(["0.92", "1", "0.006178"]))!)
            },
            coverage: dice.pick(Coverage.allCases),
            minimumGap: dice.number(0...3_600),
            protected: dice.few { _ in 0 }.map { _ in ProtectedTime(window: window(), label: dice.flag() ? text() : nil)
            },
            rules: rules(),
            weights: dice.flag() ? HourWeights(care: dice.number(0...10_000), own: dice.number(0...100)) : nil
        )
    }

    private mutating func place(_ index: Int) -> Place {
        Place(id: Self.id("place-\(index)"), name: text(), minutesFromHome: dice.number(0...90))
    }

    private mutating func addTravels() {
        for place in household.places.keys where dice.flag() {
            let other = dice.pick(places.filter { $0 != place })
            add(.travel(Travel(between: Travel.Pair(place, other), minutes: dice.number(0...90))))
        }
    }

    private mutating func person(_ index: Int) -> Person {
        Person(
            id: Self.id("person-\(index)"),
            name: text(),
            role: dice.pick(Role.allCases),
            unixUser: dice.maybe { _ in "user\(index)" },
            work: WorkLimits(
                perDay: dice.maybe { $0.number(0...86_400) },
                perWeek: dice.maybe { $0.number(0...400_000) },
                rest: dice.maybe { $0.number(0...86_400) }
            ),
            born: dice.flag() ? date() : nil,
            escort: dice.flag(),
            aloneUpTo: dice.number(0...7_200),
            care: dice.few { $0.pick(CareLevel.allCases) }.map { CareWindow(window: window(), level: $0) },
            helps: dice.few { _ in 0 }.map { _ in window() },
            rules: rules(),
            notify: notify()
        )
    }

    private mutating func notify() -> NotificationSettings {
        NotificationSettings(
            digest: dice.maybe { _ in CivilTime("07:00")! },
            balance: dice.maybe { $0.pick(Weekday.allCases) },
            quiet: dice.flag()
                ? .init(from: CivilTime("21:30")!, to: dice.pick([.endOfDay, CivilTime("06:15")!])) : nil,
            language: dice.maybe { $0.pick(["de", "pt-BR", "zh-Hant-TW"]) },
            channels: dice.few { $0.pick(Severity.allCases) }.enumerated().map { index, severity in
                .init(
                    channel: "channel-\(index)",
                    address: dice.flag() ? text() + "x" : nil,
                    severity: severity,
                    digest: dice.flag(),
                    reminders: dice.flag(),
                    changes: dice.maybe { $0.flag() }
                )
            }
        )
    }
}
