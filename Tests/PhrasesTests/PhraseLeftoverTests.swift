import Household
import ICalendar
import Testing

@testable import Phrases

@Suite("What a phrase says is taken, refused or remarked on; it is not lost in the title")
struct PhraseLeftoverTests {
    /// Monday, 23 November 2026, ten in the morning.
    private let quickAdd = QuickAddTests.quickAdd

    @Test(
        "ends, days and repetitions that stand in unusual places",
        arguments: [
            ("Piano every tue 15:00 until 18 Dec", "2026-11-24T15:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261218T225959Z"),
            ("Stand-up every day 9:15 until 18.12.", "2026-11-24T09:15", "FREQ=DAILY;UNTIL=20261218T225959Z"),
            (
                "Piano every tue 15:00-15:45 for 3 months", "2026-11-24T15:00",
                "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270223T225959Z"
            ),
            ("Piano every tue 15:00-15:45 for 10 times", "2026-11-24T15:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=10"),
            ("Rent every 1st of the month 9:00", "2026-12-01T09:00", "FREQ=MONTHLY;BYMONTHDAY=1"),
            ("Yoga on the first monday of every month 19:00", "2026-12-07T19:00", "FREQ=MONTHLY;BYDAY=1MO"),
            ("Birthday every 14th of March 9:00", "2027-03-14T09:00", "FREQ=YEARLY"),
            ("Yoga tuesdays evening 19:00", "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU"),
            ("Bring Lena tue 8:00 every week to grandma", "2026-11-24T08:00", "FREQ=WEEKLY"),
            ("Rent every 15th 9:00", "2026-12-15T09:00", "FREQ=MONTHLY;BYMONTHDAY=15"),
            ("Piano every tue/thu 9:00", "2026-11-24T09:00", "FREQ=WEEKLY;BYDAY=TU,TH"),
            ("Piano every three weeks tue 9:00", "2026-11-24T09:00", "FREQ=WEEKLY;INTERVAL=3"),
            ("Tablets every evening 7", "2026-11-23T19:00", "FREQ=DAILY"),
            ("Yoga first monday of every month 19:00", "2026-12-07T19:00", "FREQ=MONTHLY;BYDAY=1MO"),
            ("Piano every month on the last friday 15:00", "2026-11-27T15:00", "FREQ=MONTHLY;BYDAY=-1FR"),
        ]
    )
    func repetitions(phrase: String, start: String, rule: String) throws {
        let fields = try quickAdd.read(phrase).fields
        #expect(fields["start"] == [start])
        #expect(fields["repeat"] == [rule])
    }

    @Test(
        "ends that go by the beginning",
        arguments: [
            ("Flight 5 Dec 18:00 until 7 Dec", "2026-12-05T18:00", "2026-12-07T18:00"),
            ("Trip 5 Dec 6:45 to 7 Dec", "2026-12-05T06:45", "2026-12-07T06:45"),
            ("Football thu 4pm to 5", "2026-11-26T16:00", "2026-11-26T17:00"),
            ("Shop 2pm-3 fri", "2026-11-27T14:00", "2026-11-27T15:00"),
            ("Party fri 11pm-2", "2026-11-27T23:00", "2026-11-28T02:00"),
            ("Dentist fri 2:30 p.m. to 4p.m.", "2026-11-27T14:30", "2026-11-27T16:00"),
            ("Dentist fri 4 Dec 9:00-10:00", "2026-12-04T09:00", "2026-12-04T10:00"),
            ("Dentist 4.12., Fri. 9:00-10:00", "2026-12-04T09:00", "2026-12-04T10:00"),
            ("Dentist weds 9:00-10:00", "2026-11-25T09:00", "2026-11-25T10:00"),
            ("Party sat 8pm-12", "2026-11-28T20:00", "2026-11-28T24:00"),
            ("Party tonight 8-12", "2026-11-23T20:00", "2026-11-23T24:00"),
            ("Party tonight 8-12:30", "2026-11-23T20:00", "2026-11-24T00:30"),
            ("Party tonight 10-1", "2026-11-23T22:00", "2026-11-24T01:00"),
            ("Course tue morning 9-1", "2026-11-24T09:00", "2026-11-24T13:00"),
            ("Course next week tue 9:00-10:00", "2026-12-01T09:00", "2026-12-01T10:00"),
            ("Course tue next week 9:00-10:00", "2026-12-01T09:00", "2026-12-01T10:00"),
            ("Trip mon 9:00 until wed 11:00", "2026-11-23T09:00", "2026-11-25T11:00"),
            ("Gym fri 9:00—10:30", "2026-11-27T09:00", "2026-11-27T10:30"),
            ("Meeting day after tomorrow 10:00-11:00", "2026-11-25T10:00", "2026-11-25T11:00"),
        ]
    )
    func ends(phrase: String, start: String, end: String) throws {
        let fields = try quickAdd.read(phrase).fields
        #expect(fields["start"] == [start])
        #expect(fields["end"] == [end])
    }

