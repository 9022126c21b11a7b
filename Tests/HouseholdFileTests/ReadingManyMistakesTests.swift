import Household
import ICalendar
import Testing

@testable import HouseholdFile

@Suite("Several mistakes in a household file")
struct ReadingManyMistakesTests {
    @Test("are all said at once, in the order of the file")
    func allAtOnce() throws {
        // given
        let text = """
            household: { timeZone: Europe/Berlin, weekstart: monday }
            people:
              - { id: maya, role: parent }
              - { id: noah, role: pupil, born: 2019-13-01 }
            entries:
              - id: dentist
                kind: appointment
                people: [noah, mya]
                start: 2026-11-24T15:00
                end: 14:00
                colour: red
                overrides:
                  - { of: 2026-11-25, place: dentist }
            """
        // when
        let error = try #require(throws: HouseholdFileError.self) {
            try HouseholdFile.read(text, name: "family.yaml", onto: Household(), prune: false)
        }
        // then
        #expect(
            error.description == """
                family.yaml:1: household › weekstart: unknown key “weekstart” (did you mean “weekStart”?)
                family.yaml:4: people › noah › role: “pupil” is none of parent, child, carer
                family.yaml:4: people › noah › born: “2019-13-01” is not a date: there is no month 13 \
                (year-month-day: 2026-11-23)
                family.yaml:8: entries › dentist › people: unknown person “mya” (did you mean “maya”?)
                family.yaml:11: entries › dentist › colour: unknown key “colour”
                family.yaml:13: entries › dentist › overrides[2026-11-25T15:00] › of: 2026-11-25T15:00 is not a start \
                of “Appointment” (there is none later)
                family.yaml:13: entries › dentist › overrides[2026-11-25T15:00] › place: unknown place “dentist” \
                (known: home)
                """
        )
    }

    @Test("two people with one Unix user are named both")
    func unixUserTwice() throws {
        let text = """
            people:
              - { id: maya, role: parent, unixUser: maya }
              - { id: kofi, role: parent, unixUser: maya }
            """
        let error = try #require(throws: HouseholdFileError.self) {
            try HouseholdFile.read(text, name: "family.yaml", onto: Household(zones: ["UTC": .utc]), prune: false)
        }
        #expect(error.mistakes.map(\.line) == [2, 3])
        #expect(error.mistakes.map(\.path) == ["people.maya.unixUser", "people.kofi.unixUser"])
    }

    @Test("what is wrong in things that the file does not name has no line")
    func elsewhere() throws {
        // given
        let before = try HouseholdFile.read(
            """
            people: [{ id: maya, role: parent }]
            goals: [{ id: maya-own, kind: own-time, person: maya, min: 4h }]
            """,
            name: "before.yaml",
            onto: Household(),
            prune: false
        )
        // when: Maya is made a carer
        let error = try #require(throws: HouseholdFileError.self) {
            try HouseholdFile.read(
                "people: [{ id: maya, role: carer }]",
                name: "after.yaml",
                onto: before,
                prune: false
            )
        }
        // then
        #expect(error.mistakes.map(\.line) == [nil])
        #expect(error.description == "after.yaml: goals › maya-own › person: maya is a carer, not a parent")
    }

    @Test("more than anybody reads are counted")
    func tooMany() throws {
        let text = "people:\n" + String(repeating: "  - { id: x, role: pupil, role2: pupil }\n", count: 1000)
        let error = try #require(throws: HouseholdFileError.self) {
            try HouseholdFile.read(text, name: "family.yaml", onto: Household(), prune: false)
        }
        #expect(error.mistakes.count == 200)
        #expect(error.more == 2799)
        #expect(error.description.hasSuffix("\n… and 2799 more"))
    }
}
