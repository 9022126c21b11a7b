import FamplanAPI
import Household
import ICalendar
import Planning
import Testing

@testable import FamplanDaemon

/// What is private: its people see it, others see that they are busy, and nobody else can touch it.
@Suite("what is private")
struct PrivacyTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    /// Maya has something private at school on Tuesday afternoon, and something open at the same time.
    private let household =
        smallHousehold + """

              - { id: mine, kind: appointment, title: Therapy, note: Room 7, url: https://a.example, people: [maya], private: true,
                  place: school, start: 2026-11-24T13:00, duration: 1h }
              - { id: call, kind: appointment, title: Call, people: [maya], start: 2026-11-24T13:30, duration: 1h }
            """

    private func items(_ planner: Planner, for actor: Actor) async throws -> [AgendaItem] {
        let reading = Reading(snapshot: await planner.snapshot(for: actor.viewer(in: await planner.household)))
        return reading.agenda(try reading.range(from: "2026-11-24", to: "2026-11-25"), who: nil).items
    }

    @Test(
        "others see when it is and whose, and nothing of what and where it is; its people and the administrator see it all"
    )
    func seen() async throws {
        let planner = try await Planner.test(household: household)
        for actor in [maya, .admin] {
            let own = try #require(try await items(planner, for: actor).first { $0.entry == "mine" })
            #expect((own.title, own.place, own.private) == ("Therapy", "school", true))
        }
        let seen = try #require(try await items(planner, for: kofi).first { $0.entry == "mine" })
        #expect((seen.title, seen.people, seen.place, seen.private) == ("Maya is busy", ["maya"], nil, true))
        #expect((seen.kind, seen.attention, seen.busy) == ("away", "focus", true))
        #expect(seen.start == "2026-11-24T13:00:00+01:00" && seen.end == "2026-11-24T14:00:00+01:00")
    }

    @Test("it counts in every rule and in who has the children, for all alike, and no sentence says what it is")
    func judged() async throws {
        let planner = try await Planner.test(household: household)
        let open = try await Planner.test(household: household.replacing("private: true,", with: ""))
        let day = try Reading(snapshot: await planner.snapshot).range(from: "2026-11-24", to: "2026-11-25")
        let found = try await planner.conflicts(in: day, for: .parents([ID(trusted: "kofi")]))
        let plain = try await open.conflicts(in: day, for: .administrator)
        #expect(found.conflicts.map(\.conflict.kind) == plain.conflicts.map(\.conflict.kind))
        let noah = ID<Person>(trusted: "noah")
        #expect(found.plan.cover(of: noah).map(\.carers) == plain.plan.cover(of: noah).map(\.carers))
        let message = try #require(found.conflicts.first { $0.conflict.kind == .doubleBooked }).conflict.message
        #expect(message == "Maya has something private and “Call” at the same time, Tue 24 Nov 13:30–14:00")
    }

    @Test("while something is private to others, who they are and where they are told things is theirs alone to change")
    func identity() async throws {
        let planner = try await Planner.test(household: household)
        let before = await planner.household
        let takeover = household.replacing("name: Maya, role: parent", with: "name: Maya, role: parent, unixUser: kofi")
        try #require(takeover != household)
        let letters = household.replacing(
            "name: Maya, role: parent",
            with: "name: Maya, role: parent, notify: { channels: [ { channel: phone, address: kofis } ] }"
        )
        for text in [takeover, letters] {
            let error = await #expect(throws: ErrorBody.self) { try await planner.apply(text, by: kofi) }
            #expect(error?.error.message.hasPrefix("cannot change who “maya” is") == true)
        }
        #expect(await planner.household.people == before.people)
        _ = try await planner.apply(letters, by: maya)
        #expect(await planner.household.people != before.people)
    }

    @Test("whoever does not plan is told of no place but those of what they see")
    func places() async throws {
        let text = household.replacing(
            "places:",
            with: "places:\n  - { id: court, name: Family court, minutesFromHome: 30 }"
        )
        let planner = try await Planner.test(household: text)
        let seen = await planner.household.seen(by: .child(ID(trusted: "noah")))
        #expect(seen.places.keys.map(\.rawValue) == ["school"])
        #expect(await planner.household.seen(by: .parents([ID(trusted: "kofi")])).places.count == 2)
    }

    @Test("what was private and is gone is still in the history: the whole database is not for others")
    func remembered() async throws {
        let planner = try await Planner.test(household: household)
        let (mine, others) = (maya.viewer(in: await planner.household), kofi.viewer(in: await planner.household))
        let request = RemoveRequest(target: EntryTarget(name: "mine"), options: ChangeOptions())
        _ = try await planner.remove(request, by: maya)
        #expect(await !planner.household.hides(from: others))
        #expect(try await planner.remembersHidden(from: others))
        #expect(try await !planner.remembersHidden(from: mine))
        #expect(try await !planner.remembersHidden(from: .administrator))
    }

    @Test("nobody else can change, move, remove or show it, nor make something private to others")
    func refused() async throws {
        let planner = try await Planner.test(household: household)
        let (options, target) = (ChangeOptions(), EntryTarget(name: "mine"))
        let kofi = kofi
        let attempts: [@Sendable () async throws -> Void] = [
            {
                _ = try await planner.edit(
                    EditRequest(target: target, fields: ["private": ["false"]], options: options),
                    by: kofi
                )
            },
            { _ = try await planner.move(MoveRequest(target: target, when: "15:00", options: options), by: kofi) },
            { _ = try await planner.remove(RemoveRequest(target: target, options: options), by: kofi) },
            {
                let call = EntryTarget(name: "call")
                _ = try await planner.edit(
                    EditRequest(target: call, fields: ["private": ["true"]], options: options),
                    by: kofi
                )
            },
            {
                try await planner.apply(
                    "entries: [ { id: mine, kind: family, start: 2026-11-24 } ]",
                    overwrite: true,
                    by: kofi
                )
            },
        ]
        for attempt in attempts {
            let error = await refusal(attempt)
            #expect(error?.kind == .notAllowed)
            #expect(
                error?.message.contains("it is private, and Maya alone can change it") ?? false,
                "\(error?.message ?? "")"
            )
        }
        let edit = EditRequest(target: target, fields: ["title": ["Yoga"]], options: options)
        _ = try await planner.edit(edit, by: maya)
        #expect(await planner.household.entries[ID(trusted: "mine")]?.title == "Yoga")
        let undone = await refusal { try await planner.undo(2, by: kofi) }
        #expect(undone?.kind == .notAllowed)
    }

    @Test("a household file of another's leaves it out and says so; applied, even with --prune, it leaves it as it is")
    func exported() async throws {
        let planner = try await Planner.test(household: household)
        let before = await planner.household
        let text = await planner.householdText(for: .parents([ID(trusted: "kofi")]))
        #expect(text.hasPrefix("# 1 entry that is private to others is not here;"))
        #expect(!text.contains("Therapy") && !text.contains("mine") && text.contains("deep-work"))
        let answer = try await planner.apply(text, prune: true, overwrite: true, by: kofi)
        #expect(answer.things.isEmpty)
        #expect(await planner.household == before)
        // Maya's own file says it, and can take it away.
        let own = await planner.householdText(for: .parents([ID(trusted: "maya")]))
        #expect(own.contains("private: true") && !own.hasPrefix("#"))
        let removed = try await planner.apply(text, prune: true, overwrite: true, by: maya)
        #expect(removed.things.map(\.id) == ["mine"])
    }

    @Test("what it needs cannot be taken away by somebody who does not see it, and they are not told for what")
    func needed() async throws {
        let planner = try await Planner.test(household: household)
        let text = smallHousehold.replacing(
            "{ id: school, name: School, minutesFromHome: 15 }",
            with: "{ id: gym, minutesFromHome: 5 }"
        )
        .replacing("    place: school\n", with: "")
        let error = await refusal { try await planner.apply(text, prune: true, overwrite: true, by: kofi) }
        #expect(error?.message.hasSuffix("something private of Maya (mine) would not be right any more") ?? false)
        #expect(error?.details.contains { $0.contains("Therapy") } == false)
    }

    @Test("the history tells others that something private was changed, and nothing of it")
    func history() async throws {
        let planner = try await Planner.test(household: smallHousehold)
        let fields: EntryFields = [
            "kind": ["appointment"], "title": ["Therapy"], "people": ["maya"], "private": ["true"],
            "start": ["2026-11-24T13:00"], "duration": ["1h"],
        ]
        let answer = try await planner.add(fields, by: maya)
        #expect(answer.things.map(\.id) == ["appointment"], "its id says nothing of its title")
        let daemon = try InProcess(planner, as: kofi)
        let text = try await daemon.get("/v1/history").text
        #expect(text.contains("change something private") && !text.contains("Therapy"))
        #expect(try await InProcess(planner, as: maya).get("/v1/history").text.contains("add appointment “Therapy”"))
    }

    @Test("what can only be given as a whole is given to nobody to whom not all of it is shown")
    func whole() async throws {
        for (isPrivate, status) in [(true, 403), (false, 200)] {
            let planner = try await Planner.test(household: isPrivate ? household : smallHousehold)
            #expect(try await InProcess(planner, as: kofi).get("/v1/backup").status == status)
        }
        let planner = try await Planner.test(household: household)
        #expect(try await InProcess(planner, as: maya).get("/v1/backup").status == 200)
    }

    @Test("it needs a parent among its people, who can see and change it")
    func parents() async throws {
        let planner = try await Planner.test()
        let error = await refusal {
            try await planner.add(
                ["kind": ["family"], "people": ["ama"], "private": ["true"], "start": ["2026-11-24"]],
                by: maya
            )
        }
        #expect(error?.message.contains("something private needs one of the parents among its people") ?? false)
    }

    @Test("another's reminder stands in the outbox without its title")
    func outbox() async throws {
        let told = "{ channels: [ { channel: email, address: a@b.example } ] }"
        let text = household.replacing("id: maya,", with: "id: maya, notify: \(told),")
            .replacing("place: school, start: 2026-11-24T13:00", with: "remind: 1h, start: 2026-11-24T13:00")
        let posting = try await Posting(text, at: "2026-11-24T11:00:00+01:00")
        try await posting.run(at: "2026-11-24T12:00:00+01:00")
        let own = try await InProcess(posting.planner, as: maya).get("/v1/outbox").text
        let others = try await InProcess(posting.planner, as: kofi).get("/v1/outbox").text
        #expect(own.contains("Therapy"))
        #expect(others.contains("a reminder") && !others.contains("Therapy"))
    }
}
