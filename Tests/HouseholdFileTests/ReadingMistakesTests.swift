import Household
import ICalendar
import Testing

@testable import HouseholdFile

/// A family file in which one thing at a time is made wrong.
private let family = """
    household:
      name: Lindqvist-Osei
      timeZone: Europe/Berlin
      currency: EUR
    places:
      - { id: school, name: Primary school, minutesFromHome: 15 }
      - { id: office-park, minutesFromHome: 40 }
    travel:
      - { between: [school, office-park], minutes: 50 }
    resources:
      - { id: quiet-room, name: Quiet room }
    people:
      - { id: maya, name: Maya, role: parent, unixUser: maya }
      - { id: kofi, name: Kofi, role: parent, unixUser: kofi }
      - id: noah
        name: Noah
        role: child
        born: 2019-05-02
        care:
          - { days: daily, from: 06:30, to: 20:00, level: present }
      - { id: ama, name: Grandma Ama, role: carer }
    streams:
      - id: northwind
        name: Northwind retainer
        owner: maya
        kind: client
        rate: { amount: 95.00, per: hour }
        weekly: { min: 10h, max: 16h }
        resources: [quiet-room]
    entries:
      - id: noah-school
        kind: school
        title: School
        people: [noah]
        place: school
        start: 2026-09-01T08:15
        end: 2026-09-01T14:15
        repeat: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
        except: [2026-10-12]
        dropOff: kofi
        pickUp: maya
      - id: northwind-mornings
        kind: work
        stream: northwind
        people: [maya]
        start: 2026-09-01T09:00
        duration: 3h
        repeat: FREQ=WEEKLY;BYDAY=TU,TH
        overrides:
          - { of: 2026-11-26T09:00, start: 2026-11-26T13:00, duration: 2h }
      - id: ama-wednesday
        kind: care
        people: [ama]
        for: [noah]
        start: 2026-09-02T14:30
        end: 2026-09-02T17:30
    goals:
      - { id: split, kind: care-share, person: kofi, between: [40%, 60%], weeks: 4 }

    """

/// One slip of the pen: a line of the file, what it becomes, and what is said of it.
struct Slip: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let path: String
    let message: String
    /// On which line it is found, counted from the one where the slip begins.
    let below: Int

    init(_ old: String, _ new: String, _ path: String, _ message: String, below: Int = 0) {
        (self.old, self.new, self.path, self.message, self.below) = (old, new, path, message, below)
    }

    var testDescription: String { new }
}

@Suite("One mistake in a household file")
struct ReadingMistakesTests {
    @Test("a file without a mistake is read")
    func noMistake() throws {
        let household = try HouseholdFile.read(family, name: "household.yaml", onto: Household(), prune: false)
        #expect(household.entries.count == 3)
        #expect(household.zones.keys.sorted() == ["Europe/Berlin"])
    }

