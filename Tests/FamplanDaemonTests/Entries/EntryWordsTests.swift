import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

/// How what was understood of an entry is said.
@Suite("words of an entry")
struct EntryWordsTests {
    private func line(_ change: (inout Entry) -> Void) async throws -> String {
        let household = await (try Planner.test()).household
        let start = try #require(CivilDateTime("2026-11-24T14:00"))
        var entry = Entry(
            id: ID(trusted: "call"),
            kind: .appointment,
            title: "Call",
            time: .timed(start: start, zone: nil, seconds: 3_600)
        )
        change(&entry)
        return EntryWords(household: household).line(entry)
    }

    private let plain = "appointment “Call” (call): Tue 24 Nov 2026 14:00–15:00 Europe/Berlin"

    @Test("nothing is said of what nobody said")
    func bare() async throws {
        #expect(try await line { _ in } == plain)
    }

    @Test("what was said of how it happens is said, in the order of the household file")
    func manner() async throws {
        let said = try await line {
            $0.attention = .call
            $0.busy = false
            $0.tentative = true
            $0.supervised = true
            $0.isPrivate = true
            $0.resources = [ID(trusted: "unknown-thing")]
            $0.remind = 900
            $0.movable = .week
        }
        #expect(
            said == plain
                + "; attention call; not busy; tentative; supervised; private; needs unknown-thing; reminder 15m before; "
                + "may move within its week"
        )
    }

    @Test("starts besides those of its repetition are said")
    func also() async throws {
        let days = try ["2026-11-26T14:00", "2026-11-27T14:00"].map { try #require(CivilDateTime($0)) }
        #expect(try await line { $0.repetition.also = [days[0]] } == plain + "; also on Thu 26 Nov 2026")
        #expect(try await line { $0.repetition.also = days } == plain + "; also on 2 other days")
    }

    @Test("that it needs none of what its stream needs is said")
    func nothing() async throws {
        #expect(try await line { $0.resources = [] } == plain + "; needs nothing")
        #expect(try await line { $0.movable = .day } == plain + "; may move within its day")
        #expect(try await line { $0.busy = true } == plain + "; busy")
    }

    @Test("an edit of a person says what they are told where that was edited, and else just whom it is about")
    func person() async throws {
        let planner = try await Planner.test()
        var request = PersonRequest(
            person: "maya",
            fields: ["work.perDay": ["6h"]],
            channels: [],
            without: [],
            options: ChangeOptions()
        )
        #expect(
            try await planner.edit(PersonKind(configured: []), request, by: .admin).understood == ["edited person maya"]
        )
        request.fields = ["notify.digest": ["06:45"]]
        let told = try await planner.edit(PersonKind(configured: []), request, by: .admin).understood
        #expect(told == ["parent “Maya” (maya): digest 06:45; told nothing"])
    }
}
