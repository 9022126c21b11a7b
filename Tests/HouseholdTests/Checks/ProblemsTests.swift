import Household
import ICalendar
import Testing

/// A household made wrong in one way, and what is said of it.
struct Wrong: Sendable, CustomTestStringConvertible {
    let problem: String
    let change: @Sendable (inout Household) -> Void

    init(_ problem: String, _ change: @escaping @Sendable (inout Household) -> Void) {
        (self.problem, self.change) = (problem, change)
    }

    var testDescription: String { problem }
}

@Suite("What cannot be as it is")
struct ProblemsTests {
    @Test("a sound household has no problems and no remarks")
    func sound() {
        #expect(CheckedFamily.make().problems() == [])
        #expect(CheckedFamily.make().remarks() == [])
    }

    @Test("is found and named", arguments: settings + money + people + entries + overrides)
    func wrong(wrong: Wrong) {
        // given
        var household = CheckedFamily.make()
        // when
        wrong.change(&household)
        // then
        #expect(household.problems().map(\.description) == [wrong.problem])
    }

    static let settings: [Wrong] = [
        Wrong("household, timeZone: unknown time zone “Europe/Berln”") { $0.settings.timeZone = "Europe/Berln" },
        Wrong("household, currency: “eur” is not a currency (three capital letters: EUR, GBP, CHF)") {
            $0.settings.currency = "eur"
        },
        Wrong("household, minimumGap: -1m is out of range (0m to 24h)") { $0.settings.minimumGap = -60 },
        Wrong("place “home”, id: “home” always exists and needs no line") {
            $0.put(.place(Place(id: "home", name: "Here", minutesFromHome: 0)))
        },
        Wrong("place “school”, minutesFromHome: -5 minutes are out of range (0 to 1440)") {
            $0.places["school"]?.minutesFromHome = -5
        },
        Wrong("travel “gym/school”, between: unknown place “gym” (known: home, school, office)") {
            $0.put(.travel(Travel(between: Travel.Pair("school", "gym"), minutes: 10)))
        },
        Wrong("travel “school/school”, between: both are “school” (two different places are needed)") {
            $0.put(.travel(Travel(between: Travel.Pair("school", "school"), minutes: 10)))
        },
        Wrong("stream “northwind”, owner: Grandma Ama is a carer, not a parent") {
            $0.streams["northwind"]?.owner = "ama"
        },
        Wrong("stream “northwind”, resources: unknown resource “cat” (did you mean “car”?)") {
            $0.streams["northwind"]?.resources = ["cat"]
        },
        Wrong("stream “northwind”, weekly.min: 3h is more than the max, 2h") {
            $0.streams["northwind"]?.weekly = WeeklyHours(min: 10_800, max: 7200)
        },
        Wrong("goal “maya-own”, person: Noah is a child, not a parent") {
            $0.goals["maya-own"]?.aim = .ownTime(person: "noah", min: 60)
        },
        Wrong("goal “maya-own”, between: a share is from 0% to 100%") {
            $0.goals["maya-own"]?.aim = .careShare(person: "kofi", percent: 40...140, weeks: 4)
        },
    ]

