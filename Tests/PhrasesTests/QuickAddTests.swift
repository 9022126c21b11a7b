import Household
import ICalendar
import Testing

@testable import Phrases

@Suite("Quick add")
struct QuickAddTests {
    static let household = Household.family

    /// Monday, 23 November 2026, ten in the morning; Maya types.
    static let quickAdd = QuickAdd(
        household: household,
        present: Present(now: CivilDateTime("2026-11-23T10:00")!),
        writer: ID("maya")
    )

    @Test(
        "phrases that people type",
        arguments: [
            (
                "Northwind call tue 14:00-15:30 @maya #northwind !call at office-park every week until 18 Dec",
                "attention=call end=2026-11-24T15:30 kind=work people=maya place=office-park "
                    + "repeat=FREQ=WEEKLY;UNTIL=20261218T225959Z start=2026-11-24T14:00 stream=northwind title=Northwind call"
            ),
            (
                "Dentist fri 15:00 @noah @maya",
                "duration=1h kind=appointment people=noah,maya start=2026-11-27T15:00 title=Dentist"
            ),
            (
                "dentist tomorrow 3pm for 45m",
                "duration=45m kind=appointment people=maya start=2026-11-24T15:00 title=Dentist"
            ),
            (
                "Call 14:00-15:30 today",
                "end=2026-11-23T15:30 kind=appointment people=maya start=2026-11-23T14:00 title=Call"
            ),
            ("Call tue 14", "duration=1h kind=appointment people=maya start=2026-11-24T14:00 title=Call"),
            (
                "Call tue 14-15:30",
                "end=2026-11-24T15:30 kind=appointment people=maya start=2026-11-24T14:00 title=Call"
            ),
            (
                "Call next fri 2-3pm",
                "end=2026-12-04T15:00 kind=appointment people=maya start=2026-12-04T14:00 title=Call"
            ),
            (
                "Lunch 11am-1pm wed",
                "end=2026-11-25T13:00 kind=appointment people=maya start=2026-11-25T11:00 title=Lunch"
            ),
            (
                "Lunch 11-1pm wed",
                "end=2026-11-25T13:00 kind=appointment people=maya start=2026-11-25T11:00 title=Lunch"
            ),
            (
                "Cinema 24 Dec 20:00 for 2 hours",
                "duration=120m kind=appointment people=maya start=2026-12-24T20:00 title=Cinema"
            ),
            (
                "Cinema 24.12. 20:00 for 1h30",
                "duration=90m kind=appointment people=maya start=2026-12-24T20:00 title=Cinema"
            ),
            (
                "Cinema Dec 24th 2027 at 8pm",
                "duration=1h kind=appointment people=maya start=2027-12-24T20:00 title=Cinema"
            ),
            (
                "Review 2026-12-24 9:30 1h",
                "duration=60m kind=appointment people=maya start=2026-12-24T09:30 title=Review"
            ),
            ("Checkup in 3 days at 9", "duration=1h kind=appointment people=maya start=2026-11-26T09:00 title=Checkup"),
            ("Checkup 24/12 at noon", "duration=1h kind=appointment people=maya start=2026-12-24T12:00 title=Checkup"),
            (
                "Holiday 24-28 Dec @maya @kofi",
                "end=2026-12-28 kind=appointment people=maya,kofi start=2026-12-24 title=Holiday"
            ),
            ("away mon-wed @kofi", "end=2026-11-25 kind=away people=kofi start=2026-11-23 title=Away"),
            (
                "away Berlin trip tue until thu @kofi",
                "end=2026-11-26 kind=away people=kofi start=2026-11-24 title=Berlin trip"
            ),
            (
                "Night shift fri 22:00-06:00 @kofi",
                "end=2026-11-28T06:00 kind=appointment people=kofi start=2026-11-27T22:00 title=Night shift"
            ),
            (
                "Ama has Noah wed 14:30-17:30 @ama +noah",
                "end=2026-11-25T17:30 for=noah kind=care people=ama start=2026-11-25T14:30 title=Ama has Noah"
            ),
            (
                "tue 14-16 +noah",
                "end=2026-11-24T16:00 for=noah kind=care people=maya start=2026-11-24T14:00 title=Care for Noah"
            ),
            (
                "#north tue 9-12",
                "end=2026-11-24T12:00 kind=work start=2026-11-24T09:00 stream=northwind title=Northwind retainer"
            ),
            (
                "family dinner sun 18:00-20:00",
                "end=2026-11-29T20:00 kind=family people=maya,kofi,noah start=2026-11-29T18:00 title=Family dinner"
            ),
            (
                "Swimming every thu 16:00-17:00 @noah",
                "end=2026-11-26T17:00 kind=appointment people=noah repeat=FREQ=WEEKLY;BYDAY=TH start=2026-11-26T16:00 title=Swimming"
            ),
            (
                "Stand-up every weekday 9:15 for 15m #northwind",
                "duration=15m kind=work repeat=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR start=2026-11-24T09:15 stream=northwind title=Stand-up"
            ),
            (
                "Choir every other tue 19:00-21:00 10 times",
                "end=2026-11-24T21:00 kind=appointment people=maya repeat=FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10 "
                    + "start=2026-11-24T19:00 title=Choir"
            ),
            (
                "Invoices every last fri 9-10 #northwind",
                "end=2026-11-27T10:00 kind=work repeat=FREQ=MONTHLY;BYDAY=-1FR start=2026-11-27T09:00 stream=northwind title=Invoices"
            ),
            (
                "VAT every month on the 10th 9:00 #northwind",
                "duration=1h kind=work repeat=FREQ=MONTHLY;BYMONTHDAY=10 start=2026-12-10T09:00 stream=northwind title=VAT"
            ),
            (
                "Yoga every week mon 18:00 for 6 weeks",
                "duration=1h kind=appointment people=maya repeat=FREQ=WEEKLY;UNTIL=20270103T225959Z start=2026-11-23T18:00 title=Yoga"
            ),
            (
                "Yoga mon 18:00 every week for 6 weeks",
                "duration=1h kind=appointment people=maya repeat=FREQ=WEEKLY;UNTIL=20270103T225959Z start=2026-11-23T18:00 title=Yoga"
            ),
            (
                "Birthday 2 May every year all day",
                "kind=appointment people=maya repeat=FREQ=YEARLY start=2027-05-02 title=Birthday"
            ),
            (
                "Dinner with @kofi sat 19:00",
                "duration=1h kind=appointment people=kofi start=2026-11-28T19:00 title=Dinner"
            ),
            (
                "Talk about \"fri 13\" tue 14:00",
                "duration=1h kind=appointment people=maya start=2026-11-24T14:00 title=Talk about fri 13"
            ),
            (
                "Buy 2 tickets fri 9:00",
                "duration=1h kind=appointment people=maya start=2026-11-27T09:00 title=Buy 2 tickets"
            ),
            (
                "Weekly review mon 9:00",
                "duration=1h kind=appointment people=maya start=2026-11-30T09:00 title=Weekly review"
            ),
            ("Call mom at 9:00", "duration=1h kind=appointment people=maya start=2026-11-24T09:00 title=Call mom"),
            (
                "Pick-up at Office park 15:00 today",
                "duration=1h kind=appointment people=maya place=office-park start=2026-11-23T15:00 title=Pick-up"
            ),
            (
                "Lunch at Luigi's wed 12:30",
                "duration=1h kind=appointment people=maya start=2026-11-25T12:30 title=Lunch at Luigi's"
            ),
            (
                "School play fri 17:00 @noah",
                "duration=1h kind=appointment people=noah start=2026-11-27T17:00 title=School play"
            ),
            (
                "Party sat from 14:00 until 18:00",
                "end=2026-11-28T18:00 kind=appointment people=maya start=2026-11-28T14:00 title=Party"
            ),
            (
                "Party sat from 22:00 to midnight",
                "end=2026-11-28T24:00 kind=appointment people=maya start=2026-11-28T22:00 title=Party"
            ),
            (
                "Zahnarzt 24.12. 10 Uhr @noah",
                "duration=1h kind=appointment people=noah start=2026-12-24T10:00 title=Zahnarzt"
            ),
            (
                "Elternabend 3.12. 19-21 Uhr",
                "end=2026-12-03T21:00 kind=appointment people=maya start=2026-12-03T19:00 title=Elternabend"
            ),
            ("Call tue 14h30", "duration=1h kind=appointment people=maya start=2026-11-24T14:30 title=Call"),
            ("Call tue 14:00 1h30", "duration=90m kind=appointment people=maya start=2026-11-24T14:00 title=Call"),
            (
                "Heating engineer between 8 and 12 on friday",
                "end=2026-11-27T12:00 kind=appointment people=maya start=2026-11-27T08:00 title=Heating engineer"
            ),
            (
                "away in Leipzig from fri 18:00 until sun 16:00 @kofi",
                "end=2026-11-29T16:00 kind=away people=kofi start=2026-11-27T18:00 title=In Leipzig"
            ),
            (
                "away Leipzig fri 18:00 - sun at 16 @kofi",
                "end=2026-11-29T16:00 kind=away people=kofi start=2026-11-27T18:00 title=Leipzig"
            ),
            (
                "Holiday 1.-14.8. @maya @kofi",
                "end=2027-08-14 kind=appointment people=maya,kofi start=2027-08-01 title=Holiday"
            ),
            (
                "Yoga tuesdays 20:00-21:00",
                "end=2026-11-24T21:00 kind=appointment people=maya repeat=FREQ=WEEKLY;BYDAY=TU start=2026-11-24T20:00 "
                    + "title=Yoga"
            ),
            (
                "Yoga on mondays and thursdays 20:00-21:00 until 18 Dec",
                "end=2026-11-23T21:00 kind=appointment people=maya repeat=FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261218T225959Z "
                    + "start=2026-11-23T20:00 title=Yoga"
            ),
            (
                "Review weekdays 9-12",
                "end=2026-11-24T12:00 kind=appointment people=maya repeat=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR "
                    + "start=2026-11-24T09:00 title=Review"
            ),
            ("Call in an hour", "duration=1h kind=appointment people=maya start=2026-11-23T11:00 title=Call"),
            ("Call in 15 hours", "duration=1h kind=appointment people=maya start=2026-11-24T01:00 title=Call"),
            ("Dinner tonight at 7", "duration=1h kind=appointment people=maya start=2026-11-23T19:00 title=Dinner"),
            (
                "Dinner fri evening 7-9",
                "end=2026-11-27T21:00 kind=appointment people=maya start=2026-11-27T19:00 title=Dinner"
            ),
            (
                "Dinner this evening 20:00",
                "duration=1h kind=appointment people=maya start=2026-11-23T20:00 title=Dinner"
            ),
            (
                "Dinner fri at 7 in the evening",
                "duration=1h kind=appointment people=maya start=2026-11-27T19:00 title=Dinner"
            ),
            (
                "Swim sat morning 6-8",
                "end=2026-11-28T08:00 kind=appointment people=maya start=2026-11-28T06:00 title=Swim"
            ),
            (
                "Morning run tue 7:00",
                "duration=1h kind=appointment people=maya start=2026-11-24T07:00 title=Morning run"
            ),
            ("Run tue 06", "duration=1h kind=appointment people=maya start=2026-11-24T06:00 title=Run"),
            (
                "Early shift fri 6-14",
                "end=2026-11-27T14:00 kind=appointment people=maya start=2026-11-27T06:00 title=Early shift"
            ),
        ]
    )
    func phrases(phrase: String, expected: String) throws {
        // When
        let understood = try Self.quickAdd.read(phrase)

        // Then
        let fields = understood.fields.sorted { $0.key < $1.key }
        #expect(fields.map { "\($0.key)=\($0.value.joined(separator: ","))" }.joined(separator: " ") == expected)
    }

