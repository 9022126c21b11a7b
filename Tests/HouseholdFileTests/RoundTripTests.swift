import Household
import ICalendar
import Testing

@testable import HouseholdFile

@Suite("What is written is read back")
struct RoundTripTests {
    @Test("any household comes back as it was", arguments: 1...150)
    func household(seed: Int) throws {
        // given
        let household = try RandomFamily.make(seed: UInt64(seed))
        #expect(household.problems() == [])
        // when
        let text = HouseholdFile.write(household)
        let read = try HouseholdFile.read(text, name: "family.yaml", onto: Household(), prune: false)
        // then
        #expect(read == household)
        #expect(HouseholdFile.write(read) == text)
    }

    @Test("any text comes back as it was: as a title, in braces, in several lines", arguments: NastyText.all)
    func text(text: String) throws {
        // given
        var household = Household(zones: ["UTC": .utc])
        household.settings.protected = [
            ProtectedTime(window: Window(days: [.monday], from: .midnight, to: .endOfDay), label: text)
        ]
        household.put(.place(Place(id: ID(trusted: "place"), name: text, minutesFromHome: 1)))
        var entry = Entry(
            id: ID(trusted: "entry"),
            kind: .family,
            title: text,
            note: text + text,
            time: .allDay(first: CivilDate(daysSinceEpoch: 20_000), days: 1)
        )
        var fields = Override.Fields()
        (fields.title, fields.note) = (text, text + ", " + text)
        entry.overrides = [Override(of: entry.time.start, change: .changed(fields))]
        household.put(.entry(entry))
        // when
        let written = HouseholdFile.write(household)
        let read = try HouseholdFile.read(written, name: "family.yaml", onto: Household(), prune: false)
        // then
        #expect(Array(read.entries.values[0].title.unicodeScalars) == Array(text.unicodeScalars))
        #expect(read == household, "\(written)")
    }

    @Test("it is written as people would write it")
    func style() throws {
        // given
        let text = """
            household:
              name: Lindqvist-Osei
              timeZone: Europe/Berlin
              currency: EUR
              coverage: available
              minimumGap: 10m
              protected:
                - { days: weekdays, from: "17:30", to: "19:00", label: Dinner and bedtime }

            places:
              - { id: school, name: Primary school, minutesFromHome: 15 }

            people:
              - { id: ama, name: Grandma Ama, role: carer }
              - id: maya
                name: Maya
                role: parent
                work: { perDay: 8h, perWeek: 36h, rest: 11h }
              - id: noah
                name: Noah
                role: child
                born: 2019-05-02
                care:
                  - { days: daily, from: "06:30", to: "20:00", level: present }
                  - { days: [mon, wed], from: "20:00", to: "06:30", level: nearby }

            streams:
              - id: northwind
                name: Northwind retainer
                owner: maya
                kind: client
                rate: { amount: 95.00, per: hour }
                weekly: { min: 10h, max: 16h }
                deadlines:
                  - { id: q4-report, title: Q4 report, due: "2026-12-11T18:00", remaining: 22h }

            entries:
              - id: northwind-mornings
                kind: work
                title: Northwind deep work
                note: |-
                  Bring the numbers.
                  And: the other numbers.
                stream: northwind
                people: [maya]
                start: 2026-09-01T09:00
                end: 2026-09-01T12:00
                repeat: FREQ=WEEKLY;BYDAY=TU,TH
                except: [2026-10-13, 2026-12-24/2027-01-03]
                overrides:
                  - { of: 2026-11-26T09:00, start: 2026-11-26T13:00, duration: 2h }
                  - { of: 2026-12-01T09:00, cancelled: true }
              - id: half-term
                kind: appointment
                title: Half-term
                start: 2026-10-12
                end: 2026-10-23

            goals:
              - { id: us, kind: together, min: 10h }

            """
        // when
        let household = try HouseholdFile.read(text, name: "family.yaml", onto: Household(), prune: false)
        // then
        #expect(HouseholdFile.write(household) == text)
    }
}