    static let money: [Wrong] = [
        Wrong("household, exchange.EUR: is the household's own currency (it needs no rate)") {
            $0.settings.exchange = [Exchange(currency: Currency("EUR")!, rate: Amount("1")!)]
        },
        Wrong("household, exchange.USD: “0.00” is no rate: it must be more than 0") {
            $0.settings.exchange = [Exchange(currency: Currency("USD")!, rate: Amount("0.00")!)]
        },
        Wrong("household, exchange.USD: “USD” is named twice") {
            let rate = Exchange(currency: Currency("USD")!, rate: Amount("0.92")!)
            $0.settings.exchange = [rate, rate]
        },
        Wrong("stream “northwind”, rates[1].from: is needed (the first day on which it holds: 2026-03-01)") {
            let rate = Rate(amount: Amount("95.00")!, per: .hour)
            $0.streams["northwind"]?.rates = [rate, rate]
        },
        Wrong(
            "stream “northwind”, revenue[2].from: 2026-11-01 is not after 2026-11-01, from which the one before it holds"
        ) {
            let dates = [nil, CivilDate("2026-11-01"), CivilDate("2026-11-01")]
            $0.streams["northwind"]?.revenue = dates.map { Revenue(from: $0, amount: Amount("5")!) }
        },
        Wrong("stream “northwind”, rates[0].currency: “usd” is not a currency (three capital letters: EUR, GBP, CHF)") {
            let rate = Rate(amount: Amount("95.00")!, currency: Currency(trusted: "usd"), per: .hour)
            $0.streams["northwind"]?.rates = [rate]
        },
        Wrong("stream “northwind”, budget.hours: 0m is out of range (1s to 100000h)") {
            $0.streams["northwind"]?.budget.hours = 0
        },
    ]

    static let people: [Wrong] = [
        Wrong("person “maya”, name: is empty") { $0.people["maya"]?.name = " " },
        Wrong("person “maya”, work.perDay: 25h is out of range (0m to 24h)") {
            $0.people["maya"]?.work.perDay = 25 * Span.hour
        },
        Wrong("person “noah”, care[1].days: no day is named (daily, weekdays, mon, …)") {
            var window = CheckedFamily.awake
            window.window.days = []
            $0.people["noah"]?.care.append(window)
        },
        Wrong("person “maya”, helps: Maya is a parent (these are the times of a carer)") {
            $0.people["maya"]?.helps = [CheckedFamily.awake.window]
        },
        Wrong("person “noah”, helps: Noah is a child (these are the times of a carer)") {
            $0.people["noah"]?.helps = [CheckedFamily.awake.window]
        },
        Wrong("person “ama”, helps[0].days: no day is named (daily, weekdays, mon, …)") {
            $0.people["ama"]?.helps = [Window(days: [], from: .midnight, to: .endOfDay)]
        },
        Wrong("person “noah”, notify: Noah is a child (parents and carers are told things)") {
            $0.people["noah"]?.notify.digest = CivilTime("07:00")
        },
        Wrong("person “ama”, notify.digest: 24:00 is the end of a day (00:00 is its start)") {
            $0.people["ama"]?.notify.digest = .endOfDay
        },
        Wrong("person “maya”, notify.quiet.from: 24:00 is the end of a day (00:00 is its start)") {
            $0.people["maya"]?.notify.quiet = .init(from: .endOfDay, to: .midnight)
        },
        Wrong(
            "person “maya”, notify.quiet.to: 21:00 is the start too, so that it would never end "
                + "(leave `channels` out to be told nothing)"
        ) {
            $0.people["maya"]?.notify.quiet = .init(from: CivilTime("21:00")!, to: CivilTime("21:00")!)
        },
        Wrong(
            "person “maya”, notify.channels[1].channel: “My phone” is not the name of a channel "
                + "(lower-case letters, digits, “-” and “.”)"
        ) {
            $0.people["maya"]?.notify.channels = [.init(channel: "email"), .init(channel: "My phone")]
        },
        Wrong("person “maya”, notify.channels[0].address: is no address (1 to 320 letters in one line)") {
            $0.people["maya"]?.notify.channels = [.init(channel: "email", address: "maya@home.example\nBcc: x@y")]
        },
        Wrong("person “maya”, notify.channels[2]: “email” with this address is named twice") {
            $0.people["maya"]?.notify.channels = [
                .init(channel: "email"), .init(channel: "email", address: "a@b"),
                .init(channel: "email", digest: false),
            ]
        },
        Wrong("person “ama”, notify.language: “de_AT” is not the tag of a language (de, pt-BR)") {
            $0.people["ama"]?.notify.language = "de_AT"
        },
        Wrong("person “ama”, unixUser: “a b” is not the name of a Unix user") { $0.people["ama"]?.unixUser = "a b" },
    ]