    @Test(
        "what can't be understood is pointed at",
        arguments: [
            (
                "Call 03/04 14:00", "“03/04” can be two days", "03/04",
                ["2027-04-03 for Sat 3 Apr 2027", "2027-03-04 for Thu 4 Mar 2027"]
            ),
            (
                "Call 10.12 @maya", "“10.12” can be a day or a time of day", "10.12",
                ["10.12. for Thu 10 Dec 2026", "10:12 for the time of day"]
            ),
            (
                "Call tue 9-5", "“9-5” can end in the afternoon or on the next day", "9-5",
                ["09:00-17:00", "09:00-05:00 for the next day"]
            ),
            ("Call tue 25:00", "“25:00” is no time of day (00:00 to 24:00, 2pm)", "25:00", []),
            ("Call 30 Feb 14:00", "February has 29 days at most", "30 Feb", []),
            ("Call 2026-02-30", "February 2026 has 28 days", "2026-02-30", []),
            ("Call tue 14:00 @mya", "unknown person “mya” (did you mean “maya”?)", "@mya", []),
            ("Call tue 14:00 #nrothwind", "unknown stream “nrothwind” (did you mean “northwind”?)", "#nrothwind", []),
            ("Call tue 14:00 +kofi", "Kofi is no child (+ is for who is cared for, @ for who is there)", "+kofi", []),
            ("Call tue 14:00 ~cal", "unknown attention “cal” (did you mean “call”?)", "~cal", []),
            (
                "Call tue 14:00 at ofice-park", "“ofice-park” is no place (did you mean “office-park”?)", "ofice-park",
                []
            ),
            (
                "Call tue fri 14:00", "there are two days, “tue” and “fri” (what belongs to the title goes in \"…\")",
                "fri", []
            ),
            (
                "Call tue 14:00 15:00",
                "there are two times of day, “14:00” and “15:00” (what belongs to the title goes in \"…\")", "15:00", []
            ),
            (
                "Call every tusday 14:00", "“every tusday” is no repetition (did you mean “every tuesday”?)",
                "every tusday", []
            ),
            (
                "Call every second tue 14:00", "“every second tue” can be every two weeks or once a month",
                "every second tue", ["every other tue", "every second tue of the month"]
            ),
            (
                "Call fri every tue 14:00", "“fri” is Fri 27 Nov 2026, on which “every tue” does not fall", "fri",
                ["2026-12-01 to begin on Tue 1 Dec 2026"]
            ),
            ("Call tue 14:00 for 90", "“for 90” has no unit", "for 90", ["for 90m", "for 90h"]),
            ("Call \"tue 14:00", "the quotation mark is not closed", "\"", []),
            ("Call tue for 2 hours", "“2 hours” needs a time of day to begin at (14:00 for 2 hours)", "2 hours", []),
            ("Call fri 14:00-14:00", "it begins and ends at 14:00", "14:00-14:00", []),
            (
                "Conference fri 14:00-15:00 all day", "it lasts all day, or has a time of day, and not both",
                "14:00-15:00", []
            ),
            ("Release every fri 24:00 for 1h", "nothing begins at 24:00 (00:00 of the next day)", "24:00", []),
            (
                "Call tue 5", "“5” can be in the afternoon or in the morning", "5", ["17:00", "05:00"]
            ),
            (
                "Football every thu 4-5", "“4-5” can be in the afternoon or in the morning", "4-5",
                ["16:00-17:00", "04:00-05:00"]
            ),
            (
                "Haircut sat morning",
                "“sat morning” says no time of day (such as 9:00 or 19-21; a day alone is all day)", "sat morning", []
            ),
            (
                "Parcel tonight", "“tonight” says no time of day (such as 9:00 or 19-21; a day alone is all day)",
                "tonight", []
            ),
            ("Football every thu 16:00 until easter", "“easter” is no day (until 18 Dec)", "easter", []),
            ("Trip 28.-24.12.", "Thu 24 Dec 2026 is before Mon 28 Dec 2026", "28.-24.12.", []),
            ("Trip 28-24 Dec", "Thu 24 Dec 2026 is before Mon 28 Dec 2026", "28-24 Dec", []),
        ]
    )
    func mistakes(phrase: String, message: String, place: String, readings: [String]) throws {
        let error = try #require(throws: PhraseError.self) { try Self.quickAdd.read(phrase) }
        #expect(error.message == message)
        #expect(error.readings == readings)
        let characters = Array(phrase)
        #expect(String(characters[error.range]) == place)
        #expect(error.carets.hasSuffix(String(repeating: "^", count: place.count)))
    }