    @Test(
        "what looks like a day or a time and is not understood is no title",
        arguments: [
            ("Doctor 24th 10:00", "24th"), ("Meeting 24-12-2026 18:00", "24-12-2026"),
            ("Meeting 2026/12/24 18:00", "2026/12/24"), ("Piano tue,thu 9:00", "tue,thu"),
            ("Meeting tomorrow (10:00-12:00)", "(10:00-12:00)"), ("Gym friday 16h", "16h"),
            ("Dentist thu 4 Dec 9:00", "4 Dec"), ("Piano every tue 15:00 until 10.12", "10.12"),
            ("Call next week 10:00", "next week"),
            ("Meeting last friday 10:00", "last friday"),
            ("Course tue 9:00 to 1", "9:00 to 1"),
            ("Yoga first monday of the month 19:00", "first monday of the month"),
            ("Yoga every month mon 19:00", "mon"), ("Piano every 0 weeks 9:00", "every 0 weeks"),
            ("Sitter fri 15:00-16:00 + noah", "+ noah"), ("Piano fri 15:00-16:00 for 3 months", "for 3 months"),
        ]
    )
    func refused(phrase: String, place: String) throws {
        let error = try #require(throws: PhraseError.self) { try quickAdd.read(phrase) }
        #expect(String(Array(phrase)[error.range]) == place)
    }

    @Test(
        "what stays in the title is said",
        arguments: [
            ("Piano daily tue 15:00-16:00", ["“daily” stays in the title: it is once (“every day” repeats it)."]),
            ("Check every room fri 9:00-9:30", ["“every room” stays in the title: nothing is repeated."]),
            ("Call 15:00-15:30", ["No day was said: it is today."]),
            ("Call 9:00-9:30", ["No day was said: it is tomorrow."]),
            ("Call 030-1234-567 tue 15:00-15:30", []),
            ("Ratio 4:3 monitor all day fri", []),
            ("\"24th of 16h\" fri 9:00-9:30", []),
        ]
    )
    func remarks(phrase: String, remarks: [String]) throws {
        #expect(try quickAdd.read(phrase).remarks == remarks)
    }

    @Test(
        "lengths in several words",
        arguments: [
            ("Gym fri 14:00 for 1 hour 30 minutes", "90m"), ("Gym fri 14:00 for an hour and a half", "90m"),
            ("Gym fri 14:00 for two hours", "120m"), ("Gym fri 14:00 1h 30m", "90m"), ("Gym fri 2 p.m. for 45m", "45m"),
        ]
    )
    func lengths(phrase: String, length: String) throws {
        let fields = try quickAdd.read(phrase).fields
        #expect(fields["start"] == ["2026-11-27T14:00"])
        #expect(fields["duration"] == [length])
        #expect(fields["title"] == ["Gym"])
    }

    @Test("that not every month has a 31st is said")
    func shortMonths() throws {
        let understood = try quickAdd.read("Rent every month on the 31st 9:00-9:30")
        #expect(understood.remarks == ["Months without a day 31 are left out."])
    }

    @Test("marks before each name of a list are marks")
    func lists() throws {
        let fields = try quickAdd.read("Sitter fri 15:00-17:00 @ama,@maya +noah").fields
        #expect(fields["people"] == ["ama", "maya"])
        #expect(fields["for"] == ["noah"])
    }
}
