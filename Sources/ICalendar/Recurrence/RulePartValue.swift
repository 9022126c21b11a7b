/// The value of one rule part, and the ways to read it.
///
/// Lists come out sorted and without duplicates, so that rules that mean the same are equal.
struct RulePartValue {
    let name: Substring
    let text: Substring

    /// A number of periods or dates. More than this is not meant seriously, and would overflow when multiplied.
    private static let largest = Int(Int32.max)

    func frequency() throws(RecurrenceRuleError) -> RecurrenceRule.Frequency {
        if let frequency = RecurrenceRule.Frequency(rawValue: String(text)) { return frequency }
        let names = RecurrenceRule.Frequency.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(text, "is not a frequency (\(names))")
    }

    func positive() throws(RecurrenceRuleError) -> Int {
        if let number = integer(text), (1...Self.largest).contains(number) { return number }
        throw error("not a whole number from 1 to \(Self.largest)")
    }

    func weekday() throws(RecurrenceRuleError) -> Weekday {
        try weekday(text)
    }

    func until() throws(RecurrenceRuleError) -> RecurrenceRule.Until {
        if let date = CivilDate(icalendar: text) { return .date(date) }
        if let wall = CivilDateTime(icalendar: text) { return .wall(wall) }
        if text.last == "Z", let wall = CivilDateTime(icalendar: text.dropLast()) {
            return .utc(Zone.utc.instant(of: wall))
        }
        throw error("not a date (20261224), a local time (20261224T140000) or a time in UTC (20261224T130000Z)")
    }

    func numbers(in range: ClosedRange<Int>) throws(RecurrenceRuleError) -> [Int] {
        try list(limit: range.count) { (item) throws(RecurrenceRuleError) in
            if let number = integer(item), range.contains(number) { return number }
            throw error(item, "is not from \(range.lowerBound) to \(range.upperBound)")
        }
        .sorted()
    }

    /// Numbers counted from the front, or with a minus sign from the back: the former come first.
    func ordinals(upTo limit: Int) throws(RecurrenceRuleError) -> [Int] {
        let numbers = try list(limit: 2 * limit) { (item) throws(RecurrenceRuleError) in
            if let number = integer(item), number != 0, abs(number) <= limit { return number }
            throw error(item, "is not from 1 to \(limit) or from -\(limit) to -1")
        }
        return numbers.sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
    }

    func weekdays() throws(RecurrenceRuleError) -> [RecurrenceRule.WeekdayNumber] {
        let days = try list(limit: 7 * 107) { (item) throws(RecurrenceRuleError) in
            let weekday = try weekday(item.suffix(2))
            let ordinal = item.dropLast(2)
            if ordinal.isEmpty { return RecurrenceRule.WeekdayNumber(ordinal: nil, weekday: weekday) }
            guard let number = integer(ordinal), number != 0, abs(number) <= 53 else {
                throw error(ordinal, "is not from 1 to 53 or from -53 to -1")
            }
            return RecurrenceRule.WeekdayNumber(ordinal: number, weekday: weekday)
        }
        return days.sorted { left, right in
            (left.ordinal ?? 0, left.weekday) < (right.ordinal ?? 0, right.weekday)
        }
    }

    private func weekday(_ text: Substring) throws(RecurrenceRuleError) -> Weekday {
        if let weekday = Weekday(icalendar: text) { return weekday }
        let names = Weekday.allCases.map(\.icalendar).joined(separator: ", ")
        throw error(text, "is not a weekday (\(names))")
    }

    /// The items between commas, each once. A list can't hold more than there are values, which bounds hostile ones.
    private func list<Item: Hashable>(
        limit: Int,
        _ read: (Substring) throws(RecurrenceRuleError) -> Item
    ) throws(RecurrenceRuleError) -> Set<Item> {
        let items = text.separated(by: ",")
        guard items.count <= limit else { throw error("more than \(limit) values") }
        var readItems: Set<Item> = []
        for item in items { readItems.insert(try read(item)) }
        return readItems
    }

    /// Digits with an optional sign, few enough not to overflow.
    private func integer(_ text: Substring) -> Int? {
        guard text.utf8.count <= 11 else { return nil }
        return Int(text)
    }

    private func error(_ item: Substring, _ reason: String) -> RecurrenceRuleError {
        error("“\(RecurrenceRuleError.shortened(item))” \(reason)")
    }

    private func error(_ reason: String) -> RecurrenceRuleError {
        RecurrenceRuleError(name, text, reason)
    }
}
