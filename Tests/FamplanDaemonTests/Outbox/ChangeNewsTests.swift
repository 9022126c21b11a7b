import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("What others change is told to those whom it touches")
struct ChangeNewsTests {
    private let family = """
        household: { timeZone: Europe/Berlin }
        places: [ { id: school, name: School, minutesFromHome: 15 } ]
        people:
          - { id: maya, name: Maya, role: parent, notify: { channels: [ { channel: email } ] } }
          - { id: kofi, name: Kofi, role: parent }
          - { id: ama, name: Ama, role: carer, notify: { channels: [ { channel: email } ] } }
          - { id: noah, name: Noah, role: child }
        entries:
          - { id: call, kind: appointment, title: Tue call, people: [maya], start: 2026-11-24T10:00, duration: 1h }
          - { id: standup, kind: appointment, title: Stand-up, people: [maya], start: 2026-09-01T09:00, duration: 15m,
              repeat: "FREQ=WEEKLY;BYDAY=TU,TH" }
          - { id: gym, kind: appointment, title: Gym, people: [kofi], start: 2026-11-24T18:00, duration: 1h }
          - { id: club, kind: school, title: Club, people: [noah], place: school, start: 2026-11-25T15:00, duration: 1h }
        """
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    private func posting(_ text: String? = nil, at now: String = "2026-11-23T08:00:00+01:00") async throws -> Posting {
        let posting = try await Posting(text ?? family, at: now)
        try await posting.run()
        #expect(posting.channel.tries.isEmpty)
        return posting
    }

    private func move(_ posting: Posting, _ name: String, to when: String, by actor: Actor? = nil) async throws {
        let request = MoveRequest(target: EntryTarget(name: name), when: when, options: ChangeOptions())
        _ = try await posting.planner.move(request, by: actor ?? kofi)
    }

    private func edit(_ posting: Posting, _ name: String, _ fields: EntryFields) async throws {
        let request = EditRequest(target: EntryTarget(name: name), fields: fields, options: ChangeOptions())
        _ = try await posting.planner.edit(request, by: kofi)
    }

    private func remove(_ posting: Posting, _ name: String, by actor: Actor? = nil) async throws {
        let request = RemoveRequest(target: EntryTarget(name: name), options: ChangeOptions())
        _ = try await posting.planner.remove(request, by: actor ?? kofi)
    }

    /// What a person was told, without the last line.
    private func told(_ posting: Posting, _ person: String = "maya") -> [String] {
        posting.channel.delivered.filter { $0.message.person.rawValue == person }.map { tried in
            let unbroken = tried.message.text.replacing("\n  ", with: " ")
            return unbroken.split(separator: "\n").filter { !$0.hasPrefix("famplan history") }.joined(separator: "\n")
        }
    }

