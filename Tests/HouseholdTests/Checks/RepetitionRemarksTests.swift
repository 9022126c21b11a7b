import Household
import ICalendar
import Testing

/// From Monday 2026-11-23 at 08:00.
@Suite("What may be a slip in a repetition")
struct RepetitionRemarksTests {
    private func remarks(_ rule: String?, except days: [String] = [], at starts: [String] = []) throws -> [String] {
        var entry = CheckedFamily.work
        entry.repetition.rule = try rule.map { try RecurrenceRule($0) }
        entry.repetition.exceptDays = try days.map { text in
            let ends = try text.split(separator: "/").map { try #require(CivilDate(String($0))) }
            return try #require(ends.first)...(#require(ends.last))
        }
        entry.repetition.exceptStarts = try starts.map { try #require(CivilDateTime($0)) }
        return CheckedFamily.make().remarks(on: [entry])
    }

    @Test("nothing is said where all of it says something")
    func none() throws {
        #expect(
            try remarks("FREQ=WEEKLY", except: ["2026-11-30", "2026-12-01/2026-12-07"], at: ["2026-12-14T08:00"]) == []
        )
        #expect(try remarks(nil, except: ["2026-11-23"]) == [])
        #expect(try remarks("FREQ=WEEKLY;BYDAY=WE,MO") == [])
    }

    @Test("a start on which the repetition does not fall")
    func start() throws {
        #expect(
            try remarks("FREQ=WEEKLY;BYDAY=WE") == [
                "“Call” (call) starts on 2026-11-23, on which its repetition does not fall: it is on that day as well"
            ]
        )
    }

    @Test("exceptions from nothing: another weekday, after the end, another time of day, of what does not repeat")
    func exceptions() throws {
        #expect(
            try remarks("FREQ=WEEKLY", except: ["2026-11-30", "2026-12-01", "2026-12-08/2026-12-13"]) == [
                "“Call” (call) is not on 2026-12-01, which except takes out",
                "“Call” (call) is not on any day from 2026-12-08 to 2026-12-13, which except takes out",
            ]
        )
        #expect(
            try remarks("FREQ=WEEKLY;COUNT=2", except: ["2026-12-07"], at: ["2026-11-30T09:00"]) == [
                "“Call” (call) is not on 2026-12-07, which except takes out",
                "“Call” (call) does not start at 2026-11-30T09:00, which except takes out",
            ]
        )
        #expect(try remarks(nil, except: ["2026-11-24"]).count == 1)
    }

    @Test("a list of days off is for all series: what takes one of them away is no slip for the others")
    func shared() throws {
        let tuesday = try #require(CivilDate("2026-12-01"))
        var call = CheckedFamily.work
        call.repetition.rule = try RecurrenceRule("FREQ=WEEKLY")
        call.repetition.exceptDays = [tuesday...tuesday]
        var household = CheckedFamily.make()
        #expect(household.remarks(on: [call]).count == 1)
        household.entries["noah-school"]?.repetition.exceptDays = [tuesday...tuesday]
        #expect(household.remarks(on: [call]) == [])
    }

    @Test("of a feed nothing is said: nobody here can mend it")
    func feed() throws {
        var entry = CheckedFamily.work
        entry.repetition.exceptStarts = [try #require(CivilDateTime("2026-12-01T08:00"))]
        #expect(CheckedFamily.make().remarks(on: [entry]).count == 1)
        entry.feed = EntryFeed(id: "school", name: "School")
        #expect(CheckedFamily.make().remarks(on: [entry]) == [])
    }
}
