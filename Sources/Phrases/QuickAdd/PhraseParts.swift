import Household
import ICalendar

/// What a phrase says, piece by piece, before it is put together.
struct PhraseParts {
    var title: [Word] = []
    var people: [ID<Person>] = []
    var children: [ID<Person>] = []
    var stream: ID<Stream>?
    var attention: Attention?
    var place: ID<Place>?
    var day: Placed<DayPhrase>?
    var time: Placed<TimePhrase>?
    var length: Placed<LengthPhrase>?
    var repetition: Placed<RepetitionPhrase>?
    /// `until 18 Dec`, which ends the days or the repetition.
    var lastDay: Placed<CivilDate>?
    var isAllDay = false
    /// `morning`, `evening` of the day that is said.
    var dayPart: Placed<DayPart>?
    /// Places that nobody knows, which stay in the title.
    var unknownPlaces: [String] = []

    var saysWhen: Bool { day != nil || time != nil || repetition != nil }
}

/// Something and the words that say it.
struct Placed<Value> {
    var value: Value
    var text: String
    var range: Range<Int>

    init(_ value: Value, _ words: Words, _ count: Int) {
        self.value = value
        text = words.text(count)
        range = words.range(count)
    }
}

extension Optional {
    /// Keeps the first; a second is a mistake.
    mutating func set<Value>(_ new: Placed<Value>, _ noun: String) throws(PhraseError) where Wrapped == Placed<Value> {
        if let old = self {
            throw PhraseError(
                "there are two \(noun), “\(old.text)” and “\(new.text)” (what belongs to the title goes in \"…\")",
                at: new.range
            )
        }
        self = new
    }
}
