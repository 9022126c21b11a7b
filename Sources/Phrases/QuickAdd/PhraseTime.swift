import Household
import ICalendar

/// Puts the day, the time of day, the length and the repetition of a phrase together.
struct PhraseTime {
    private(set) var fields: [String: [String]] = [:]
    private(set) var remarks: [String] = []

    private let parts: PhraseParts
    private let present: Present
    private let zone: Zone

    /// - Parameter end: where the phrase ends: something is missing there.
    init(_ given: PhraseParts, household: Household, present: Present, end: Int) throws(PhraseError) {
        parts = try given.withLengthOfRepetition.withDayPart()
        self.present = present
        zone = household.zone
        guard parts.saysWhen else {
            throw PhraseError("it does not say when (a day: tue, 24 Dec; a time: 14:00-15:30)", at: end..<end)
        }
        if parts.isAllDay, let time = parts.time {
            throw PhraseError("it lasts all day, or has a time of day, and not both", at: time.range)
        }
        if let time = parts.time, time.value.start == .endOfDay {
            throw PhraseError("nothing begins at 24:00 (00:00 of the next day)", at: time.range)
        }
        try parts.complainOfLeftovers()
        let first = try firstDay()
        if parts.day == nil, parts.repetition == nil {
            remarks.append("No day was said: it is \(first == present.today ? "today" : "tomorrow").")
        }
        remarks += parts.remarksOnLeftovers
        if let time = parts.time {
            try setTimes(time, on: first)
        } else {
            try setDays(from: first)
        }
        try setRepetition(from: first)
        remarkOnThePast(first)
    }

    // MARK: The first day

    private func firstDay() throws(PhraseError) -> CivilDate {
        guard let repetition = parts.repetition?.value else { return oneDay() }
        guard let day = parts.day else { return try firstOf(repetition, from: oneDay()) }
        if repetition.isOnceAMonth, day.value.isWeekday { throw PhraseTime.onceAMonth(day) }
        // A weekday with the repetition's weekdays says the same twice, or is a mistake.
        let date = oneDay()
        guard try firstOf(repetition, from: date) == date else {
            let next = try firstOf(repetition, from: date)
            throw PhraseError(
                "“\(day.text)” is \(Names.words(date)), on which “\(parts.repetition?.text ?? "")” does not fall",
                at: day.range,
                readings: ["\(next) to begin on \(Names.words(next))"]
            )
        }
        return date
    }

    /// “every month mon”: a month has four Mondays or five.
    private static func onceAMonth(_ day: Placed<DayPhrase>) -> PhraseError {
        let date = day.value.first
        let ordinals = ["first", "second", "third", "fourth", "last"]
        return PhraseError(
            "“\(day.text)” is in a month more than once",
            at: day.range,
            readings: [
                "every \(ordinals[(date.day - 1) / 7]) \(day.text) of the month",
                "every month on the \(date.day). for the day",
            ]
        )
    }

    /// The day that is said; where none is, today, or tomorrow where the time of day has passed.
    private func oneDay() -> CivilDate {
        let passed = parts.time.map { $0.value.start <= present.now.time } ?? false
        guard let day = parts.day?.value else {
            return passed ? present.today.adding(days: 1) : present.today
        }
        let isStretch = parts.lastDay != nil && parts.repetition == nil
        let isOver = day.isWeekday && day.first == present.today && passed && !isStretch
        return isOver ? day.first.adding(days: 7) : day.first
    }

    /// The first day from that one on, on which the repetition falls.
    private func firstOf(_ repetition: RepetitionPhrase, from day: CivilDate) throws(PhraseError) -> CivilDate {
        let days = (0..<1500).lazy.map { day.adding(days: $0) }
        guard let first = days.first(where: { falls(repetition, on: $0) }) else {
            throw PhraseError("there is no such day", at: parts.repetition?.range ?? 0..<1)
        }
        return first
    }

    private func falls(_ repetition: RepetitionPhrase, on day: CivilDate) -> Bool {
        if let monthDay = repetition.monthDay { return day.day == monthDay }
        guard !repetition.weekdays.isEmpty else { return true }
        guard repetition.weekdays.contains(day.weekday) else { return false }
        switch repetition.ordinal {
        case nil: return true
        case -1: return day.adding(days: 7).month != day.month
        case .some(let ordinal): return (day.day - 1) / 7 + 1 == ordinal
        }
    }

    // MARK: How long

