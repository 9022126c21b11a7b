import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("changing a series from one occurrence on, and what ends it")
struct EntryFollowingTests {
    @Test("a start on a day that the repetition does not have is refused, from one occurrence on too")
    func strayStart() async throws {
        let planner = try await Planner.test()
        let refused = await refusal { try await planner.edit("deep-work", ["start": ["2026-09-02T09:00"]]) }
        #expect(refused?.kind == .invalid)
        #expect(refused?.message.contains("is no start of the repetition FREQ=WEEKLY;BYDAY=TU,TH") == true)
        let target = EntryTarget(name: "deep-work@2026-11-26", following: true)
        let following = await refusal {
            _ = try await planner.move(
                MoveRequest(target: target, when: "fri 10:00", options: ChangeOptions()),
                by: .admin
            )
        }
        #expect(following?.message.contains("the next that it gives is 2026-12-01T10:00") == true)
        try await planner.edit(
            "deep-work@2026-11-26",
            following: true,
            ["start": ["fri 10:00"], "repeat": ["FREQ=WEEKLY;BYDAY=FR"]]
        )
        #expect(try await planner.agenda().contains("deep-work-2 2026-11-27T10:00"))
    }

    @Test("an edit of one occurrence and what follows makes two entries")
    func following() async throws {
        let planner = try await Planner.test()
        try await planner.edit(
            "deep-work@2026-11-26",
            following: true,
            ["title": ["Deeper work"], "start": ["2026-11-26T08:00"]]
        )
        let starts = try await planner.agenda("2026-11-23", "2026-12-04").filter { $0.hasPrefix("deep-work") }
        #expect(
            starts == [
                "deep-work 2026-11-24T09:00", "deep-work-2 2026-11-26T08:00", "deep-work-2 2026-12-01T08:00",
                "deep-work-2 2026-12-03T08:00",
            ]
        )
        try await planner.remove("deep-work-2@2026-12-01", following: true)
        #expect(try await planner.agenda("2026-11-30", "2026-12-20").allSatisfy { !$0.hasPrefix("deep-work") })
    }

    @Test("what a repetition has already ended by itself is not begun again by taking out what follows")
    func followingAnExtraDate() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["W"], "people": ["maya"], "start": ["2026-11-23T09:00"], "duration": ["1h"],
            "repeat": ["FREQ=DAILY;COUNT=3"], "also": ["2026-12-06T20:00"],
        ]
        try await planner.add(fields)
        try await planner.remove("w@2026-12-06", following: true)
        let starts = try await planner.agenda("2026-11-23", "2026-12-20").filter { $0.hasPrefix("w ") }
        #expect(starts == ["w 2026-11-23T09:00", "w 2026-11-24T09:00", "w 2026-11-25T09:00"])
    }

    @Test("a series can't begin anew at an extra date while its rule goes on")
    func followingAmidst() async throws {
        let planner = try await Planner.test()
        let fields = [
            "kind": ["family"], "title": ["W"], "people": ["maya"], "start": ["2026-11-23T09:00"], "duration": ["1h"],
            "repeat": ["FREQ=WEEKLY;COUNT=4"], "also": ["2026-11-24T20:00"],
        ]
        try await planner.add(fields)
        let refused = await refusal {
            try await planner.edit("w@2026-11-24", following: true, ["title": ["B"]])
        }
        #expect(refused?.message.contains("it is an extra date") == true)
    }

    @Test("moving on from an occurrence that was moved begins where it was")
    func followingMoved() async throws {
        let planner = try await Planner.test()
        try await planner.move("deep-work@2026-11-26", to: "2026-11-28T14:00")
        let target = EntryTarget(name: "deep-work@2026-11-26", following: true)
        _ = try await planner.move(
            MoveRequest(target: target, when: "10:00", options: ChangeOptions()),
            by: .admin
        )
        let starts = try await planner.agenda("2026-11-25", "2026-12-02").filter { $0.hasPrefix("deep-work-2") }
        #expect(starts.last == "deep-work-2 2026-12-01T10:00")
    }

    @Test("an entry that others need is not removed from under them")
    func removalIsChecked() async throws {
        let planner = try await Planner.test()
        let text = smallHousehold.replacing("      - { id: ama, name: Ama, role: carer }\n", with: "")
            .replacing("  - { id: school, name: School, minutesFromHome: 15 }\n", with: "")
        let refused = await refusal { try await planner.apply(text, prune: true) }
        #expect(refused?.kind == .invalidFile)
        #expect(refused?.details.first?.contains("unknown place “school”") == true)
    }
}
