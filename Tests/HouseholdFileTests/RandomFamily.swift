import Household
import ICalendar

/// Households as various as the model allows, each from a seed: for what must hold of all of them.
struct RandomFamily {
    private var random: SplitMix
    private var household = Household()

    static func make(seed: UInt64) throws -> Household {
        var family = RandomFamily(random: SplitMix(state: seed))
        try family.addSettings()
        family.addPlaces()
        family.addPeople()
        family.addStreams()
        try family.addEntries()
        family.addGoals()
        return family.household
    }

    private mutating func addSettings() throws {
        let zone = pick(["Europe/Berlin", "America/New_York", "Pacific/Auckland"])
        household.settings = Settings(
            name: words(),
            timeZone: zone,
            weekStart: pick(Weekday.allCases),
            currency: pick(["EUR", "GBP"]),
            exchange: coin()
                ? [] : [Exchange(currency: Currency("USD")!, rate: Amount("0.92")!), jpy()],
            coverage: pick(Coverage.allCases),
            minimumGap: upTo(90) * 60,
            protected: some(2) { ProtectedTime(window: $0.window(), label: $0.maybe { $0.words() }) },
            rules: rules(),
            weights: maybe {
                HourWeights(care: $0.upTo(10_000), work: $0.upTo(300), admin: $0.upTo(99), own: $0.upTo(1) * 50)
            }
        )
        household.zones[zone] = try ZoneDatabase.system.zone(zone)
    }

    private mutating func rules() -> [ConflictKind: RuleSetting] {
        some(5) { ($0.pick(ConflictKind.allCases), $0.pick(RuleSetting.allCases)) }
            .reduce(into: [:]) { rules, rule in rules[rule.0] = rule.1 }
    }

    private mutating func notify() -> NotificationSettings {
        NotificationSettings(
            digest: maybe { $0.window().from },
            balance: maybe { $0.pick(Weekday.allCases) },
            quiet: maybe { _ in .init(from: CivilTime("21:30")!, to: CivilTime("06:15")!) },
            language: maybe { $0.pick(["de", "fr-CA", "zh-Hant-TW"]) },
            channels: coin()
                ? []
                : [
                    .init(
                        channel: "email",
                        address: pick(["maya@home.example", "a topic: #1", "07:00"]),
                        severity: pick(Severity.allCases),
                        digest: coin()
                    ),
                    .init(
                        channel: "phone.2",
                        severity: pick(Severity.allCases),
                        reminders: coin(),
                        changes: maybe { $0.coin() }
                    ),
                ]
        )
    }

    private mutating func addPlaces() {
        for id in ["school", "office-park", "gym.2"] {
            let place = Place(id: ID(trusted: id), name: pick([id, words()]), minutesFromHome: upTo(90))
            household.put(.place(place))
        }
        let pair = Travel.Pair(ID(trusted: "school"), ID(trusted: pick(["home", "gym.2"])))
        household.put(.travel(Travel(between: pair, minutes: upTo(60))))
        household.put(.resource(Resource(id: ID(trusted: "car"), name: pick(["car", words()]))))
        household.put(.resource(Resource(id: ID(trusted: "quiet-room"), name: words())))
    }

    private mutating func addPeople() {
        for (id, role) in [("maya", Role.parent), ("kofi", .parent), ("ama", .carer)] {
            let person = Person(
                id: ID(trusted: id),
                name: pick([id, words()]),
                role: role,
                unixUser: maybe { _ in id },
                work: WorkLimits(
                    perDay: maybe { $0.upTo(86_400) },
                    perWeek: maybe { $0.upTo(604_800) },
                    rest: maybe { $0.upTo(86_400) }
                ),
                helps: role == .carer ? some(3) { $0.window() } : [],
                rules: rules(),
                notify: notify()
            )
            household.put(.person(person))
        }
        for id in ["noah", "lena"] {
            let person = Person(
                id: ID(trusted: id),
                name: words(),
                role: .child,
                born: maybe { $0.date() },
                escort: coin(),
                aloneUpTo: upTo(3) * 600,
                care: some(3) { CareWindow(window: $0.window(), level: $0.pick(CareLevel.allCases)) },
                rules: rules()
            )
            household.put(.person(person))
        }
    }

