import Foundation
import ICalendar
import Testing

@Suite("The text of a recurrence rule")
struct RuleTextTests {
    @Test(
        "a rule is read leniently and written in one form",
        arguments: [
            ("FREQ=DAILY", "FREQ=DAILY"),
            ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
            ("rrule:freq=weekly;byday=we,mo", "FREQ=WEEKLY;BYDAY=MO,WE"),
            (" FREQ=WEEKLY; BYDAY=MO, TU ;", "FREQ=WEEKLY;BYDAY=MO,TU"),
            ("WKST=MO;INTERVAL=1;FREQ=WEEKLY", "FREQ=WEEKLY"),
            ("WKST=SU;INTERVAL=2;FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;INTERVAL=2;COUNT=5;WKST=SU"),
            ("FREQ=MONTHLY;BYDAY=-1FR,+2TU,MO", "FREQ=MONTHLY;BYDAY=-1FR,MO,2TU"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1,15,+3,15", "FREQ=MONTHLY;BYMONTHDAY=3,15,-1"),
            ("FREQ=DAILY;UNTIL=20261224", "FREQ=DAILY;UNTIL=20261224"),
            ("FREQ=DAILY;UNTIL=20261224T140000", "FREQ=DAILY;UNTIL=20261224T140000"),
            ("FREQ=DAILY;UNTIL=20261224t130000z", "FREQ=DAILY;UNTIL=20261224T130000Z"),
            (
                "FREQ=YEARLY;BYSETPOS=-1;BYSECOND=0;BYMINUTE=30;BYHOUR=8;BYDAY=SU;BYMONTHDAY=1;BYYEARDAY=1;BYMONTH=1",
                "FREQ=YEARLY;BYMONTH=1;BYYEARDAY=1;BYMONTHDAY=1;BYDAY=SU;BYHOUR=8;BYMINUTE=30;BYSECOND=0;BYSETPOS=-1"
            ),
            ("FREQ=YEARLY;BYWEEKNO=-1,20", "FREQ=YEARLY;BYWEEKNO=20,-1"),
        ]
    )
    func canonical(text: String, expected: String) throws {
        let rule = try RecurrenceRule(text)

        #expect(rule.description == expected)
        #expect(try RecurrenceRule(rule.description) == rule)
    }

    @Test(
        "what RFC 5545 rules out is refused with the part and its value",
        arguments: [
            ("", "", ""), ("DAILY", "", "DAILY"), ("INTERVAL=2", "", "INTERVAL=2"),
            ("FREQ=FORTNIGHTLY", "FREQ", "FORTNIGHTLY"), ("FREQ=", "FREQ", ""),
            ("FREQ=DAILY;FREQ=DAILY", "FREQ", "DAILY"), ("FREQ=DAILY;COUNT=1;COUNT=2", "COUNT", "2"),
            ("FREQ=DAILY;INTERVAL=0", "INTERVAL", "0"), ("FREQ=DAILY;INTERVAL=-1", "INTERVAL", "-1"),
            ("FREQ=DAILY;INTERVAL=99999999999", "INTERVAL", "99999999999"), ("FREQ=DAILY;COUNT=0", "COUNT", "0"),
            ("FREQ=DAILY;COUNT=two", "COUNT", "TWO"),
            ("FREQ=DAILY;COUNT=3;UNTIL=20261224", "UNTIL", "20261224"),
            ("FREQ=DAILY;UNTIL=20260230", "UNTIL", "20260230"), ("FREQ=DAILY;UNTIL=2026-12-24", "UNTIL", "2026-12-24"),
            ("FREQ=DAILY;BYHOUR=25", "BYHOUR", "25"), ("FREQ=SECONDLY;BYYEARDAY=366;BYHOUR=25", "BYHOUR", "25"),
            ("FREQ=DAILY;BYHOUR=24", "BYHOUR", "24"), ("FREQ=DAILY;BYMINUTE=60", "BYMINUTE", "60"),
            ("FREQ=DAILY;BYSECOND=61", "BYSECOND", "61"), ("FREQ=DAILY;BYMONTH=0", "BYMONTH", "0"),
            ("FREQ=DAILY;BYMONTH=13", "BYMONTH", "13"), ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY", "0"),
            ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY", "32"), ("FREQ=MONTHLY;BYMONTHDAY=", "BYMONTHDAY", ""),
            ("FREQ=YEARLY;BYYEARDAY=-367", "BYYEARDAY", "-367"), ("FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO", "54"),
            ("FREQ=WEEKLY;BYDAY=XX", "BYDAY", "XX"), ("FREQ=WEEKLY;BYDAY=MO,,TU", "BYDAY", "MO,,TU"),
            ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY", "0MO"), ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY", "54MO"),
            ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY", "1MO"), ("FREQ=DAILY;BYDAY=-1MO", "BYDAY", "-1MO"),
            ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "BYDAY", "1MO"), ("FREQ=WEEKLY;WKST=XX", "WKST", "XX"),
            ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS", "1"), ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS", "0"),
            ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY", "1"), ("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO", "1"),
            ("FREQ=DAILY;BYYEARDAY=1", "BYYEARDAY", "1"), ("FREQ=DAILY;X-FOO=1", "X-FOO", "1"),
        ]
    )
    func refused(text: String, part: String, value: String) throws {
        let error = try #require(throws: RecurrenceRuleError.self) { try RecurrenceRule(text) }

        #expect(error.part == part)
        #expect(error.value == value)
    }

    @Test("the message says what would be right")
    func message() throws {
        let error = try #require(throws: RecurrenceRuleError.self) { try RecurrenceRule("FREQ=WEEKLY;BYDAY=MO,XX") }

        #expect(error.description == "BYDAY=MO,XX: “XX” is not a weekday (MO, TU, WE, TH, FR, SA, SU)")
    }

    @Test("text and lists that are too long are refused, and the message stays short")
    func long() throws {
        let list = Array(repeating: "1", count: 100).joined(separator: ",")
        let errors = try [
            #require(throws: RecurrenceRuleError.self) { try RecurrenceRule("FREQ=DAILY;BYMONTH=\(list)") },
            #require(throws: RecurrenceRuleError.self) {
                try RecurrenceRule("FREQ=" + String(repeating: "X", count: 1_000_000))
            },
            #require(throws: RecurrenceRuleError.self) {
                try RecurrenceRule("FREQ=DAILY;BYDAY=" + String(repeating: "X", count: 10_000))
            },
        ]

        #expect(errors.allSatisfy { $0.description.utf8.count < 300 })
    }

    @Test("a rule is coded as its text")
    func coding() throws {
        // given
        let rule = try RecurrenceRule("FREQ=WEEKLY;BYDAY=MO")

        // when
        let json = try JSONEncoder().encode([rule])

        // then
        #expect(String(decoding: json, as: UTF8.self) == #"["FREQ=WEEKLY;BYDAY=MO"]"#)
        #expect(try JSONDecoder().decode([RecurrenceRule].self, from: json) == [rule])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([RecurrenceRule].self, from: Data(#"["FREQ=NEVER"]"#.utf8))
        }
    }

    @Test("another end takes the place of COUNT and UNTIL")
    func ending() throws {
        let day = RecurrenceRule.Until.date(try #require(CivilDate("2026-12-24")))

        #expect(try RecurrenceRule("FREQ=DAILY;COUNT=3").ending(.until(day)).description == "FREQ=DAILY;UNTIL=20261224")
        #expect(try RecurrenceRule("FREQ=DAILY;UNTIL=20261224").ending(.count(5)).description == "FREQ=DAILY;COUNT=5")
    }
}
