import Household
import ICalendar
import Testing

@testable import HouseholdFile

@Suite("A household file is laid over what is there")
struct ReadingTests {
    private func read(_ text: String, onto current: Household = Household(), prune: Bool = false) throws -> Household {
        try HouseholdFile.read(text, name: "family.yaml", onto: current, prune: prune)
    }

    private func before() throws -> Household {
        try read(
            """
            household: { name: Before, timeZone: Europe/Berlin, minimumGap: 30m }
            people: [{ id: maya, role: parent, name: Maya }, { id: kofi, role: parent }]
            places: [{ id: school, minutesFromHome: 15 }]
            entries:
              - { id: call, kind: appointment, title: Call, people: [maya], start: 2026-11-24T10:00, duration: 1h }
            """
        )
    }

    @Test("what the file does not name stays")
    func stays() throws {
        let after = try read("people: [{ id: ama, role: carer }]", onto: before())
        #expect(after.people.keys.map(\.rawValue) == ["maya", "kofi", "ama"])
        #expect(after.places.count == 1)
        #expect(after.settings.name == "Before")
    }

    @Test("what the file does not name goes with prune, but for the settings")
    func pruned() throws {
        let after = try read("people: [{ id: ama, role: carer }]", onto: before(), prune: true)
        #expect(after.people.keys.map(\.rawValue) == ["ama"])
        #expect(after.places.isEmpty)
        #expect(after.entries.isEmpty)
        #expect(after.settings == (try before()).settings)
    }

    @Test("keys that are left out have their defaults, the time zone stays")
    func defaults() throws {
        let after = try read("household: { name: After }\npeople: [{ id: maya, role: parent }]", onto: before())
        #expect(after.settings.minimumGap == 600)
        #expect(after.settings.timeZone == "Europe/Berlin")
        #expect(after.people[ID(trusted: "maya")]?.name == "maya")
    }