    private mutating func addStreams() {
        for id in ["northwind", "product", "admin"] {
            let low = maybe { $0.upTo(20) * 3600 }
            let stream = Stream(
                id: ID(trusted: id),
                name: pick([id, words()]),
                owner: parent(),
                kind: pick(StreamKind.allCases),
                client: maybe { $0.words() },
                attention: pick(Attention.allCases),
                billable: maybe { $0.coin() },
                currency: maybe { $0.currency() },
                rates: dated { Rate(from: $1, amount: $0.amount(), currency: $2, per: $0.pick(Rate.Unit.allCases)) },
                revenue: dated { Revenue(from: $1, amount: $0.amount(), currency: $2) },
                budget: Budget(hours: maybe { ($0.upTo(90) + 1) * 3600 }, amount: maybe { $0.amount() }),
                target: maybe { $0.amount() },
                archived: maybe { $0.date() },
                weekly: WeeklyHours(min: low, max: maybe { (low ?? 0) + $0.upTo(20) * 3600 }),
                hours: some(2) { $0.window() },
                resources: pick([[], [ID(trusted: "car")]]),
                deadlines: coin()
                    ? [
                        Deadline(
                            id: ID(trusted: "q4"),
                            title: pick(["q4", words()]),
                            due: CivilDateTime(date(), time()),
                            remaining: upTo(40) * 1800
                        )
                    ] : []
            )
            household.put(.stream(stream))
        }
    }

    private mutating func jpy() -> Exchange {
        Exchange(currency: Currency("JPY")!, rate: Amount(units: 1 + upTo(99_999), scale: 6))
    }

    private mutating func amount() -> Amount {
        Amount(pick(["95.00", "0.5", "1200", "0", "999999999.999999", "0.07"]))!
    }

    private mutating func currency() -> Currency { Currency(pick(["EUR", "USD", "JPY"]))! }

    /// Of none to three days, each after the one before, the first perhaps from always.
    private mutating func dated<Value>(
        _ make: (inout RandomFamily, CivilDate?, Currency?) -> Value
    ) -> [Value] {
        var day = date()
        return (0...upTo(3)).dropFirst().map { index in
            day = day.adding(days: 1 + upTo(90))
            return make(&self, index == 1 && coin() ? nil : day, maybe { $0.currency() })
        }
    }

    private mutating func addEntries() throws {
        for number in 0..<12 {
            let kind = pick(EntryKind.allCases)
            var entry = Entry(id: ID(trusted: "entry-\(number)"), kind: kind, title: words(), time: try time(of: kind))
            addPeople(to: &entry)
            addRest(to: &entry)
            entry.repetition = try repetition(of: entry)
            addOverrides(to: &entry)
            household.put(.entry(entry))
        }
    }

    private mutating func time(of kind: EntryKind) throws -> EntryTime {
        if coin() { return .allDay(first: date(), days: 1 + upTo(4)) }
        let zone = maybe { $0.pick(["Asia/Kolkata", "Europe/Berlin"]) }
        if let zone { household.zones[zone] = try ZoneDatabase.system.zone(zone) }
        let seconds = pick([1800, 3600, 5400, 36_000, 100_000, 90])
        return .timed(start: CivilDateTime(date(), time()), zone: zone, seconds: seconds)
    }

    private mutating func addPeople(to entry: inout Entry) {
        switch entry.kind {
        case .work:
            (entry.people, entry.stream) = ([parent()], ID(trusted: pick(["northwind", "product", "admin"])))
        case .care:
            (entry.people, entry.children) = ([pick([ID(trusted: "ama"), parent()])], [child()])
        case .school: entry.people = [child()]
        case .appointment, .away, .family: entry.people = pick([[], [parent(), child()], [child()]])
        }
        entry.dropOff = maybe { $0.parent() }
        entry.pickUp = maybe { _ in ID(trusted: "ama") }
    }

    private mutating func addRest(to entry: inout Entry) {
        entry.note = maybe { $0.words() }
        entry.place = maybe { ID(trusted: $0.pick(["home", "school", "gym.2"])) }
        entry.attention = maybe { $0.pick(Attention.allCases) }
        entry.busy = maybe { $0.coin() }
        entry.tentative = coin()
        entry.supervised = coin()
        let parents: Set<ID<Person>> = [ID(trusted: "maya"), ID(trusted: "kofi")]
        entry.isPrivate = coin() && !parents.isDisjoint(with: entry.people)
        entry.resources = pick([nil, [], [ID(trusted: "car"), ID(trusted: "quiet-room")]])
        entry.remind = maybe { $0.upTo(600) * 60 }
        entry.movable = pick(Movable.allCases)
        entry.url = maybe { _ in "https://example.org/a?b=c#d: e" }
        entry.uid = maybe { $0.words() }
    }