    @Test("two minutes after the last change, in one message, once: who, what, from when to when")
    func batched() async throws {
        let posting = try await posting()
        try await move(posting, "call", to: "2026-11-25T09:00")
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T08:02:00+01:00"))
        posting.clock.move(to: "2026-11-23T08:01:00+01:00")
        try await remove(posting, "standup@2026-11-26")
        #expect(try await posting.run(at: "2026-11-23T08:02:59+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T08:03:00+01:00") == ["change-1-3-maya"])
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.kind == .change && message.severity == .notice)
        #expect(message.title == "2 changes by Kofi")
        #expect(message.short == "2 changes by Kofi, the first Tue 24 Nov 10:00")
        #expect(
            message.text == """
                - Kofi moved “Tue call” from Tue 24 Nov 10:00 to Wed 25 Nov 09:00
                  (change 2)
                - Kofi skipped “Stand-up” on Thu 26 Nov 09:00 (change 3)

                famplan history: all of it. famplan undo 3: take a change back.

                """
        )
        #expect(try await posting.run(at: "2026-11-23T20:00:00+01:00") == [])
    }

    @Test("whose it is: one's own and a child's; not what is somebody else's, nor what one did oneself")
    func whose() async throws {
        let posting = try await posting()
        try await move(posting, "gym", to: "19:00")
        try await move(posting, "call", to: "11:00", by: maya)
        #expect(try await posting.run(at: "2026-11-23T08:02:00+01:00") == [])
        try await edit(posting, "club", ["pickUp": ["ama"]])
        #expect(
            try await posting.run(at: "2026-11-23T08:04:00+01:00").sorted() == ["change-3-4-ama", "change-3-4-maya"]
        )
        #expect(
            told(posting) == ["- Kofi changed “Club”, Wed 25 Nov 15:00: fetched by nobody → Ama (change 4)"]
        )
        #expect(told(posting, "ama") == told(posting))
        try await edit(posting, "club", ["pickUp": []])
        try await posting.run(at: "2026-11-23T08:06:00+01:00")
        #expect(
            told(posting, "ama").last == "- Kofi changed “Club”, Wed 25 Nov 15:00: fetched by Ama → nobody (change 5)"
        )
    }

    @Test(
        "another entry of the same name does not stand in for one's own; a carer is not sent to what only parents may use"
    )
    func namesakes() async throws {
        let text =
            family + """

                  - { id: kofis, kind: appointment, title: Tue call, people: [kofi], start: 2026-11-24T12:00, duration: 1h }
                  - { id: visit, kind: appointment, title: Visit, people: [ama], start: 2026-11-24T14:00, duration: 1h }
                """
        let posting = try await posting(text)
        try await move(posting, "call", to: "2026-11-25T09:00")
        try await move(posting, "visit", to: "2026-11-25T14:00")
        try await move(posting, "kofis", to: "2026-11-25T12:00")
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        #expect(told(posting) == ["- Kofi moved “Tue call” from Tue 24 Nov 10:00 to Wed 25 Nov 09:00 (change 2)"])
        let texts = Dictionary(
            posting.channel.delivered.map { ($0.message.person.rawValue, $0.message.text) },
            uniquingKeysWith: { $1 }
        )
        #expect(texts["maya"]?.contains("famplan undo 2") == true)
        #expect(texts["ama"]?.contains("“Visit”") == true)
        #expect(texts["ama"]?.contains("famplan") == false)
    }

    @Test("what was changed and changed back before it was told is not told", arguments: [true, false])
    func changedBack(byUndo: Bool) async throws {
        let posting = try await posting()
        try await move(posting, "call", to: "2026-11-25T09:00")
        try await posting.run(at: "2026-11-23T08:01:00+01:00")
        if byUndo {
            _ = try await posting.planner.undo(by: kofi)
        } else {
            try await move(posting, "call", to: "2026-11-24T10:00")
        }
        #expect(try await posting.run(at: "2026-11-23T09:00:00+01:00") == [])
        #expect(try await posting.planner.store.toldChanges()[ID(trusted: "maya")] == 3)
    }

    @Test("what was deleted and put in anew is held against what was there")
    func recreated() async throws {
        let posting = try await posting()
        try await remove(posting, "call")
        let fields = [
            "kind": ["appointment"], "title": ["Tue call"], "people": ["maya"], "start": ["2026-11-24T10:00"],
            "duration": ["1h"],
        ]
        _ = try await posting.planner.add(fields, id: "other", by: kofi)
        #expect(try await posting.run(at: "2026-11-23T08:10:00+01:00") == [])
        try await remove(posting, "other")
        _ = try await posting.planner.add(
            fields.merging(["start": ["2026-11-24T12:00"]]) { $1 },
            id: "third",
            by: kofi
        )
        try await posting.run(at: "2026-11-23T08:20:00+01:00")
        #expect(told(posting) == ["- Kofi moved “Tue call” from Tue 24 Nov 10:00 to Tue 24 Nov 12:00 (change 5)"])
    }

    @Test("a series in one line: moved, cut, ended, with other people")
    func series() async throws {
        let posting = try await posting()
        try await move(posting, "standup", to: "09:30")
        try await posting.run(at: "2026-11-23T08:10:00+01:00")
        let request = EditRequest(
            target: EntryTarget(name: "standup@2026-12-01", following: true),
            fields: ["start": ["10:00"]],
            options: ChangeOptions()
        )
        _ = try await posting.planner.edit(request, by: kofi)
        try await posting.run(at: "2026-11-23T08:20:00+01:00")
        try await edit(posting, "standup", ["people": ["maya", "kofi"], "title": ["Daily"]])
        try await posting.run(at: "2026-11-23T08:30:00+01:00")
        try await remove(posting, "standup-2")
        try await posting.run(at: "2026-11-23T08:40:00+01:00")
        #expect(
            told(posting) == [
                "- Kofi moved “Stand-up” from Tue 24 Nov 09:00 to Tue 24 Nov 09:30, and further dates (change 2)",
                "- Kofi moved “Stand-up” from Tue 1 Dec 09:30 to Tue 1 Dec 10:00, and further dates (change 3)",
                "- Kofi changed “Stand-up”, Tue 24 Nov 09:30: title “Stand-up” → “Daily”, people Maya → Maya, Kofi, "
                    + "and further dates (change 4)",
                "- Kofi removed “Stand-up”, Tue 1 Dec 10:00–10:15, and further dates (change 5)",
            ]
        )
    }

    @Test("of what is over nothing is told")
    func past() async throws {
        let posting = try await posting(at: "2026-11-25T08:00:00+01:00")
        try await move(posting, "call", to: "2026-11-24T15:00")
        try await remove(posting, "standup@2026-11-24")
        #expect(try await posting.run(at: "2026-11-25T08:10:00+01:00") == [])
        #expect(try await posting.run() == nil)
    }

    @Test("at once where something begins within two hours")
    func urgent() async throws {
        let posting = try await posting(at: "2026-11-24T08:01:00+01:00")
        try await move(posting, "call", to: "2026-11-24T12:00")
        try await posting.run()
        #expect(told(posting) == ["- Kofi moved “Tue call” from Tue 24 Nov 10:00 to Tue 24 Nov 12:00 (change 2)"])
    }

    @Test("in hours of silence it waits for the end, and what is over or changed back by then is not told")
    func silence() async throws {
        let quiet = #"notify: { quiet: { from: "21:00", to: "07:00" }, channels:"#
        let text = family.replacing("notify: { channels:", with: quiet)
        let posting = try await posting(text, at: "2026-11-23T22:00:00+01:00")
        try await move(posting, "call", to: "2026-11-24T05:00")
        try await remove(posting, "standup@2026-11-24")
        #expect(try await posting.run(at: "2026-11-23T22:05:00+01:00") == [])
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-24T07:00:00+01:00"))
        try await move(posting, "call", to: "2026-11-24T10:00")
        #expect(try await posting.run(at: "2026-11-24T04:00:00+01:00") == [])
        #expect(try await posting.run(at: "2026-11-24T07:00:00+01:00").count == 1)
        #expect(told(posting) == ["- Kofi skipped “Stand-up” on Tue 24 Nov 09:00 (change 3)"])
    }

    @Test(
        "a channel takes changes unless it says otherwise, or only what is critical",
        arguments: [
            ("{ channel: email }", 1), ("{ channel: email, severity: notice }", 1),
            ("{ channel: email, severity: critical }", 0), ("{ channel: email, severity: critical, changes: true }", 1),
            ("{ channel: email, changes: false }", 0),
        ]
    )
    func channels(channel: String, count: Int) async throws {
        let posting = try await posting(family.replacing("{ channel: email }", with: channel))
        try await move(posting, "call", to: "12:00")
        #expect(try await posting.run(at: "2026-11-23T08:02:00+01:00").count == count)
        #expect(try await posting.planner.store.toldChanges().count == count * 2)
    }

    @Test("whoever asks to be told is told what comes from then on")
    func newListener() async throws {
        let posting = try await posting(family.replacing(", notify: { channels: [ { channel: email } ] }", with: ""))
        try await move(posting, "call", to: "12:00")
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        let text = family.replacing(", duration: 1h }", with: ", duration: 2h }")
        _ = try await posting.planner.apply(text, overwrite: true, by: kofi)
        // Before the daemon has looked: the change that asked is the one from which on there is news.
        try await move(posting, "call", to: "2026-11-24T13:00")
        try await posting.run(at: "2026-11-23T08:10:00+01:00")
        #expect(told(posting) == ["- Kofi moved “Tue call” from Tue 24 Nov 10:00 to Tue 24 Nov 13:00 (change 4)"])
    }

    @Test(
        "a restart between change and message loses nothing and tells nothing twice; nor does a clock that is set back"
    )
    func restart() async throws {
        let posting = try await posting()
        try await move(posting, "call", to: "2026-11-25T09:00")
        try await posting.run()
        let store = await posting.planner.store
        for (moment, count) in [("2026-11-23T08:05:00+01:00", 1), ("2026-11-23T07:00:00+01:00", 0)] {
            posting.clock.move(to: moment)
            let household = try store.household(zones: .system, customZone: ImportedZones.zone)
            let clock = posting.clock
            let again = try Planner(store: store, household: household, zones: .system, horizonDays: 14) { clock.now }
            let before = try store.outbox(limit: 9).count
            _ = try await TellingWorker(planner: again, digests: nil).work()
            #expect(try store.outbox(limit: 9).count == before + count)
        }
        try await move(posting, "call", to: "2026-11-25T11:00")
        try await posting.run(at: "2026-11-23T07:02:00+01:00")
        #expect(told(posting).last == "- Kofi moved “Tue call” from Wed 25 Nov 09:00 to Wed 25 Nov 11:00 (change 3)")
        // The letter that was put in before waits for its time.
        #expect(try await posting.run(at: "2026-11-23T08:05:00+01:00") == ["change-1-2-maya"])
        #expect(try await posting.run(at: "2026-11-23T08:10:00+01:00") == [])
    }

    @Test("of one change that did much the sum is told, of many changes twenty")
    func many() async throws {
        let posting = try await posting()
        let more = (1...9).map { number in
            "\n  - { id: e\(number), kind: school, title: Match \(number), people: [noah], start: 2026-12-0\(number)T10:00, "
                + "duration: 1h }"
        }
        _ = try await posting.planner.apply(family + more.joined(), by: kofi)
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        #expect(
            told(posting) == [
                "- Kofi made 9 changes at once: 9 added; the first added “Match 1”, Tue 1 Dec 10:00–11:00 "
                    + "(apply household.yaml, change 2)"
            ]
        )
        #expect(posting.channel.delivered.first?.message.title == "9 changes by Kofi")
        for number in 1...23 {
            _ = try await posting.planner.add(
                [
                    "kind": ["appointment"], "title": ["Errand \(number)"], "people": ["maya"],
                    "start": ["2026-12-10T10:00"], "duration": ["1h"],
                ],
                by: number == 1 ? .admin : kofi
            )
        }
        try await posting.run(at: "2026-11-23T08:12:00+01:00")
        let last = try #require(posting.channel.delivered.last?.message)
        #expect(last.title == "23 changes by the administrator and Kofi")
        #expect(last.text.contains("\nand 3 more\n"))
        #expect(last.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    }

    @Test("what is private to others says no more than that they are busy, also what has become so")
    func hidden() async throws {
        let text =
            family + """

                  - { id: secret, kind: appointment, title: Surprise, note: "!", people: [kofi, noah], private: true,
                      start: 2026-11-26T10:00, duration: 1h }
                """
        let posting = try await posting(text)
        try await move(posting, "secret", to: "2026-11-26T11:00")
        try await edit(posting, "secret", ["note": ["?"]])
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        try await edit(posting, "club", ["private": ["true"], "people": ["kofi", "noah"], "kind": ["appointment"]])
        try await posting.run(at: "2026-11-23T08:04:00+01:00")
        let messages = posting.channel.delivered.map(\.message)
        #expect(
            told(posting) == [
                "- Kofi moved “Kofi and Noah are busy” from Thu 26 Nov 10:00 to Thu 26 Nov 11:00 (change 3)",
                "- Kofi changed “Noah is busy”, Wed 25 Nov 15:00: title “Noah is busy” → “Kofi and Noah are busy”, "
                    + "people Noah → Kofi, Noah, attention free → focus (change 4)",
            ]
        )
        #expect(!messages.contains { "\($0)".contains("Surprise") || "\($0)".contains("Club") })
    }

    @Test("in short nobody reads a child's name")
    func discreet() async throws {
        let posting = try await posting()
        _ = try await posting.planner.add(
            [
                "kind": ["appointment"], "title": ["Dentist with Noah"], "people": ["maya", "noah"],
                "start": ["2026-11-26T15:00"], "duration": ["45m"],
            ],
            by: kofi
        )
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.short == "Kofi added “appointment”, Thu 26 Nov 15:00–15:45")
        #expect(message.title == "1 change by Kofi")
        #expect(message.text.hasPrefix("- Kofi added “Dentist with Noah”, Thu 26 Nov 15:00–15:45 (change 2)\n"))
    }

    @Test(
        "whatever a person is sent has its days and times in their language",
        arguments: [("de", "Di. 24. Nov.", "10:00"), ("fr", "mar. 24 nov.", "10:00"), ("fi", "ti 24.11.", "10.00")]
    )
    func language(tag: String, day: String, time: String) async throws {
        let text = family.replacing("notify: { channels:", with: "notify: { language: \(tag), channels:")
        let posting = try await posting(text)
        try await edit(posting, "call", ["remind": ["90m"]])
        let fields = ["kind": ["away"], "title": ["Tue 24 Nov"], "people": ["maya"], "start": ["2026-11-24T10:00"]]
        _ = try await posting.planner.add(fields.merging(["duration": ["1h"]]) { $1 }, by: kofi)
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        try await posting.run(at: "2026-11-24T08:30:00+01:00")
        let messages = posting.channel.delivered.map(\.message)
        #expect(Set(messages.map(\.kind)) == [.change, .conflicts, .reminder, .escalation])
        for message in messages where message.kind != .reminder {
            #expect(message.text.contains(day) && message.text.contains(time), "\(message.kind)")
            #expect(message.short.contains("\(day) \(time)"), "\(message.kind)")
            #expect(message.text.replacing("“Tue 24 Nov”", with: "").contains("Nov ") == false, "\(message.kind)")
        }
        #expect(messages.first { $0.kind == .reminder }?.title == "Tue call: at \(time)")
    }

    @Test("whatever is moved and told when: each message begins where the last one ended", arguments: [1, 2, 3])
    func random(seed: UInt64) async throws {
        var dice = SystemDice(seed: seed)
        let posting = try await posting()
        var (known, now) = (10, 10)
        var time = posting.clock.now
        for _ in 0..<60 {
            let hour = dice.number(10...14)
            let isOwn = dice.chance(4)
            if hour != now { try await move(posting, "call", to: "\(hour):00", by: isOwn ? maya : kofi) }
            // Whoever moves it sees where it was.
            if isOwn, hour != now { known = hour }
            now = hour
            time = time.adding(seconds: dice.chance(2) ? 30 : 300)
            let before = told(posting).count
            try await posting.run(at: Zone.utc.rfc3339(time))
            let news = told(posting).dropFirst(before)
            let isSettled = try await posting.planner.store.lastChange().map { time - $0.at >= 120 } ?? true
            guard isSettled else {
                #expect(news.isEmpty)
                continue
            }
            let words = "from Tue 24 Nov \(known):00 to Tue 24 Nov \(now):00 "
            #expect(known == now ? news.isEmpty : news.count == 1 && news.first?.contains(words) == true)
            known = now
        }
    }
}
