import FamplanAPI
import Foundation
import HTTPTypes
import Household
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

/// What is private to somebody is told to nobody else, whatever is asked: random households with canaries in all that is
/// private, and everything that is said to anybody else is searched for them.
@Suite("what is private stays private", .timeLimit(.minutes(5)))
struct LeakTests {
    static let targets: [String: [String]] = [
        "/openapi.json": [""], "/v1/status": [""], "/v1/agenda": ["", "?who=maya", "?who=kofi"],
        "/v1/export": ["", "?who=maya", "?from=2026-11-24&to=2026-11-26"],
        "/v1/week": ["", "?date=2026-12-01", "?logged=true"], "/v1/now": [""],
        "/v1/watch": ["?once=true", "?once=true&after=0"],
        "/v1/month": ["", "?month=2026-12"],
        "/v1/day": ["", "?date=2026-11-25", "?who=maya", "?who=kofi&date=2026-11-26"],
        "/v1/conflicts": ["", "?resolved=true", "?who=maya"], "/v1/coverage": [""], "/v1/balance": [""],
        "/v1/digest": ["?for=maya", "?for=kofi&balance=true", "?for=maya&date=2026-11-25"],
        "/v1/dates": ["?rule=FREQ%3DDAILY&start=2026-01-01&zone=UTC"],
        "/v1/history": ["?limit=1000", "?thing=secret-1"],
        "/v1/household": [""], "/v1/outbox": ["?limit=1000"], "/v1/backup": [""], "/v1/doctor": [""],
        "/v1/people": ["", "?person=maya"], "/v1/income": ["", "?by=client"], "/v1/capacity": [""],
        "/v1/streams": ["", "?all=true", "?stream=northwind"], "/v1/places": ["", "?place=school"],
        "/v1/resources": ["", "?resource=car"], "/v1/goals": [""],
        "/v1/names": NameKind.allCases.map { "?of=\($0.rawValue)" },
        "/v1/log/export": TimeFormat.allCases.map { "?from=2026-11-01&format=\($0.rawValue)" },
        "/v1/feeds": [""],
        "/v1/log": ["?from=2026-11-01", "?from=2026-11-01&who=maya", "?from=2026-11-01&stream=northwind"],
        "/v1/swaps": ["?all=true"], "/v1/swaps/show": ["?swap=1", "?swap=2"],
    ]

    @Test("no answer, no digest and no message to another says a canary", arguments: 0..<12)
    func canaries(seed: Int) async throws {
        // given
        var family = CanaryFamily(seed: UInt64(seed))
        let posting = try await Posting(family.text, at: "2026-11-23T08:00:00+01:00")
        let planner = posting.planner
        try await family.change(planner)
        try await family.log(planner)
        // when
        for time in ["2026-11-23T08:03:00+01:00", "2026-11-23T19:00:00+01:00", "2026-11-24T12:00:00+01:00"] {
            try await posting.run(at: time)
        }
        let digests = PlannedDigests(planner: planner)
        for person in await planner.household.people.values {
            let day = CivilDate("2026-11-24")!
            guard let message = try await digests.digest(of: person, on: day, id: "digest") else { continue }
            expectNothing(in: "\(message)", for: person.id, family, "the digest")
        }
        // then
        for delivered in posting.channel.delivered {
            expectNothing(in: "\(delivered.message)", for: delivered.message.person, family, "a message")
        }
        for person in await planner.household.people.keys {
            try await expectNothing(said: planner, to: person, family)
        }
    }

    /// Every address that can be looked at, and every way out of every conflict.
    private func expectNothing(said planner: Planner, to person: ID<Person>, _ family: CanaryFamily) async throws {
        let daemon = try InProcess(planner, as: .person(person))
        for endpoint in try API.test(planner).endpoints where endpoint.method == .get && endpoint.route != .suggestions
        {
            let queries = try #require(Self.targets[endpoint.route.rawValue], "\(endpoint.route) is not looked at here")
            for query in queries {
                let answer = try await daemon.get(endpoint.route.rawValue + query)
                #expect(answer.status < 500)
                expectNothing(in: answer.text, for: person, family, endpoint.route.rawValue + query)
            }
        }
        for id in await planner.unresolved.keys {
            let answer = try await daemon.get("/v1/suggestions?conflict=\(id)")
            expectNothing(in: answer.text, for: person, family, "/v1/suggestions")
        }
        for command in family.attempts {
            let answer = try await daemon.post(command.route, command.body)
            expectNothing(in: answer.text, for: person, family, command.route)
        }
    }