    private mutating func setTimes(_ time: Placed<TimePhrase>, on day: CivilDate) throws(PhraseError) {
        let start = CivilDateTime(day, time.value.start)
        fields["start"] = ["\(day)T\(time.value.start.short)"]
        if let last = parts.day?.value.last ?? (parts.repetition == nil ? parts.lastDay?.value : nil) {
            let end = time.value.end ?? time.value.start
            guard parts.length == nil, CivilDateTime(last, end) > start else {
                throw PhraseError("the days and the times do not go together", at: time.range)
            }
            // “mon-wed 9:00-17:00” is one stretch, or three.
            if time.value.end != nil, !time.value.endsOnLastDay {
                throw PhraseError(
                    "“\(time.text)” can be each day's, or the first day's beginning and the last day's end",
                    at: time.range,
                    readings: [
                        "\(day) \(time.value.start.short)-\(end.short) every day until \(last)",
                        "\(day) \(time.value.start.short) until \(last) \(end.short)",
                    ]
                )
            }
            fields["end"] = ["\(last)T\(end.short)"]
            return
        }
        if let end = time.value.end {
            guard parts.length == nil else {
                throw PhraseError("it has an end already, \(end.short)", at: parts.length?.range ?? time.range)
            }
            // Its end is the next such time after the start.
            fields["end"] = ["\(end > time.value.start ? day : day.adding(days: 1))T\(end.short)"]
            return
        }
        switch parts.length?.value {
        case .minutes(let minutes)?: fields["duration"] = ["\(minutes)m"]
        case .days(let days)?: fields["duration"] = ["\(days)d"]
        case nil:
            fields["duration"] = ["1h"]
            remarks.append(QuickAdd.supposedLength)
        }
    }

    private mutating func setDays(from first: CivilDate) throws(PhraseError) {
        fields["start"] = ["\(first)"]
        let said = parts.day?.value.last ?? (parts.repetition == nil ? parts.lastDay?.value : nil)
        switch (said, parts.length) {
        case (let last?, nil):
            guard last >= first else {
                throw PhraseError(
                    "\(Names.words(last)) is before \(Names.words(first))",
                    at: parts.lastDay?.range ?? 0..<1
                )
            }
            if last > first { fields["end"] = ["\(last)"] }
        case (nil, let length?):
            guard case .days(let days) = length.value else {
                throw PhraseError(
                    "“\(length.text)” needs a time of day to begin at (14:00 for \(length.text))",
                    at: length.range
                )
            }
            fields["duration"] = ["\(days)d"]
        case (_?, let length?): throw PhraseError("the last day is said already", at: length.range)
        case (nil, nil): break
        }
    }

    private mutating func setRepetition(from first: CivilDate) throws(PhraseError) {
        guard var repetition = parts.repetition else { return }
        if let last = parts.lastDay {
            guard repetition.value.end == nil else {
                throw PhraseError("the repetition has an end already", at: last.range)
            }
            repetition.value.end = .until(last.value)
        }
        if case .until(let date) = repetition.value.end, date < first {
            throw PhraseError(
                "it would end, \(Names.words(date)), before it begins, \(Names.words(first))",
                at: repetition.range
            )
        }
        if let day = repetition.value.monthDay ?? (repetition.value.isOnceAMonth ? first.day : nil), day > 28 {
            remarks.append("Months without a day \(day) are left out.")
        }
        let time = parts.time?.value.start
        let start = CivilDateTime(first, time ?? .midnight)
        fields["repeat"] = [repetition.value.rule(start: start, isAllDay: time == nil, zone: zone)]
    }

    private mutating func remarkOnThePast(_ first: CivilDate) {
        guard parts.repetition == nil else { return }
        let isPast =
            first < present.today || parts.time.map { CivilDateTime(first, $0.value.start) < present.now } ?? false
        if isPast { remarks.append("That is in the past.") }
    }
}

extension PhraseParts {
    /// The time of day in the part of the day that was said.
    ///
    /// - Throws: Where a part of the day is all that was said, or an hour can be of the night or of the afternoon.
    fileprivate func withDayPart() throws(PhraseError) -> PhraseParts {
        var parts = self
        if let part = dayPart {
            guard let time else {
                throw PhraseError(
                    "“\(part.text)” says no time of day (such as 9:00 or 19-21; a day alone is all day)",
                    at: part.range
                )
            }
            parts.time?.value = part.value.applied(to: time.value)
        }
        if let ambiguity = parts.time?.value.ambiguity { throw ambiguity }
        guard let time = parts.time, time.value.canBeAfternoon else { return parts }
        let later = time.value.inLaterHalf(1...6)
        func range(_ time: TimePhrase) -> String {
            ([time.start] + (time.end.map { [$0] } ?? [])).map(\.short).joined(separator: "-")
        }
        throw PhraseError(
            "“\(time.text)” can be in the afternoon or in the morning",
            at: time.range,
            readings: [range(later), range(time.value)]
        )
    }

    /// “every week mon 18:00 for 6 weeks” lasts no six weeks at a time.
    fileprivate var withLengthOfRepetition: PhraseParts {
        guard case .days(let days)? = length?.value, time != nil, repetition != nil, repetition?.value.end == nil else {
            return self
        }
        var parts = self
        parts.length = nil
        parts.repetition?.value.end = .days(days)
        return parts
    }
}