    static let entries: [Wrong] = [
        Wrong("entry “noah-school”, dropOff: unknown person “kofy” (did you mean “kofi”?)") {
            $0.entries["noah-school"]?.dropOff = "kofy"
        },
        Wrong("entry “noah-school”, pickUp: Noah is a child (a parent or a carer is needed)") {
            $0.entries["noah-school"]?.pickUp = "noah"
        },
        Wrong("entry “noah-school”, people: Maya is a parent, not a child") {
            $0.entries["noah-school"]?.people = ["noah", "maya"]
        },
        Wrong("entry “noah-school”, people: “noah” is named twice") {
            $0.entries["noah-school"]?.people = ["noah", "noah"]
        },
        Wrong("entry “call”, people: work is one parent's (make an entry for each)") {
            $0.entries["call"]?.people = ["maya", "kofi"]
        },
        Wrong("entry “call”, people: Grandma Ama is a carer, not a parent") { $0.entries["call"]?.people = ["ama"] },
        Wrong("entry “call”, stream: work needs a stream (one of northwind)") { $0.entries["call"]?.stream = nil },
        Wrong("entry “call”, duration: an entry lasts longer than no time") {
            $0.entries["call"]?.time = .timed(start: CheckedFamily.start, zone: nil, seconds: 0)
        },
        Wrong("entry “call”, timeZone: unknown time zone “Mars”") {
            $0.entries["call"]?.time = .timed(start: CheckedFamily.start, zone: "Mars", seconds: 60)
        },
        Wrong("entry “care”, people: care needs an adult who is on duty") {
            $0.put(
                .entry(Entry(id: "care", kind: .care, title: "Care", children: ["noah"], time: CheckedFamily.work.time))
            )
        },
        Wrong("entry “care”, for: care needs a child that it is for") {
            $0.put(
                .entry(Entry(id: "care", kind: .care, title: "Care", people: ["ama"], time: CheckedFamily.work.time))
            )
        },
        Wrong("entry “care”, for: Kofi is a parent, not a child") {
            $0.put(
                .entry(
                    Entry(
                        id: "care",
                        kind: .care,
                        title: "Care",
                        people: ["ama"],
                        children: ["kofi"],
                        time: CheckedFamily.work.time
                    )
                )
            )
        },
    ]

    static let overrides: [Wrong] = [
        Wrong(
            "entry “noah-school”, overrides[2026-11-24T09:00].of: 2026-11-24T09:00 is not a start of “School” "
                + "(that day: 2026-11-24T08:00)"
        ) {
            $0.entries["noah-school"]?.overrides = [Override(of: at("2026-11-24T09:00"), change: .cancelled)]
        },
        Wrong("entry “noah-school”, overrides[2026-11-24T08:00].of: 2026-11-24T08:00 is overridden twice") {
            let override = Override(of: at("2026-11-24T08:00"), change: .cancelled)
            $0.entries["noah-school"]?.overrides = [override, override]
        },
        Wrong(
            "entry “noah-school”, overrides[2026-11-24T08:00].place: unknown place “gym” (known: home, school, office)"
        ) {
            var fields = Override.Fields()
            fields.place = "gym"
            $0.entries["noah-school"]?.overrides = [Override(of: at("2026-11-24T08:00"), change: .changed(fields))]
        },
        Wrong("entry “noah-school”, overrides[2026-11-24T08:00].people: Maya is a parent, not a child") {
            var fields = Override.Fields()
            fields.people = ["maya"]
            $0.entries["noah-school"]?.overrides = [Override(of: at("2026-11-24T08:00"), change: .changed(fields))]
        },
    ]
}

/// A wall time of a test, which is one.
private func at(_ text: String) -> CivilDateTime {
    CivilDateTime(text) ?? CivilDateTime(CivilDate(daysSinceEpoch: 0), .midnight)
}