    @Test("rules are the household's or a person's, and off is a word")
    func rules() throws {
        let after = try read(
            """
            household:
              timeZone: Europe/Berlin
              rules: { overload-day: notice, stream-hours: off }
            people:
              - { id: kofi, role: parent, rules: { goal-missed: warning, short-rest: "off", coverage-gap: critical } }
            """
        )
        let kofi = ID<Person>(trusted: "kofi")
        #expect(after.settings.rules == [.streamHours: .off, .overloadDay: .severity(.notice)])
        #expect(
            after.people[kofi]?.rules == [
                .shortRest: .off, .goalMissed: .severity(.warning), .coverageGap: .severity(.critical),
            ]
        )
        // In the order of the kinds, whatever it was.
        let written = HouseholdFile.write(after)
        #expect(written.contains("  rules: { overload-day: notice, stream-hours: off }\n"))
        #expect(written.contains("rules: { coverage-gap: critical, short-rest: off, goal-missed: warning } }\n"))
        // What the file leaves out has its default.
        #expect(try read("people: [{ id: kofi, role: parent }]", onto: after).people[kofi]?.rules == [:])
    }

    @Test("a carer says when they usually help")
    func helps() throws {
        let after = try read("people: [{ id: ama, role: carer, helps: [{ days: wed, from: 14:00, to: 18:00 }] }]")
        let window = Window(days: [.wednesday], from: CivilTime("14:00")!, to: CivilTime("18:00")!)
        #expect(after.people[ID(trusted: "ama")]?.helps == [window])
    }

    @Test("a parent says what they want to be told; it is written as it was read")
    func notify() throws {
        let text = """
            people:
              - id: maya
                role: parent
                notify:
                  digest: "07:00"
                  balance: sunday
                  quiet: { from: "21:00", to: "06:30" }
                  language: pt-BR
                  channels:
                    - { channel: email, address: maya@home.example }
                    - { channel: phone, address: maya-topic, severity: critical, digest: false, reminders: false, changes: true }

            """
        let after = try read("household: { timeZone: Europe/Berlin }\n" + text)
        let expected = NotificationSettings(
            digest: CivilTime("07:00"),
            balance: .sunday,
            quiet: .init(from: CivilTime("21:00")!, to: CivilTime("06:30")!),
            language: "pt-BR",
            channels: [
                .init(channel: "email", address: "maya@home.example"),
                .init(
                    channel: "phone",
                    address: "maya-topic",
                    severity: .critical,
                    digest: false,
                    reminders: false,
                    changes: true
                ),
            ]
        )
        #expect(after.people[ID(trusted: "maya")]?.notify == expected)
        #expect(HouseholdFile.write(after).hasSuffix(text))
        // What the file leaves out has its default.
        let without = try read("people: [{ id: maya, role: parent }]", onto: after)
        #expect(without.people[ID(trusted: "maya")]?.notify == NotificationSettings())
    }

    @Test(
        "a language is a tag of which each part is known, in its usual letters",
        arguments: ["de": "de", "DE-at": "de-AT", "zh-hant-tw": "zh-Hant-TW", "zh-TW": "zh-TW", "es-419": "es-419"]
    )
    func language(text: String, tag: String) throws {
        let after = try read("people: [{ id: maya, role: parent, notify: { language: \(text) } }]")
        #expect(after.people[ID(trusted: "maya")]?.notify.language == tag)
    }

    @Test(
        "an unknown language is said with the nearest",
        arguments: [
            "du": "", "de_AT": ": did you mean de-AT?", "pt-BRR": ": did you mean pt-BR?",
            "German": "", "de-": ": did you mean de?", "de-AT-x": "",
        ]
    )
    func unknownLanguage(text: String, near: String) {
        let error = #expect(throws: HouseholdFileError.self) {
            try read("people: [{ id: maya, role: parent, notify: { language: \(text) } }]")
        }
        let message = error?.mistakes.first?.message ?? ""
        #expect(message.hasPrefix("“\(text)” is not the tag of a known language (de, fr, pt-BR)\(near)"))
    }

    @Test("what is wrong with what somebody wants to be told is said at its line")
    func notifyMistakes() {
        let text = """
            people:
              - id: maya
                role: parent
                notify:
                  digest: dawn
                  quiet: { from: "21:00" }
                  channels: [{ adress: maya@home.example }]
              - id: kofi
                role: parent
                notify:
                  channels:
                    - channel: email
                    - channel: email
              - { id: noah, role: child, notify: { digest: "07:00" } }
            """
        let error = #expect(throws: HouseholdFileError.self) { try read(text) }
        #expect(
            error?.mistakes.map { $0.line(in: "family.yaml") } == [
                "family.yaml:5: people › maya › notify › digest: “dawn” is not a time of day (00:00 to 24:00)",
                "family.yaml:6: people › maya › notify › quiet › to: is needed (\"06:30\")",
                "family.yaml:7: people › maya › notify › channels[0] › channel: is needed "
                    + "(its name in the daemon's configuration: email)",
                "family.yaml:7: people › maya › notify › channels[0] › adress: unknown key “adress” "
                    + "(did you mean “address”?)",
                "family.yaml:13: people › kofi › notify › channels[1]: “email” with this address is named twice",
                "family.yaml:14: people › noah › notify: noah is a child (parents and carers are told things)",
            ]
        )
    }

    @Test("applying twice changes nothing")
    func idempotent() throws {
        let once = try before()
        let text = HouseholdFile.write(once)
        #expect(try read(text, onto: once) == once)
        #expect(try read(text, onto: once, prune: true) == once)
    }

    @Test("where an entry came from is kept")
    func uid() throws {
        var household = try before()
        household.entries[ID(trusted: "call")]?.uid = "1234@example.org"
        let text = """
            entries:
              - { id: call, kind: appointment, title: Call, people: [kofi], start: 2026-11-24T10:00, duration: 1h }
            """
        let after = try read(text, onto: household, prune: false)
        #expect(after.entries[ID(trusted: "call")]?.uid == "1234@example.org")
        #expect(after.entries[ID(trusted: "call")]?.people.map(\.rawValue) == ["kofi"])
    }

    @Test("values are what their key says, never YAML's numbers and truths")
    func scalars() throws {
        let household = try read(
            """
            household: { name: 1.50, timeZone: Europe/Berlin }
            people:
              - id: no
                name: yes
                role: child
                aloneUpTo: 0m
                care: [{ days: [mon, tuesday], from: 20:00, to: 06:30, level: nearby }]
            """
        )
        #expect(household.settings.name == "1.50")
        let child = try #require(household.people.values.first)
        #expect((child.id.rawValue, child.name) == ("no", "yes"))
        #expect(child.care[0].window.from == CivilTime(hour: 20, minute: 0))
        #expect(child.care[0].window.days == [.monday, .tuesday])
    }

    @Test(
        "a length is given by an end or a duration",
        arguments: [
            ("start: 2026-11-24T09:00, end: 2026-11-24T10:30", 5400),
            ("start: 2026-11-24T09:00, end: 10:30", 5400),
            ("start: 2026-11-24T22:00, end: 01:00", 10_800),
            ("start: 2026-11-24T09:00, end: 24:00", 54_000),
            ("start: 2026-11-24T09:00, duration: 1h30m", 5400),
            ("start: 2026-11-24 09:00, duration: 3d", 259_200),
            ("start: 2026-10-25T00:00, end: 2026-10-25T04:00", 18_000),
            ("start: 2026-03-29T00:00, end: 2026-03-29T04:00", 10_800),
            ("start: 2026-11-24T09:00, timeZone: America/New_York, end: 10:00", 3600),
        ]
    )
    func length(time: String, seconds: Int) throws {
        let household = try read(
            "household: { timeZone: Europe/Berlin }\nentries: [{ id: x, kind: family, \(time) }]"
        )
        guard case .timed(_, _, let length) = try #require(household.entries.values.first).time else {
            Issue.record("not timed")
            return
        }
        #expect(length == seconds)
    }

    @Test(
        "an all-day entry has days, its end is the last",
        arguments: [
            ("start: 2026-11-24", 1), ("start: 2026-11-24, allDay: true, end: 2026-11-24", 1),
            ("start: 2026-11-24, end: 2026-11-26", 3), ("start: 2026-11-24, duration: 3d", 3),
        ]
    )
    func days(time: String, days: Int) throws {
        let household = try read("entries: [{ id: x, kind: away, \(time) }]")
        let first = try #require(CivilDate("2026-11-24"))
        #expect(household.entries.values.first?.time == .allDay(first: first, days: days))
    }

    @Test("an override may name its occurrence by the date alone")
    func overrideByDate() throws {
        let household = try read(
            """
            entries:
              - id: x
                kind: family
                start: 2026-11-24T09:00
                duration: 1h
                repeat: FREQ=DAILY
                overrides: [{ of: 2026-11-26, start: 13:00 }, { of: 2026-11-25, cancelled: true }]
            """
        )
        let overrides = try #require(household.entries.values.first).overrides
        #expect(overrides.map(\.of.description) == ["2026-11-25T09:00", "2026-11-26T09:00"])
        guard case .changed(let fields) = overrides[1].change else {
            Issue.record("not changed")
            return
        }
        #expect(fields.start?.description == "2026-11-26T13:00")
    }

    @Test("a rule's commas within braces need quotes, and that is said")
    func ruleInBraces() throws {
        let error = try #require(throws: HouseholdFileError.self) {
            try read(
                "entries: [{ id: x, kind: family, start: 2026-11-24, repeat: FREQ=WEEKLY;BYDAY=MO,TU }]"
            )
        }
        #expect(error.mistakes.map(\.message) == ["unknown key “TU” (a value with a comma needs quotes within braces)"])
    }
}
