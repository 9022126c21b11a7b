import Foundation
import ICalendar
import Planning

/// How days and times are written in what a person is sent. The words around them are English for everybody.
struct DateLanguage {
    /// How a day is written; nil: the English way, which is our own and stays as it is whatever ICU thinks of it.
    private let style: Date.FormatStyle?
    /// What stands between hours and minutes.
    private let separator: String

    static let english = DateLanguage(nil)

    /// - Parameter tag: BCP 47; nil, or any English: the English way.
    init(_ tag: String?) {
        guard let tag, tag != "en", !tag.hasPrefix("en-") else {
            (style, separator) = (nil, ":")
            return
        }
        // Digits as in the times, 24 hours, and the one calendar that the plan is made in.
        let locale = Locale(identifier: "\(tag)-u-ca-gregory-hc-h23-nu-latn")
        let style = Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
        self.style = style.weekday(.abbreviated).day().month(.abbreviated)
        separator = Self.separator(style)
    }

    /// `Wed 25 Nov`, `Mi. 25. Nov.`
    func day(_ date: CivilDate) -> String {
        guard let style else { return date.dayAndMonth }
        return style.format(Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400))
    }

    /// `15:30`, `15.30`: always of 24 hours.
    func time(_ time: CivilTime) -> String { separated("\(time)") }

    /// `Wed 25 Nov 15:30`.
    func dayAndTime(_ wall: CivilDateTime) -> String { "\(day(wall.date)) \(time(wall.time))" }

    /// A sentence that was made in English, its days and times in the language; what stands in quotes stays.
    ///
    /// - Parameter date: the sentence's days are from about then: they are said without their year.
    func translated(_ sentence: String, about date: CivilDate) -> String {
        guard style != nil else { return sentence }
        var (result, plain, depth) = ("", "", 0)
        for character in sentence {
            if character == "“" {
                result += depth == 0 ? translatedPlain(plain, about: date) : plain
                (plain, depth) = ("", depth + 1)
            }
            plain.append(character)
            if character == "”", depth > 0 {
                result += plain
                (plain, depth) = ("", depth - 1)
            }
        }
        return result + (depth == 0 ? translatedPlain(plain, about: date) : plain)
    }

    private func translatedPlain(_ text: String, about date: CivilDate) -> String {
        let days = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/
        let times = /\b[0-9]{2}:[0-9]{2}\b/
        let timed = text.replacing(times) { separated(String($0.output)) }
        return timed.replacing(days) { match in Self.day(match.output, about: date).map(day) ?? String(match.output) }
    }

    private func separated(_ time: String) -> String {
        separator == ":" ? time : time.replacing(":", with: separator)
    }

    /// The day that is called so and lies nearest to another, two years away at most.
    private static func day(_ name: Substring, about date: CivilDate) -> CivilDate? {
        for distance in 0...731 {
            for candidate in [date.adding(days: distance), date.adding(days: -distance)]
            where candidate.dayAndMonth == name {
                return candidate
            }
        }
        return nil
    }

    /// What ICU puts between hours and minutes where it puts nothing else; a colon elsewhere.
    private static func separator(_ style: Date.FormatStyle) -> String {
        let text = style.hour(.twoDigits(amPM: .omitted)).minute(.twoDigits)
            .format(Date(timeIntervalSince1970: 11 * 3_600 + 22 * 60))
        guard text.count == 5, text.hasPrefix("11"), text.hasSuffix("22") else { return ":" }
        return String(text.dropFirst(2).dropLast(2))
    }
}
