import Household
import ICalendar
import Planning

/// Says an entry in full, as it was understood: weekday, date, time, zone, people, repetition, and whatever else was said
/// of it but for its note and links.
struct EntryWords {
    let household: Household

    /// `work “Deep work” (deep-work): Tue 24 Nov 2026 09:00–12:00 Europe/Berlin; Maya; Northwind retainer; at Home; …`.
    func line(_ entry: Entry) -> String {
        var parts = [time(entry)]
        let people = entry.people.map(name)
        if !people.isEmpty { parts.append(people.joined(separator: ", ")) }
        if !entry.children.isEmpty { parts.append("for \(entry.children.map(name).joined(separator: ", "))") }
        if let stream = entry.stream { parts.append(household.streams[stream]?.name ?? stream.rawValue) }
        if let attention = entry.attention { parts.append("attention \(attention.rawValue)") }
        if let place = entry.place { parts.append("at \(household.place(place)?.name ?? place.rawValue)") }
        if let dropOff = entry.dropOff { parts.append("brought by \(name(dropOff))") }
        if let pickUp = entry.pickUp { parts.append("fetched by \(name(pickUp))") }
        if let rule = entry.repetition.rule {
            let words = RepetitionWords(
                rule: rule,
                start: entry.time.start,
                zone: household.zone(of: entry)
            )
            parts.append(words.words)
        }
        switch entry.repetition.also.count {
        case 0: break
        case 1: parts.append("also on \(entry.repetition.also[0].date.inWords)")
        case let count: parts.append("also on \(count) other days")
        }
        parts += manner(entry)
        return "\(entry.kind.rawValue) “\(entry.title)” (\(entry.id)): \(parts.joined(separator: "; "))"
    }

    /// What was said of how it happens, in the order of the household file.
    private func manner(_ entry: Entry) -> [String] {
        var parts: [String] = []
        if let busy = entry.busy { parts.append(busy ? "busy" : "not busy") }
        if entry.tentative { parts.append("tentative") }
        if entry.supervised { parts.append("supervised") }
        if entry.isPrivate { parts.append("private") }
        if let resources = entry.resources { parts.append(using(resources)) }
        if let remind = entry.remind { parts.append("reminder \(lengthWords(remind)) before") }
        switch entry.movable {
        case .fixed: break
        case .day: parts.append("may move within its day")
        case .week: parts.append("may move within its week")
        }
        return parts
    }

    private func using(_ resources: [ID<Resource>]) -> String {
        let names = resources.map { household.resources[$0]?.name ?? $0.rawValue }
        return names.isEmpty ? "needs nothing" : "needs \(names.joined(separator: ", "))"
    }

    private func time(_ entry: Entry) -> String {
        switch entry.time {
        case .allDay(let first, 1): return "\(first.inWords), all day"
        case .allDay(let first, let days): return "\(first.inWords) – \(first.adding(days: days - 1).inWords), all day"
        case .timed(let start, _, let seconds):
            let zone = household.zone(of: entry)
            let begin = zone.instant(of: start)
            // Where the clock is put forward, what is to begin in the hour that is not there begins after it.
            let first = entry.repetition.isRepeating ? start : zone.wall(of: begin)
            let end = zone.wall(of: begin.adding(seconds: seconds))
            let until = end.date == first.date ? "–\(end.time)" : " – \(end.date.inWords) \(end.time)"
            let note = first == start ? "" : " (there is no \(start.time): the clock is put forward)"
            return "\(first.date.inWords) \(first.time)\(until) \(zone.id)\(note)"
        }
    }

    private func name(_ id: ID<Person>) -> String { household.people[id]?.name ?? id.rawValue }
}

/// Says a recurrence rule in words where that is short and exact, else as it is written.
struct RepetitionWords {
    let rule: RecurrenceRule
    /// The first start: a weekly rule without BYDAY repeats on its weekday.
    let start: CivilDateTime
    /// Where an end that is a moment is said as a day.
    let zone: Zone

    var words: String {
        guard let every else { return "repeats \(rule)" }
        return every + ending
    }

    /// Nil for rules that words would only blur.
    private var every: String? {
        let parts = Set(rule.description.split(separator: ";").compactMap { $0.split(separator: "=").first })
        let plain: Set<Substring> = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"]
        let interval = rule.interval == 1 ? "every" : "every \(rule.interval)"
        switch rule.frequency {
        case .daily where parts.isSubset(of: plain): return rule.interval == 1 ? "every day" : "\(interval) days"
        case .weekly where parts.isSubset(of: plain.union(["BYDAY"])):
            let days = rule.byDay.isEmpty ? [start.date.weekday] : rule.byDay.map(\.weekday)
            let week = rule.interval == 1 ? "every week" : "\(interval) weeks"
            return "\(week) on \(list(days.sorted().map(\.abbreviation)))"
        case .monthly where parts.isSubset(of: plain.union(["BYMONTHDAY", "BYDAY"])):
            let months = rule.interval == 1 ? "every month" : "\(interval) months"
            return dayOfMonth.map { "\(months) on the \($0)" }
        case .yearly where parts.isSubset(of: plain):
            return rule.interval == 1 ? "every year" : "\(interval) years"
        default: return nil
        }
    }

    /// `3rd`, `last Fri`; nil for several.
    private var dayOfMonth: String? {
        switch (rule.byMonthDay.count, rule.byDay.count) {
        case (0, 0): return ordinal(start.date.day)
        case (1, 0): return rule.byMonthDay[0] > 0 ? ordinal(rule.byMonthDay[0]) : nil
        case (0, 1):
            let day = rule.byDay[0]
            guard let number = day.ordinal, number == -1 || number > 0 else { return nil }
            return "\(number == -1 ? "last" : ordinal(number)) \(day.weekday.abbreviation)"
        default: return nil
        }
    }

    private func ordinal(_ number: Int) -> String {
        let endings = [1: "st", 2: "nd", 3: "rd"]
        return "\(number)" + (number / 10 == 1 ? "th" : endings[number % 10] ?? "th")
    }

    private var ending: String {
        if let count = rule.count { return ", \(count) times" }
        guard let until = rule.until else { return "" }
        switch until {
        case .date(let date): return ", until \(date.inWords)"
        case .wall(let wall): return ", until \(lastDay(by: wall).inWords)"
        case .utc(let instant): return ", until \(lastDay(by: zone.wall(of: instant)).inWords)"
        }
    }

    /// The last day on which it can start: what ends in the morning is not on that evening.
    private func lastDay(by end: CivilDateTime) -> CivilDate {
        end.time < start.time ? end.date.adding(days: -1) : end.date
    }

    private func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension CivilDate {
    /// `Wed 25 Nov 2026`.
    var inWords: String { "\(dayAndMonth) \(year)" }
}
