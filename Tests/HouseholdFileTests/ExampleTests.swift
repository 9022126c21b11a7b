import Foundation
import Household
import ICalendar
import Testing

@testable import HouseholdFile

@Suite("The examples that are installed")
struct ExampleTests {
    @Test("the example household is read, has nothing to remark on, and comes back")
    func household() throws {
        // given
        let text = try String(contentsOf: Self.config.appending(path: "household.example.yaml"), encoding: .utf8)
        // when
        let household = try HouseholdFile.read(text, name: "household.example.yaml", onto: Household(), prune: false)
        // then
        #expect(household.people.count == 6)
        #expect(household.streams.count == 5)
        #expect(household.remarks() == [])
        let written = HouseholdFile.write(household)
        #expect(try HouseholdFile.read(written, name: "again", onto: Household(), prune: false) == household)
    }

    @Test("the example school calendar is one that we read")
    func school() throws {
        // given
        let bytes = try Data(contentsOf: Self.config.appending(path: "school.example.ics"))
        // when
        let file = try CalendarFile.read(bytes, defaultZone: .utc)
        // then
        #expect(file.outcome == .accepted)
        #expect(file.skipped.isEmpty)
        #expect(file.events.count == 11)
    }

    private static let config = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../config")
}
