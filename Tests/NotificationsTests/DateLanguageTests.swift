import ICalendar
import Planning
import Testing

@testable import Notifications

@Suite("Days and times in a person's language")
struct DateLanguageTests {
    private let day = CivilDate("2026-11-24")!

    @Test(
        "a day has the language's names and order, a time its sign",
        arguments: [
            (nil, "Tue 24 Nov 07:05"), ("en", "Tue 24 Nov 07:05"), ("en-US", "Tue 24 Nov 07:05"),
            ("de", "Di. 24. Nov. 07:05"), ("de-AT", "Di. 24. Nov. 07:05"), ("fr", "mar. 24 nov. 07:05"),
            ("ja", "11月24日(火) 07:05"), ("fi", "ti 24.11. 07.05"), ("da", "tirs. 24. nov. 07.05"),
            ("hu", "nov. 24., K 07:05"), ("es", "mar, 24 nov 07:05"), ("zh-TW", "11月24日 週二 07:05"),
        ]
    )
    func names(tag: String?, words: String) {
        #expect(DateLanguage(tag).dayAndTime(CivilDateTime(day, CivilTime("07:05")!)) == words)
    }

    @Test("digits and the calendar are those of the plan", arguments: ["fa", "ar-EG", "th-TH", "ne"])
    func digits(tag: String) {
        #expect(DateLanguage(tag).day(day).contains("24"))
    }

    @Test("every day of a year is the one that ICU calls so, and comes back from the English sentence")
    func year() {
        let german = DateLanguage("de")
        var seen: Set<String> = []
        for number in 0..<365 {
            let date = day.adding(days: number)
            let words = german.day(date)
            seen.insert(words)
            #expect(german.translated("on \(date.dayAndMonth).", about: day) == "on \(words).")
        }
        #expect(seen.count == 365)
    }

    @Test("in a sentence days and times are written anew, but for what is quoted")
    func sentence() {
        let english = "Nobody has Noah from 14:15 to 24:00 on Wed 25 Nov: “Tue 24 Nov 10:00 “call” 11:00” ends at 14:15"
        #expect(DateLanguage.english.translated(english, about: day) == english)
        #expect(
            DateLanguage("da").translated(english, about: day)
                == "Nobody has Noah from 14.15 to 24.00 on ons. 25. nov.: “Tue 24 Nov 10:00 “call” 11:00” ends at 14.15"
        )
        // The other year in which the day is called so is too far away.
        #expect(DateLanguage("de").translated("Mon 24 Nov", about: day) == "Mo. 24. Nov.")
        #expect(DateLanguage("de").translated("Fri 30 Feb", about: day) == "Fri 30 Feb")
    }
}
