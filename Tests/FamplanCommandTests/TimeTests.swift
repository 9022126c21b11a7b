import FamplanClient
import FamplanCommands
import Testing

@Suite struct TimeTests {
    @Test("a time of the wire gives its wall's words")
    func moment() throws {
        let moment = try Moment("2026-11-24T14:15:00+01:00")

        #expect(moment.words == "Tue 24 Nov 14:15")
        #expect(moment.wall == "2026-11-24T14:15")
        #expect(moment.offsetWords == "+01:00")
        #expect(moment.instant == 1_795_526_100)
    }

    @Test("times compare as instants, whatever their walls say")
    func comparison() throws {
        #expect(try Moment("2026-10-25T02:30:00+02:00") < Moment("2026-10-25T02:15:00+01:00"))
        #expect(try Moment("2026-11-24T23:30:00Z").instant == Moment("2026-11-25T00:30:00.250+01:00").instant)
        #expect(try Moment("1969-12-31T23:59:59Z").instant == -1)
    }

    @Test(
        "what is not RFC 3339 is refused",
        arguments: [
            "", "2026-11-24", "2026-11-24T14:15:00", "2026-13-24T14:15:00Z", "2026-11-24T24:00:00Z",
            "2026-11-24T14:15:00+1:00", "2026-11-24 14:15:00 UTC", "2026-1a-24T14:15:00Z", "2026-11-24T14:15:00+01:00x",
        ]
    )
    func nonsense(text: String) {
        #expect(throws: ClientError.self) { try Moment(text) }
    }

    @Test("days count through leap years and have their names")
    func days() {
        #expect(Day(year: 1970, month: 1, day: 1).number == 0)
        #expect(Day(year: 2028, month: 2, day: 28).adding(1).iso == "2028-02-29")
        #expect(Day(year: 2100, month: 2, day: 28).adding(1).iso == "2100-03-01")
        #expect(Day(year: 2026, month: 12, day: 31).adding(1).fullWords == "Fri 1 Jan 2027")
        #expect(Day(year: 1969, month: 12, day: 31).words == "Wed 31 Dec")
    }

    @Test(
        "a time over midnight is told in each of its days",
        arguments: [
            ("2026-11-27T22:00:00+01:00", "2026-11-28T06:00:00+01:00", ["22:00 →", "    → 06:00"]),
            ("2026-11-27T20:00:00+01:00", "2026-11-28T00:00:00+01:00", ["20:00–24:00"]),
            ("2026-11-26T07:00:00+01:00", "2026-11-28T18:30:00+01:00", ["07:00 →", "all day", "    → 18:30"]),
            ("2026-11-27T09:00:00+01:00", "2026-11-27T10:30:00+01:00", ["09:00–10:30"]),
            ("2026-11-27T09:00:00+01:00", "2026-11-27T09:00:00+01:00", ["09:00"]),
        ]
    )
    func days(start: String, end: String, words: [String]) throws {
        let stretch = try Stretch(start, end)
        let days = (stretch.start.day.number...stretch.lastDay.number).map { Day(number: $0) }
        #expect(days.map { stretch.words(on: $0) } == words)
    }

    @Test(
        "a time in one line",
        arguments: [
            ("2026-11-25T14:15:00+01:00", "2026-11-25T14:30:00+01:00", "Wed 25 Nov 14:15–14:30"),
            ("2026-11-25T14:15:00+01:00", "2026-11-25T14:15:00+01:00", "Wed 25 Nov 14:15"),
            ("2026-11-25T00:00:00+01:00", "2026-11-26T00:00:00+01:00", "Wed 25 Nov"),
            ("2026-11-23T00:00:00+01:00", "2026-11-30T00:00:00+01:00", "Mon 23 Nov – Sun 29 Nov"),
            ("2026-11-25T22:00:00+01:00", "2026-11-26T06:00:00+01:00", "Wed 25 Nov 22:00 – Thu 26 Nov 06:00"),
        ]
    )
    func words(start: String, end: String, words: String) throws {
        #expect(try Stretch(start, end).words == words)
    }
}
