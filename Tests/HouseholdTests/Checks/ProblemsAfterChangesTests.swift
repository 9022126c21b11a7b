import Household
import ICalendar
import Testing

@Suite("What is wrong after a change")
struct ProblemsAfterChangesTests {
    private func problems(after change: Change) -> [String] {
        var household = CheckedFamily.make()
        household.apply(change)
        let some = household.problems(after: [change])
        // A command must find everything that its change made wrong, though it looks at a part only.
        #expect(Set(some) == Set(household.problems()))
        return some.map(\.description)
    }

    @Test("nothing, where nothing names what was removed")
    func harmless() throws {
        let entry = CheckedFamily.work
        #expect(problems(after: Change(removing: .entry(entry))) == [])
    }

    @Test("what names a person who is gone")
    func personGone() throws {
        let maya = try #require(CheckedFamily.make().people["maya"])
        #expect(
            problems(after: Change(removing: .person(maya))) == [
                "stream “northwind”, owner: unknown person “maya” (known: kofi, noah, ama)",
                "entry “call”, people: unknown person “maya” (known: kofi, noah, ama)",
                "goal “maya-own”, person: unknown person “maya” (known: kofi, noah, ama)",
            ]
        )
    }

    @Test("what names a place, a resource, a stream that is gone")
    func thingsGone() throws {
        let household = CheckedFamily.make()
        let school = try #require(household.places["school"])
        let car = try #require(household.resources["car"])
        let stream = try #require(household.streams["northwind"])
        #expect(
            problems(after: Change(removing: .place(school))) == [
                "travel “office/school”, between: unknown place “school” (known: home, office)",
                "entry “noah-school”, place: unknown place “school” (known: home, office)",
            ]
        )
        #expect(
            problems(after: Change(removing: .resource(car))) == [
                "entry “call”, resources: unknown resource “car” (there is none yet)"
            ]
        )
        #expect(
            problems(after: Change(removing: .stream(stream))) == [
                "entry “call”, stream: unknown stream “northwind” (there is none yet)"
            ]
        )
    }

    @Test("what a person may be no longer who is another to the household")
    func role() throws {
        let noah = try #require(CheckedFamily.make().people["noah"])
        var grown = noah
        grown.role = .carer
        #expect(
            problems(after: Change(from: .person(noah), to: .person(grown))) == [
                "entry “noah-school”, people: Noah is a carer, not a child"
            ]
        )
    }

    @Test("the overrides of starts that an edit took away")
    func overrides() throws {
        // given
        let entry = CheckedFamily.school
        var edited = entry
        edited.overrides = [Override(of: CheckedFamily.start.adding(seconds: Span.day), change: .cancelled)]
        edited.repetition = Repetition()
        // when, then
        #expect(problems(after: Change(from: .entry(entry), to: .entry(edited))).count == 1)
    }
}

@Suite("What is worth knowing")
struct RemarksTests {
    @Test("a child without care windows, a child away alone, work of nobody and on another's stream")
    func remarks() {
        // given
        var household = CheckedFamily.make()
        household.people["noah"]?.care = []
        household.put(
            .entry(
                Entry(
                    id: "sleepover",
                    kind: .away,
                    title: "Sleepover",
                    people: ["noah"],
                    time: CheckedFamily.work.time
                )
            )
        )
        household.entries["call"]?.people = []
        var other = CheckedFamily.work
        (other.id, other.people) = ("other", ["kofi"])
        household.put(.entry(other))
        // when, then
        #expect(
            household.remarks() == [
                "Noah has no care windows: no gap can be found for Noah (add care)",
                "“Call” (call) names nobody: it counts as nobody's work (add people)",
                "“Sleepover” (sleepover) takes Noah away without an adult: it counts as uncovered "
                    + "(add supervised: true if somebody is there)",
                "“Call” (other) is Kofi's work on Maya's stream Northwind: it can't be logged, and counts for none of its deadlines",
            ]
        )
    }

    @Test("what is said of somebody that only a child or a parent can have")
    func unheeded() {
        var household = CheckedFamily.make()
        household.people["ama"]?.care = [CheckedFamily.awake]
        household.people["ama"]?.work.perDay = Span.hour
        household.people["maya"]?.aloneUpTo = Span.hour
        household.people["noah"]?.work.rest = Span.hour
        #expect(
            household.remarks() == [
                "Maya is a parent: aloneUpTo counts for nothing there (it is a child's)",
                "Noah is a child: work counts for nothing there (it is a parent's)",
                "Grandma Ama is a carer: care counts for nothing there (it is a child's)",
                "Grandma Ama is a carer: work counts for nothing there (it is a parent's)",
            ]
        )
    }

    @Test("a child away alone that is looked after is none")
    func supervised() {
        var household = CheckedFamily.make()
        household.put(
            .entry(
                Entry(
                    id: "sleepover",
                    kind: .away,
                    title: "Sleepover",
                    people: ["noah"],
                    supervised: true,
                    time: CheckedFamily.work.time
                )
            )
        )
        #expect(household.remarks() == [])
    }
}
