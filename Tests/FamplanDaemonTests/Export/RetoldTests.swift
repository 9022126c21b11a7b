import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("a new title leaves the rest of an odd text as it came")
struct RetoldTests {
    private static func calendar(_ events: String...) -> String {
        let lines = events.map { "BEGIN:VEVENT\nUID:odd@school\nDTSTAMP:20260901T000000Z\n\($0)\nEND:VEVENT" }
        let text = (["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\n")
        return text.replacing("\n", with: "\r\n")
    }

    /// The lines that are gone and those that are new when an entry has another title, but for those about changes.
    private func differences(_ text: String, _ id: String) async throws -> (gone: Set<String>, new: Set<String>) {
        let planner = try await Planner.test()
        for id in await planner.household.entries.keys { try await planner.remove(id.rawValue) }
        _ = try await planner.importCalendar(text)
        let before = try await lines(planner)
        try await planner.edit(id, ["title": ["Other"]])
        let after = try await lines(planner)
        #expect(before.count == after.count)
        return (Set(before).subtracting(after), Set(after).subtracting(before))
    }

    private func lines(_ planner: Planner) async throws -> [String] {
        let text = try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init).filter { line in
            !["DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"].contains { line.hasPrefix($0) }
        }
    }

    @Test("a series that goes on otherwise from some day on, with an occurrence that is elsewhere")
    func parts() async throws {
        let text = Self.calendar(
            "DTSTART:20261124T150000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=6\nSUMMARY:Chess\nX-OWN;A=1:b",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T150000Z\nDTSTART:20261208T160000Z\nDURATION:PT1H\n"
                + "SUMMARY;LANGUAGE=en:Chess, late\nX-OWN;A=2:c",
            "RECURRENCE-ID:20261215T150000Z\nDTSTART:20261216T150000Z\nDURATION:PT1H\nSUMMARY:Chess, late\nX-OWN;A=3:d"
        )
        let late = try await differences(text, "chess-late")
        #expect(late.gone == ["SUMMARY;LANGUAGE=en:Chess, late", "SUMMARY:Chess, late"])
        #expect(late.new == ["SUMMARY;LANGUAGE=en:Other", "SUMMARY:Other"])
        let first = try await differences(text, "chess")
        #expect(first.gone == ["SUMMARY:Chess"] && first.new == ["SUMMARY:Other"])
    }

    @Test("an event that comes with its older state")
    func olderState() async throws {
        let text = Self.calendar(
            "SEQUENCE:1\nDTSTART:20261124T150000Z\nDURATION:PT1H\nSUMMARY:Old chess",
            "SEQUENCE:2\nDTSTART:20261125T150000Z\nDURATION:PT1H\nSUMMARY:Chess"
        )
        let found = try await differences(text, "chess")
        #expect(found.gone == ["SUMMARY:Chess"] && found.new == ["SUMMARY:Other"])
    }

    @Test("a series of days, one of which is named by its midnight")
    func midnight() async throws {
        let text = Self.calendar(
            "DTSTART;VALUE=DATE:20261124\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Chess day",
            "RECURRENCE-ID;TZID=Europe/Berlin:20261201T000000\nDTSTART;VALUE=DATE:20261202\nSUMMARY:Chess day\nX-OWN:1"
        )
        let found = try await differences(text, "chess-day")
        #expect(found.gone == ["SUMMARY:Chess day"] && found.new == ["SUMMARY:Other"])
    }
}
