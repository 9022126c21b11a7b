import FamplanAPI
import Foundation
import Household
import Testing

@testable import FamplanDaemon

/// What is told to whom, and when.
@Suite("watching")
struct WatchTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let ama = Actor.person(ID(trusted: "ama"))
    /// In the middle of Maya's deep work.
    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["maya"], "start": ["2026-11-24T09:30"],
        "duration": ["1h"],
    ]

    @Test("it begins with how things are, and tells nothing twice")
    func begin() async throws {
        let planner = try await Planner.test()
        try await planner.add(dentist)
        var (watched, events) = try await planner.beginWatching(maya, after: nil)
        let begin = try #require(events.first)
        #expect(events.count == 1)
        #expect((begin.event, begin.after, begin.household) == ("begin", 2, "Test"))
        #expect(begin.conflicts?.contains { $0.kind == "double-booked" } ?? false)
        #expect(try await planner.news(for: maya, telling: &watched) == [])
    }

    @Test("a change is told with the conflict that it makes, and the one that it takes away")
    func changes() async throws {
        let planner = try await Planner.test()
        var (watched, _) = try await planner.beginWatching(maya, after: nil)
        let answer = try await planner.add(dentist, by: maya)
        let made = try #require(try await planner.news(for: maya, telling: &watched))
        #expect(made.map(\.event) == ["change", "found"])
        #expect(made[0].change?.summary == "add appointment “Dentist”")
        #expect(made[0].change?.actor == "maya")
        #expect(made[1].conflict?.id == answer.created.first?.id)
        try await planner.undo(by: maya)
        let taken = try #require(try await planner.news(for: maya, telling: &watched))
        #expect(taken.map(\.event) == ["change", "gone"])
        #expect(taken[1].conflict?.status == "resolved")
        #expect(taken[1].conflict?.message == made[1].conflict?.message)
    }

    @Test("a conflict that somebody accepts is another, not a new one")
    func accepted() async throws {
        let planner = try await Planner.test()
        let id = try #require(try await planner.add(dentist).created.first?.id)
        var (watched, _) = try await planner.beginWatching(maya, after: nil)
        _ = try await planner.accept(AcceptRequest(id: id, reason: "fine", until: nil), by: maya)
        let events = try #require(try await planner.news(for: maya, telling: &watched))
        #expect(events.map(\.event) == ["altered"])
        #expect(events.first?.conflict?.accepted?.reason == "fine")
    }

    @Test("who goes on from a change is told what came after it; a number of another database means from now on")
    func after() async throws {
        let planner = try await Planner.test()
        try await planner.add(dentist)
        try await planner.undo()
        let missed = try await planner.beginWatching(maya, after: 1).events
        #expect(missed.map(\.event) == ["begin", "change", "change"])
        #expect(missed.map(\.after) == [1, 2, 3])
        let other = try await planner.beginWatching(maya, after: 999)
        #expect(other.events.map(\.event) == ["begin"])
        #expect(other.watched.after == 3)
    }

    @Test("the history is for those who plan; a carer is told of conflicts that concern them alone")
    func carer() async throws {
        let planner = try await Planner.test()
        var (watched, events) = try await planner.beginWatching(ama, after: 0)
        #expect(events.map(\.event) == ["begin"])
        #expect(events.first?.conflicts == [])
        try await planner.add(dentist)
        #expect(try await planner.news(for: ama, telling: &watched) == [])
        for start in ["2026-11-24T15:00", "2026-11-24T15:30"] {
            try await planner.add(["kind": ["appointment"], "people": ["ama"], "start": [start], "duration": ["1h"]])
        }
        let own = try #require(try await planner.news(for: ama, telling: &watched))
        #expect(own.map(\.event) == ["found"])
        #expect(own.first?.conflict?.people == ["ama"])
    }

    @Test("when who is who changes, everybody has to come again")
    func identities() async throws {
        let planner = try await Planner.test()
        var (watched, _) = try await planner.beginWatching(ama, after: nil)
        try await planner.apply(
            smallHousehold.replacing("id: ama, name: Ama,", with: "id: ama, name: Ama, unixUser: ama,")
        )
        #expect(try await planner.news(for: ama, telling: &watched) == nil)
    }

    @Test("what only changes the log rings too")
    func ringing() async throws {
        let planner = try await Planner.test()
        _ = try await planner.conflicts(in: planner.horizon)
        let watcher = try planner.watchers.join(maya)
        var rings = watcher.rings.makeAsyncIterator()
        _ = await rings.next()
        let start = StartRequest(
            what: ["northwind"],
            at: nil,
            person: "maya",
            note: nil,
            switching: false,
            isPrivate: false,
            dryRun: false
        )
        _ = try await planner.start(start, by: maya)
        #expect(await rings.next() != nil)
    }

    @Test("asked for once, it is a document a line and has an end; what is no number is refused")
    func once() async throws {
        let planner = try await Planner.test()
        let daemon = try InProcess(planner, as: maya)
        let answer = try await daemon.get("/v1/watch?once=true&after=0")
        let lines = answer.text.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            let document = try JSONDecoder().decode(Document<WatchEvent>.self, from: Data(line.utf8))
            #expect(WatchEvent.kinds.contains(document.body.event))
        }
        #expect(planner.watchers.count == 0)
        #expect(try await daemon.get("/v1/watch?once=true&after=x").status == 400)
    }
}
