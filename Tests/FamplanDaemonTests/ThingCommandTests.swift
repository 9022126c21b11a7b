import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// Today is Monday 2026-11-23.
@Suite("Places, resources and goals, changed by command")
struct ThingCommandTests {
    private let places = PlaceKind()
    private let resources = ResourceKind()
    private let goals = GoalKind()
    private let maya = Actor.person(ID(trusted: "maya"))

    private func request(_ id: String, _ fields: EntryFields, dryRun: Bool = false, strict: Bool = false)
        -> ThingRequest
    {
        ThingRequest(id: id, fields: fields, options: ChangeOptions(dryRun: dryRun, strict: strict))
    }

    private func removal(_ id: String) -> RemoveThingRequest { RemoveThingRequest(id: id, options: ChangeOptions()) }

    private func ways(_ planner: Planner) async -> [String: Int] {
        Dictionary(uniqueKeysWithValues: await planner.household.travels.values.map { ($0.id.rawValue, $0.minutes) })
    }

    @Test("a place is added with its travel times in one change, which is taken back in one")
    func addPlace() async throws {
        let planner = try await Planner.test()
        let fields: EntryFields = ["name": ["City zoo"], "minutesFromHome": ["25"], "travel": ["school=30"]]
        let dry = try await planner.add(places, request("zoo", fields, dryRun: true), by: maya)
        #expect(dry.change == nil && dry.dryRun)
        #expect(await planner.household.places[ID(trusted: "zoo")] == nil)

        let answer = try await planner.add(places, request("zoo", fields), by: maya)

        #expect(
            answer.understood == [
                "place “City zoo” (zoo): 25 minutes from home", "the way between School and City zoo: 30 minutes",
            ]
        )
        let report = try places.report("zoo", in: await planner.snapshot)
        let zoo = try #require(report.places.first)
        #expect(
            (zoo.name, zoo.minutesFromHome, zoo.travel) == ("City zoo", 25, [WayItem(place: "school", minutes: 30)])
        )
        #expect(report.names["school"] == "School")
        let history = try await planner.history(limit: 1, id: nil)
        #expect(history.first?.summary == "add place “City zoo”" && history.first?.actor == "maya")
        _ = try await planner.undo(by: maya)
        #expect(await planner.household.places[ID(trusted: "zoo")] == nil)
        #expect(await ways(planner).isEmpty)
    }

    @Test("a travel time is changed, and taken away; what is like that already changes nothing")
    func travel() async throws {
        let planner = try await Planner.test()
        _ = try await planner.add(places, request("zoo", ["minutesFromHome": ["25"]]), by: .admin)
        _ = try await planner.edit(places, request("school", ["travel": ["zoo=30"]]), by: .admin)
        #expect(await ways(planner) == ["school/zoo": 30])
        let longer = try await planner.edit(places, request("zoo", ["travel": ["school=1h"]]), by: .admin)
        #expect(longer.understood == ["the way between School and zoo: 60 minutes"])
        #expect(await ways(planner) == ["school/zoo": 60])
        let same = try await planner.edit(places, request("school", ["travel": ["zoo=60"]]), by: .admin)
        #expect(same.change == nil && same.understood.isEmpty)
        let gone = try await planner.edit(places, request("school", ["travel": ["zoo="]]), by: .admin)
        #expect(gone.understood == ["the way between School and zoo: the sum through home again"])
        #expect(await ways(planner).isEmpty)
    }

    @Test(
        "what is wrong with a place is said with its key, its value and what would help",
        arguments: [
            (["minutesFromHome": []], "places › school › minutesFromHome: is needed (the way there, one way: 15)"),
            (
                ["minutesFromHome": ["soon"]],
                "places › school › minutesFromHome: “soon” is not a number of minutes (15)"
            ),
            (
                ["minutesFromHome": ["2000"]],
                "places › school › minutesFromHome: 2000 minutes are out of range (0 to 1440)"
            ),
            (["minutes": ["5"]], "places › school › minutes: unknown key “minutes” (known: id, name, minutesFromHome)"),
            (
                ["travel": ["zoo"]],
                "places › school › travel: “zoo” does not say where to and how long (office-park=50)"
            ),
            (["travel": ["schol=5"]], "places › school › travel: unknown place “schol” (did you mean “school”?)"),
            (
                ["travel": ["school=5"]],
                "places › school › travel: “school” is the place itself (another place is needed)"
            ),
            (["travel": ["home=5"]], "places › school › travel: the way from home is minutesFromHome (--minutes 15)"),
        ] as [(EntryFields, String)]
    )
    func placeMistakes(fields: EntryFields, message: String) async throws {
        let planner = try await Planner.test()
        #expect(
            await refusal { _ = try await planner.edit(places, request("school", fields), by: .admin) }?.message
                == message
        )
    }

    @Test("home is always there: it is shown first, and neither added, changed nor removed")
    func home() async throws {
        let planner = try await Planner.test()
        #expect(try places.report(nil, in: await planner.snapshot).places.map(\.id) == ["home", "school"])
        #expect(try places.report("home", in: await planner.snapshot).places.map(\.minutesFromHome) == [0])
        let fixed = "cannot change place “Home” (home): it always exists, as it is"
        #expect(
            await refusal { _ = try await planner.edit(places, request("home", ["name": ["x"]]), by: .admin) }?.message
                == fixed
        )
        #expect(await refusal { _ = try await planner.remove(places, removal("home"), by: .admin) }?.message == fixed)
        #expect(
            await refusal {
                _ = try await planner.add(places, request("home", ["minutesFromHome": ["1"]]), by: .admin)
            }?
            .message == "places › home › id: “home” always exists and needs no line"
        )
    }

    @Test("a place that an entry names stays, and the refusal says which; unused it goes with its travel times")
    func removePlace() async throws {
        let planner = try await Planner.test()
        _ = try await planner.add(
            places,
            request("zoo", ["minutesFromHome": ["25"], "travel": ["school=30"]]),
            by: .admin
        )
        let used = await refusal { _ = try await planner.remove(places, removal("school"), by: .admin) }
        #expect(used?.kind == .clash)
        #expect(
            used?.message
                == "cannot remove place “School” (school): it is named by entry noah-school (change or remove that first)"
        )
        #expect(await ways(planner) == ["school/zoo": 30])
        _ = try await planner.remove(places, removal("zoo"), by: .admin)
        #expect(await ways(planner).isEmpty)
        _ = try await planner.undo()
        #expect(await ways(planner) == ["school/zoo": 30])
    }

    @Test("what is private to others is not named where it holds a place, nor where the place is shown")
    func hidden() async throws {
        let planner = try await Planner.test()
        _ = try await planner.add(places, request("clinic", ["minutesFromHome": ["25"]]), by: .admin)
        let fields: EntryFields = [
            "kind": ["appointment"], "title": ["Scan"], "people": ["maya"], "place": ["clinic"],
            "start": ["2026-11-27T09:00"], "duration": ["1h"], "private": ["true"],
        ]
        try await planner.add(fields, id: "scan", by: maya)
        let kofi = Actor.person(ID(trusted: "kofi"))
        func message(_ actor: Actor) async -> String? {
            await refusal { _ = try await planner.remove(places, removal("clinic"), by: actor) }?.message
        }
        #expect(await message(maya)?.contains("it is named by entry scan (") == true)
        #expect(
            await message(kofi)
                == "cannot remove place “clinic” (clinic): it is named by something private of Maya "
                + "(change or remove that first)"
        )
        let viewer = kofi.viewer(in: await planner.household)
        let shown = try places.report("clinic", in: await planner.snapshot(for: viewer)).places.first
        #expect(shown?.usedBy == [])
        let own = try places.report("clinic", in: await planner.snapshot(for: maya.viewer(in: await planner.household)))
        #expect(own.places.first?.usedBy == [ThingName(noun: "entry", id: "scan")])
    }

    @Test("a longer way makes a conflict: it is told, refused where strict, and gone with the way back")
    func conflicts() async throws {
        let planner = try await Planner.test()
        for (id, place, start) in [("talk", "school", "2026-11-28T09:00"), ("lunch", "home", "2026-11-28T10:30")] {
            let fields: EntryFields = [
                "kind": ["appointment"], "people": ["kofi"], "place": [place], "start": [start], "duration": ["1h"],
            ]
            try await planner.add(fields, id: id)
        }
        let far: EntryFields = ["minutesFromHome": ["180"]]
        let strict = await refusal {
            _ = try await planner.edit(places, request("school", far, strict: true), by: .admin)
        }
        #expect(strict?.kind == .conflicts && strict?.created?.isEmpty == false)
        #expect(strict?.message.hasPrefix("cannot edit place “School” (school): it would create ") == true)
        let answer = try await planner.edit(places, request("school", far), by: .admin)
        #expect(answer.created.count == strict?.created?.count)
        let back = try await planner.edit(places, request("school", ["minutesFromHome": ["15"]]), by: .admin)
        #expect(back.resolved.count == answer.created.count)
    }

    @Test("a resource is added, renamed, shown with what uses it, and removed once nothing does")
    func resourceLife() async throws {
        let planner = try await Planner.test()
        _ = try await planner.add(resources, request("car", [:]), by: .admin)
        #expect(
            await refusal { _ = try await planner.add(resources, request("car", [:]), by: .admin) }?.message
                == "there is a resource “car” already: `famplan resource edit car` changes it"
        )
        _ = try await planner.edit(resources, request("car", ["name": ["The car"]]), by: .admin)
        try await planner.edit("deep-work", ["resources": ["car"]])
        let report = try resources.report(nil, in: await planner.snapshot)
        #expect(report.resources.map(\.name) == ["The car"])
        #expect(report.resources.first?.usedBy == [ThingName(noun: "entry", id: "deep-work")])
        #expect(
            await refusal { _ = try await planner.remove(resources, removal("car"), by: .admin) }?.message
                == "cannot remove resource “The car” (car): it is named by entry deep-work (change or remove that first)"
        )
        try await planner.edit("deep-work", ["resources": []])
        _ = try await planner.remove(resources, removal("car"), by: .admin)
        #expect(try resources.report(nil, in: await planner.snapshot).resources.isEmpty)
        let unknown = await refusal { _ = try await planner.remove(resources, removal("car"), by: .admin) }
        #expect(unknown?.kind == .notFound && unknown?.message == "unknown resource “car” (there is none yet)")
    }

    @Test("where many name a thing, some are said and all of them stand in the details")
    func many() async throws {
        let planner = try await Planner.test()
        _ = try await planner.add(resources, request("car", [:]), by: .admin)
        for number in 1...7 {
            try await planner.add(
                ["kind": ["family"], "start": ["2026-11-28"], "resources": ["car"]],
                id: "trip-\(number)"
            )
        }
        let used = await refusal { _ = try await planner.remove(resources, removal("car"), by: .admin) }
        #expect(
            used?.message.contains("entry trip-1, entry trip-2, entry trip-3, entry trip-4, entry trip-5 and 2 more (")
                == true
        )
        #expect(used?.details == (1...7).map { "entry trip-\($0)" })
    }

    @Test(
        "each kind of goal is added and said in words",
        arguments: [
            (
                ["kind": ["care-share"], "person": ["kofi"], "between": ["40%", "60%"]],
                "goal g: Kofi: 40–60 % of the care over 4 weeks"
            ),
            (
                ["kind": ["care-share"], "person": ["kofi"], "between": ["33.3%", "50%"], "weeks": ["1"]],
                "goal g: Kofi: 33.3–50 % of the care each week"
            ),
            (["kind": ["together"], "min": ["10h"]], "goal g: the family: at least 10h together a week"),
            (
                ["kind": ["one-on-one"], "person": ["maya"], "child": ["noah"], "min": ["90m"]],
                "goal g: Maya and Noah: at least 1h 30m one-on-one a week"
            ),
            (
                ["kind": ["own-time"], "person": ["maya"], "min": ["45m"]],
                "goal g: Maya: at least 45m of their own a week"
            ),
        ] as [(EntryFields, String)]
    )
    func goalKinds(fields: EntryFields, line: String) async throws {
        let planner = try await Planner.test()
        #expect(try await planner.add(goals, request("g", fields), by: .admin).understood == [line])
        let goal = try #require(try goals.report("g", in: await planner.snapshot).goals.first)
        #expect("goal g: \(goal.words)" == line && goal.kind == fields["kind"]?.first)
    }

    @Test(
        "a goal that becomes one of another kind loses what that kind does not have; it is removed, and can come back"
    )
    func editGoal() async throws {
        let planner = try await Planner.test()
        let share: EntryFields = ["kind": ["care-share"], "person": ["kofi"], "between": ["40%", "60%"]]
        _ = try await planner.add(goals, request("g", share), by: .admin)
        _ = try await planner.edit(goals, request("g", ["between": ["45%", "55%"]]), by: .admin)
        #expect(
            await planner.household.goals[ID(trusted: "g")]?.aim
                == .careShare(person: ID(trusted: "kofi"), percent: 45...55, weeks: 4)
        )
        _ = try await planner.edit(goals, request("g", ["kind": ["own-time"], "min": ["2h"]]), by: .admin)
        #expect(
            await planner.household.goals[ID(trusted: "g")]?.aim == .ownTime(person: ID(trusted: "kofi"), min: 7_200)
        )
        #expect(
            await refusal { _ = try await planner.edit(goals, request("g", ["person": ["noah"]]), by: .admin) }?.message
                == "goals › g › person: Noah is a child, not a parent"
        )
        #expect(
            await refusal { _ = try await planner.edit(goals, request("g", ["between": ["1%", "2%"]]), by: .admin) }?
                .message == "goals › g › between: unknown key “between” (known: id, kind, person, min)"
        )
        _ = try await planner.remove(goals, removal("g"), by: .admin)
        #expect(await planner.household.goals.isEmpty)
        _ = try await planner.undo()
        #expect(await planner.household.goals.count == 1)
    }
}