    @Test("what is missing is said")
    func missing() throws {
        let when = try #require(throws: PhraseError.self) { try Self.quickAdd.read("Call mom") }
        #expect(when.message == "it does not say when (a day: tue, 24 Dec; a time: 14:00-15:30)")
        let title = try #require(throws: PhraseError.self) { try Self.quickAdd.read("tue 14:00") }
        #expect(title.message == "it has no title (say what it is: “Dentist tue 15:00”)")
        #expect(throws: PhraseError.self) { try Self.quickAdd.read("") }
        #expect(throws: PhraseError.self) { try Self.quickAdd.read(String(repeating: "a ", count: 300)) }
    }

    @Test("what was supposed is said")
    func remarks() throws {
        #expect(try Self.quickAdd.read("Call tue 14:00").remarks == ["No end was said: it lasts an hour."])
        #expect(try Self.quickAdd.read("Call today 9:00-9:30").remarks == ["That is in the past."])
        #expect(try Self.quickAdd.read("Call tue 14:00-15:00").remarks.isEmpty)
    }

    @Test("a name in the title makes it nobody’s, and that is said")
    func namesInTitles() throws {
        let remarks = ["“Noah” is in the title alone: @noah makes it Noah’s."]
        #expect(try Self.quickAdd.read("Dentist for Noah fri 15:00-16:00").remarks == remarks)
        #expect(try Self.quickAdd.read("Dentist for Noah fri 15:00-16:00 @noah").remarks.isEmpty)
        #expect(try Self.quickAdd.read("Noah’s shoes fri 15:00-16:00").remarks.isEmpty)
        #expect(try Self.quickAdd.read("\"Noah the film\" fri 15:00-16:00").remarks.isEmpty)
        let administrator = QuickAdd(household: Self.household, present: Self.quickAdd.present, writer: nil)
        let nobody = ["Nobody is named: it is in no conflict (@maya says whose it is)."]
        #expect(try administrator.read("Dentist fri 15:00-16:00").remarks == nobody)
    }