    @Test("is named with its line, its key and what would help", arguments: names + times + shapes + money)
    func oneMistake(slip: Slip) throws {
        // given
        let place = try #require(family.firstRange(of: slip.old))
        var text = family
        text.replaceSubrange(place, with: slip.new)
        let line = family[..<place.lowerBound].count(where: \.isNewline) + 1 + slip.below
        // when
        let error = try #require(throws: HouseholdFileError.self) {
            try HouseholdFile.read(text, name: "household.yaml", onto: Household(), prune: false)
        }
        // then
        #expect(error.mistakes.map(\.line) == [line])
        #expect(error.mistakes.map(\.path) == [slip.path])
        #expect(error.mistakes.map(\.message) == [slip.message])
    }

    static let money: [Slip] = [
        Slip(
            "currency: EUR",
            "currency: EUR\n  exchange: { usd: 0.92 }",
            "household.exchange.usd",
            "“usd” is not a currency (three capital letters: USD)",
            below: 1
        ),
        Slip(
            "currency: EUR",
            "currency: EUR\n  exchange: { USD: -1 }",
            "household.exchange.USD",
            "“-1” is not an amount of money (95.00)",
            below: 1
        ),
        Slip(
            "rate: { amount: 95.00, per: hour }",
            "rate: { amount: 95.0000001, per: hour }",
            "streams.northwind.rate.amount",
            "“95.0000001” is not an amount of money (95.00)"
        ),
        Slip(
            "rate: { amount: 95.00, per: hour }",
            "rates:\n      - { amount: 95.00, per: hour }\n      - { from: 2026-03-01, amount: 99.00, per: hours }",
            "streams.northwind.rates[1].per",
            "“hours” is none of hour, day, month, project: did you mean hour?",
            below: 2
        ),
        Slip(
            "rate: { amount: 95.00, per: hour }",
            "rates:\n      - { amount: 95.00, per: hour }\n      - { amount: 99.00, per: hour }",
            "streams.northwind.rates[1].from",
            "is needed (the first day on which it holds: 2026-03-01)",
            below: 2
        ),
        Slip(
            "rate: { amount: 95.00, per: hour }",
            "rate: { amount: 95.00, per: hour }\n    rates: [{ amount: 95.00, per: hour }]",
            "streams.northwind.rate",
            "“rates” says what it pays already (give one of the two)"
        ),
        Slip(
            "rate: { amount: 95.00, per: hour }",
            "archived: true",
            "streams.northwind.archived",
            "“true” is not a date (2026-11-23)"
        ),
    ]

    static let names: [Slip] = [
        Slip(
            "dropOff: kofi",
            "dropOff: kofy",
            "entries.noah-school.dropOff",
            "unknown person “kofy” (did you mean “kofi”?)"
        ),
        Slip(
            "people: [noah]",
            "people: [noha]",
            "entries.noah-school.people",
            "unknown person “noha” (did you mean “noah”?)"
        ),
        Slip(
            "place: school",
            "place: gym",
            "entries.noah-school.place",
            "unknown place “gym” (known: home, school, office-park)"
        ),
        Slip(
            "stream: northwind",
            "stream: nortwind",
            "entries.northwind-mornings.stream",
            "unknown stream “nortwind” (did you mean “northwind”?)"
        ),
        Slip(
            "resources: [quiet-room]",
            "resources: [quite-room]",
            "streams.northwind.resources",
            "unknown resource “quite-room” (did you mean “quiet-room”?)"
        ),
        Slip(
            "pickUp: maya",
            "pickup: maya",
            "entries.noah-school.pickup",
            "unknown key “pickup” (did you mean “pickUp”?)"
        ),
        Slip(
            "goals:",
            "goal:",
            "goal",
            "unknown key “goal” (did you mean “goals”?)"
        ),
        Slip(
            "weekly: { min: 10h",
            "weekly: { mim: 10h",
            "streams.northwind.weekly.mim",
            "unknown key “mim” (did you mean “min”?)"
        ),
        Slip(
            "timeZone: Europe/Berlin",
            "timeZone: Europe/Berln",
            "household.timeZone",
            "unknown time zone “Europe/Berln” (did you mean Europe/Berlin?)"
        ),
        Slip(
            "role: carer",
            "role: grandma",
            "people.ama.role",
            "“grandma” is none of parent, child, carer"
        ),
        Slip(
            "role: carer }",
            "role: carer }\n  - { id: ama, role: carer }",
            "people.ama.id",
            "“ama” is there already (person “ama”, line 21)",
            below: 1
        ),
        Slip(
            "id: ama-wednesday",
            "id: Ama Wednesday",
            "entries[2].id",
            "“Ama Wednesday” is not an id (lower-case letters, digits, “-” and “.”: “ama-wednesday”)"
        ),
    ]

    static let times: [Slip] = [
        Slip(
            "start: 2026-09-01T08:15",
            "start: 2026-02-30T08:15",
            "entries.noah-school.start",
            "“2026-02-30” is not a date: 2026-02 has 28 days"
        ),
        Slip(
            "to: 20:00",
            "to: 25:00",
            "people.noah.care[0].to",
            "“25:00” is not a time of day (00:00 to 24:00)"
        ),
        Slip(
            "end: 2026-09-01T14:15",
            "end: 2026-09-01T08:15",
            "entries.noah-school.end",
            "2026-09-01T08:15 is not after the start, 2026-09-01T08:15"
        ),
        Slip(
            "end: 2026-09-01T14:15",
            "end: 2026-09-01T14:15Z",
            "entries.noah-school.end",
            "“2026-09-01T14:15Z” has an offset, but wall time is needed (2026-11-23T14:00; the zone goes to timeZone)"
        ),
        Slip(
            "duration: 3h",
            "duration: 180",
            "entries.northwind-mornings.duration",
            "“180” has no unit (180m for minutes, 180h for hours, 180d for days)"
        ),
        Slip(
            "duration: 3h",
            "duration: three hours",
            "entries.northwind-mornings.duration",
            "“three hours” is not a duration (90m, 1h30m, 2h, 3d)"
        ),
        Slip(
            "    duration: 3h\n",
            "",
            "entries.northwind-mornings.end",
            "an end or a duration is needed (end: 15:00, duration: 1h)",
            below: -5
        ),
        Slip(
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "weekly",
            "entries.northwind-mornings.repeat",
            "“weekly” is not a repetition (try FREQ=WEEKLY)"
        ),
        Slip(
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "every 2 weeks",
            "entries.northwind-mornings.repeat",
            "“every 2 weeks” is not a repetition (try FREQ=WEEKLY;INTERVAL=2)"
        ),
        Slip(
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "every tue",
            "entries.northwind-mornings.repeat",
            "“every tue” is not a repetition (try FREQ=WEEKLY, FREQ=WEEKLY;BYDAY=TU,TH, FREQ=MONTHLY)"
        ),
        Slip(
            "BYDAY=TU,TH",
            "BYDAY=TU,XX",
            "entries.northwind-mornings.repeat",
            "BYDAY=TU,XX: “XX” is not a weekday (MO, TU, WE, TH, FR, SA, SU)"
        ),
        Slip(
            "of: 2026-11-26T09:00",
            "of: 2026-11-27T09:00",
            "entries.northwind-mornings.overrides[2026-11-27T09:00].of",
            "2026-11-27T09:00 is not a start of “Northwind retainer” (the next is 2026-12-01T09:00)"
        ),
        Slip(
            "of: 2026-11-26T09:00",
            "of: 2026-11-26T10:00",
            "entries.northwind-mornings.overrides[2026-11-26T10:00].of",
            "2026-11-26T10:00 is not a start of “Northwind retainer” (that day: 2026-11-26T09:00)"
        ),
        Slip(
            "except: [2026-10-12]",
            "except: [2026-10-12/2026-10-02]",
            "entries.noah-school.except",
            "“2026-10-12/2026-10-02” ends before it begins"
        ),
        Slip(
            "born: 2019-05-02",
            "born: 02.05.2019",
            "people.noah.born",
            "“02.05.2019” is not a date (2026-11-23)"
        ),
        Slip(
            "between: [40%, 60%]",
            "between: [0.4, 60%]",
            "goals.split.between",
            "“0.4” has no unit (0.4%, or 40% for 0.4)"
        ),
        Slip(
            "between: [40%, 60%]",
            "between: [60%, 40%]",
            "goals.split.between",
            "two shares are needed, the lower first ([40%, 60%])"
        ),
        Slip(
            "days: daily",
            "days: dayly",
            "people.noah.care[0].days",
            "“dayly” is not a day (did you mean daily?)"
        ),
    ]

    static let shapes: [Slip] = [
        Slip(
            "currency: EUR",
            "rules: { stream-hour: off }",
            "household.rules.stream-hour",
            "unknown kind of conflict “stream-hour” (did you mean “stream-hours”?)"
        ),
        Slip(
            "role: parent, unixUser: kofi",
            "role: parent, rules: { short-rest: of }",
            "people.kofi.rules.short-rest",
            "“of” is none of off, notice, warning, critical: did you mean off?"
        ),
        Slip(
            "currency: EUR",
            "rules: { short-rest: false }",
            "household.rules.short-rest",
            "“false” is none of off, notice, warning, critical"
        ),
        Slip(
            "currency: EUR",
            "rules: off",
            "household.rules",
            "is text, but keys with values are needed"
        ),
        Slip(
            "title: School",
            "title: School\n    title: Kita",
            "",
            "the key “title” is there already, in line 33",
            below: 1
        ),
        Slip(
            "title: School",
            "title: [School]",
            "entries.noah-school.title",
            "is a list, but a single value is needed"
        ),
        Slip(
            "for: [noah]",
            "for: []",
            "entries.ama-wednesday.for",
            "care needs a child that it is for"
        ),
        Slip(
            "owner: maya",
            "owner: ama",
            "streams.northwind.owner",
            "Grandma Ama is a carer, not a parent"
        ),
        Slip(
            "people: [ama]",
            "people: [noah]",
            "entries.ama-wednesday.people",
            "Noah is a child (a parent or a carer is needed)"
        ),
        Slip(
            "currency: EUR",
            "currency: Euro",
            "household.currency",
            "“Euro” is not a currency (three capital letters: EUR, GBP, CHF)"
        ),
        Slip(
            "between: [school, office-park]",
            "between: [school, school]",
            "travel.school/school.between",
            "both are “school” (two different places are needed)"
        ),
        Slip(
            "minutesFromHome: 15",
            "minutesFromHome: quarter",
            "places.school.minutesFromHome",
            "“quarter” is not a number of minutes (15)"
        ),
        Slip(
            "role: parent, unixUser: maya",
            "unixUser: maya",
            "people.maya.role",
            "is needed (parent, child or carer)"
        ),
        Slip(
            "    role: child",
            "\trole: child",
            "",
            "the line is indented with a tab, which YAML does not take (use spaces: two for each step)"
        ),
        Slip(
            "  - { id: maya,",
            "\t- { id: maya,",
            "",
            "the line is indented with a tab, which YAML does not take (use spaces: two for each step)"
        ),
        Slip(
            "people: [noah]",
            "people: [noah",
            "",
            "is not YAML: did not find expected ',' or ']' (while parsing a flow sequence, line 34)",
            below: 1
        ),
        Slip(
            "amount: 95.00",
            "amount: 95,00",
            "streams.northwind.rate.00",
            "unknown key “00” (a value with a comma needs quotes within braces)"
        ),
    ]
}