    private func expectNothing(in text: String, for person: ID<Person>, _ family: CanaryFamily, _ place: String) {
        let leaked = family.canaries.filter { !$0.people.contains(person.rawValue) && text.contains($0.word) }
        #expect(leaked.isEmpty, "\(place) tells \(person) what is private to \(leaked.first?.people ?? [])")
    }

    @Test("a canary is found where it may be: the search is no idle one")
    func searched() async throws {
        let family = CanaryFamily(seed: 1)
        let planner = try await Planner.test(household: family.text)
        let (word, people) = try #require(family.canaries.first)
        let own = try InProcess(planner, as: .person(ID(trusted: people[0])))
        let text = try await own.get("/v1/household").text
        #expect(text.contains(word))
        #expect(try await own.get("/v1/agenda?from=2026-11-01&to=2026-12-31").text.contains("canary"))
    }
}

/// The small household with private entries of everybody, each full of words that nobody else may hear.
struct CanaryFamily {
    private(set) var text: String
    private(set) var canaries: [(word: String, people: [String])] = []
    private var dice: Dice
    private var count = 0

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        text = Self.told
        for _ in 0..<8 { addPrivate() }
        for number in 0..<6 { addOpen(number) }
    }

    private static let told = """
        household: { name: Test, timeZone: Europe/Berlin }
        places: [ { id: school, name: School, minutesFromHome: 15 } ]
        resources: [ { id: car } ]
        people:
          - { id: maya, name: Maya, role: parent, notify: { digest: "07:00", channels: [ { channel: email, severity: notice } ] } }
          - { id: kofi, name: Kofi, role: parent, notify: { digest: "07:00", channels: [ { channel: email, severity: notice } ] } }
          - { id: ama, name: Ama, role: carer, helps: [ { days: daily, from: "08:00", to: "20:00" } ],
              notify: { channels: [ { channel: email, severity: notice } ] } }
          - id: noah
            name: Noah
            role: child
            care: [ { days: daily, from: "06:30", to: "20:00", level: present } ]
        streams: [ { id: northwind, name: Northwind, owner: maya, kind: client, weekly: { max: 4h } } ]
        entries:
          - { id: ama-cares, kind: care, people: [ama], for: [noah], start: 2026-11-23T12:00, duration: 4h, repeat: FREQ=DAILY }

        """

    /// What somebody may try who knows the ids, which are no secret.
    var attempts: [(route: String, body: String)] {
        let options = #""options":{"dryRun":true,"strict":false}"#
        return (1...count).flatMap { number -> [(route: String, body: String)] in
            let target = #""target":{"name":"secret-\#(number)","following":false}"#
            let day = #""target":{"name":"secret-\#(number)@2020-01-01","following":false}"#
            return [
                ("/v1/entries/edit", #"{\#(target),"fields":{"attention":["call"]},\#(options)}"#),
                ("/v1/entries/move", #"{\#(target),"when":"nonsense",\#(options)}"#),
                ("/v1/entries/skip", #"{\#(day),\#(options)}"#), ("/v1/entries/remove", #"{\#(target),\#(options)}"#),
                ("/v1/undo", #"{"change":\#(number),\#(options)}"#),
                ("/v1/swaps", #"{"target":"secret-\#(number)","to":"kofi","parts":[],"reason":"x",\#(options)}"#),
                ("/v1/swaps", #"{"target":"secret-\#(number)","to":"maya","parts":[],"reason":"x",\#(options)}"#),
                ("/v1/swaps/answer", #"{"swap":\#(number),"answer":"yes",\#(options)}"#),
            ]
        } + [
            ("/v1/undo", #"{\#(options)}"#), ("/v1/ill", #"{"person":"noah",\#(options)}"#),
            (
                "/v1/household",
                #"{"text":"people: [ { id: kofi, role: parent } ]","name":"f","prune":true,"overwrite":true,\#(options)}"#
            ),
        ]
    }

    private mutating func addPrivate() {
        count += 1
        let id = "secret-\(count)"
        let (kind, people) = dice.pick(Self.kinds)
        func canary(_ what: String) -> String { "canary-\(what)-\(count)x" }
        for what in ["title", "note", "url", "other"] { canaries.append((canary(what), people)) }
        let day = 23 + dice.below(6)
        let hour = 7 + dice.below(11)
        var lines = [
            "id: \(id)", "kind: \(kind)", "title: \(canary("title"))", "note: \(canary("note"))",
            "url: \(canary("url"))",
            "private: true", "people: [\(people.joined(separator: ", "))]",
            "start: 2026-11-\(day)T\(hour < 10 ? "0" : "")\(hour):00",
            "duration: \(1 + dice.below(4))h", "movable: \(dice.pick(["fixed", "day", "week"]))",
        ]
        if kind == "care" { lines.append("for: [noah]") }
        if kind == "work" { lines.append("stream: northwind") }
        if dice.below(2) == 0 { lines.append("place: school") }
        if dice.below(2) == 0 { lines.append("resources: [car]") }
        if dice.below(2) == 0 { lines.append("remind: 1h") }
        if dice.below(2) == 0 { lines.append("attention: \(dice.pick(["call", "free"]))") }
        if dice.below(2) == 0 {
            lines.append("repeat: \"FREQ=DAILY;COUNT=4\"")
            lines.append("overrides: [ { of: 2026-11-\(day), title: \(canary("other")), note: \(canary("note")) } ]")
        }
        text += "  - { \(lines.joined(separator: ", ")) }\n"
    }

    private static let kinds: [(String, [String])] = [
        ("appointment", ["maya"]), ("appointment", ["kofi"]), ("appointment", ["maya", "noah"]), ("away", ["maya"]),
        ("away", ["kofi", "ama"]), ("work", ["maya"]), ("care", ["maya"]), ("care", ["kofi"]),
        ("family", ["maya", "noah"]),
        ("appointment", ["maya", "kofi"]),
    ]

    private mutating func addOpen(_ number: Int) {
        let hour = 9 + dice.below(9)
        let who = dice.pick(["maya", "kofi", "ama", "noah"])
        text +=
            "  - { id: open-\(number), kind: appointment, title: Open, people: [\(who)], start: 2026-11-\(23 + dice.below(6))T"
            + "\(hour < 10 ? "0" : "")\(hour):30, duration: 2h, movable: day, resources: [car] }\n"
    }

    /// Changes, so that the history and the conflicts that are gone have something to say, too.
    mutating func change(_ planner: Planner) async throws {
        for number in 1...count where dice.below(2) == 0 {
            _ = try? await planner.move("secret-\(number)", to: "\(8 + dice.below(9)):00")
        }
        for number in 1...count where dice.below(4) == 0 {
            let gone = try? await planner.remove("secret-\(number)")
            if gone != nil, dice.below(2) == 0 { _ = try? await planner.undo() }
        }
        let shown: EntryFields = ["private": ["true"]]
        for number in 0..<6 where dice.below(3) == 0 { _ = try? await planner.edit("open-\(number)", shown) }
    }

    /// What was really done, some of it private; one is running.
    mutating func log(_ planner: Planner) async throws {
        for (number, person) in ["maya", "kofi", "maya", "kofi"].enumerated() {
            let word = "canary-log-\(number)x"
            canaries.append((word, [person]))
            let begin = LogAddRequest(
                what: [person == "maya" ? "northwind" : "care:noah"],
                from: "2026-11-\(19 + number)T10:00",
                to: nil,
                length: "1h",
                person: nil,
                note: word,
                isPrivate: true,
                dryRun: false
            )
            let actor = Actor.person(ID(trusted: person))
            let added = try await planner.addTime(begin, by: actor)
            if dice.below(3) == 0 { try await planner.undo(added.change, by: actor) }
        }
        let running = StartRequest(
            what: ["northwind"],
            at: "7:00",
            person: nil,
            note: "canary-running",
            switching: false,
            isPrivate: true,
            dryRun: false
        )
        canaries.append(("canary-running", ["maya"]))
        _ = try await planner.start(running, by: .person(ID(trusted: "maya")))
    }
}

/// The same numbers for the same seed (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