    @Test("any text is understood or refused, within its bounds")
    func hostile() throws {
        // Given
        var random = SplitMix(seed: 7)
        let pieces = [
            "tue", "14", "14:00", "-", "–", "to", "until", "every", "second", "of", "the", "month", "24", "Dec",
            "24.12.", "3/4",
            "@maya", "@", "+noah", "+3d", "#", "#north", "~call", "at", "for", "90m", "1.5h", "from", "on", "in", "a",
            "week",
            "weeks", "2", "10", "times", "all", "day", "\"x y\"", ",", "99", "0", "31", "Feb", "é", "👨‍👩‍👧", "next", "this",
            "mon-fri",
            "9-5", "12am", "24:00", "noon", "midnight", "other", "last", "school", "care", "half", "an", "hour",
            "2026-12-24/2026-12-28", "Uhr", "14h30", "between", "and", "tuesdays", "24.-28.12.", "evening", "tonight",
            "morning", "until", "2 hours", "this",
        ]

        // When, then
        var (read, refused) = (0, 0)
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...9, using: &random)
            let phrase = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
            do {
                let understood = try Self.quickAdd.read(phrase)
                read += 1
                #expect(understood.fields["title"]?.first?.isEmpty == false)
                #expect(understood.fields["start"] != nil)
            } catch {
                refused += 1
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= max(1, phrase.count), "\(phrase)")
            }
        }
        #expect(read > 500)
        #expect(refused > 500)
    }
}