    private mutating func repetition(of entry: Entry) throws -> Repetition {
        let rules = ["FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=-1"]
        let start = entry.time.start
        let later = CivilDateTime(start.date.adding(days: 3), start.time)
        return Repetition(
            rule: try maybe { try RecurrenceRule($0.pick(rules)) },
            also: some(2) { CivilDateTime(start.date.adding(days: 40 + $0.upTo(9)), start.time) },
            exceptDays: some(2) { random in
                let first = start.date.adding(days: 50 + random.upTo(30))
                return first...first.adding(days: random.upTo(2) * 10)
            },
            exceptStarts: entry.time.isAllDay ? [] : some(1) { _ in later }
        )
    }

    private mutating func addOverrides(to entry: inout Entry) {
        let recurrence = household.recurrence(of: entry)
        let starts = recurrence.starts(
            from: entry.time.start,
            until: CivilDateTime(entry.time.start.date.adding(days: 100), .midnight)
        )
        entry.overrides = starts.prefix(4).map { start in
            Override(of: start, change: coin() ? .cancelled : .changed(fields(of: entry, at: start)))
        }
    }

    private mutating func fields(of entry: Entry, at start: CivilDateTime) -> Override.Fields {
        var fields = Override.Fields()
        fields.start = maybe { $0.coin() ? start : CivilDateTime(start.date.adding(days: 1), start.time) }
        fields.length = maybe { 1 + $0.upTo(9) * (entry.time.isAllDay ? 1 : 600) }
        fields.title = maybe { $0.words() }
        fields.note = maybe { $0.words() }
        fields.people = entry.kind == .appointment ? maybe { $0.pick([[], [$0.child()]]) } : nil
        fields.children = maybe { [$0.child()] }
        fields.place = maybe { _ in ID(trusted: "office-park") }
        fields.attention = maybe { $0.pick(Attention.allCases) }
        fields.busy = maybe { $0.coin() }
        fields.tentative = maybe { $0.coin() }
        fields.resources = pick([nil, [], [ID(trusted: "car")]])
        fields.dropOff = maybe { $0.parent() }
        fields.pickUp = maybe { $0.parent() }
        for field in Override.Clearable.allCases where coin() && coin() { fields.clear(field) }
        return fields
    }

    private mutating func addGoals() {
        let low = Double(upTo(50))
        let aims: [Goal.Aim] = [
            .careShare(person: parent(), percent: low...(low + 12.5), weeks: 1 + upTo(9)),
            .together(min: 3600), .oneOnOne(person: parent(), child: child(), min: 5400),
            .ownTime(person: parent(), min: 90),
        ]
        for (number, aim) in aims.enumerated() {
            household.put(.goal(Goal(id: ID(trusted: "goal-\(number)"), aim: aim)))
        }
    }
}

extension RandomFamily {
    private mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }
    private mutating func coin() -> Bool { Bool.random(using: &random) }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values[upTo(values.count - 1)] }

    private mutating func maybe<Value>(_ make: (inout RandomFamily) throws -> Value) rethrows -> Value? {
        coin() ? try make(&self) : nil
    }

    private mutating func some<Value>(_ most: Int, _ make: (inout RandomFamily) -> Value) -> [Value] {
        (0..<upTo(most)).map { _ in make(&self) }
    }

    private mutating func parent() -> ID<Person> { ID(trusted: pick(["maya", "kofi"])) }
    private mutating func child() -> ID<Person> { ID(trusted: pick(["noah", "lena"])) }

    private mutating func date() -> CivilDate { CivilDate(daysSinceEpoch: 20_000 + upTo(1500)) }
    private mutating func time() -> CivilTime { CivilTime(secondsSinceMidnight: upTo(95) * 900) }

    private mutating func window() -> Window {
        Window(
            days: Set((0...upTo(6)).map { _ in pick(Weekday.allCases) }),
            from: time(),
            to: pick([time(), .endOfDay])
        )
    }

    /// Words that YAML, or a careless writer of it, takes for something else.
    private mutating func words() -> String {
        let pieces = NastyText.all + ["Dinner", "Ama's", "Zahnarzt für Noah", "café", "5"]
        return coin() ? pick(pieces) : "\(pick(pieces)) \(pick(pieces))"
    }
}

/// A generator of numbers that gives the same ones for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
