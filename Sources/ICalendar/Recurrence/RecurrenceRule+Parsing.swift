extension RecurrenceRule {
    /// The longest text that is read, in bytes: every value of every part fits in.
    static let textLimit = 16_384

    /// Reads the value of an RRULE property, with or without `RRULE:` in front.
    ///
    /// Upper or lower case, spaces around names and values (`MO, TU`) and a `;` too many do no harm.
    ///
    /// - Throws: ``RecurrenceRuleError``, which names the part that is wrong, or does not go with the others.
    public init(_ text: some StringProtocol) throws(RecurrenceRuleError) {
        guard text.utf8.count <= Self.textLimit else {
            throw RecurrenceRuleError("", text, "longer than \(Self.textLimit) bytes")
        }
        let upper = text.uppercased()[...].trimmed()
        var parts = RuleParts(upper.hasPrefix("RRULE:") ? upper.dropFirst(6) : upper)
        try parts.read()
        guard let frequency = parts.frequency else {
            throw RecurrenceRuleError("", upper, "a rule needs a FREQ (FREQ=WEEKLY)")
        }
        self = parts.rule
        self.frequency = frequency
        try validate(parts)
    }
}

/// The parts of a rule as they are read, before it is known whether they go together.
struct RuleParts {
    var rule = RecurrenceRule(frequency: .daily)
    var frequency: RecurrenceRule.Frequency?
    /// The values as written, for messages; a part that is not here was not given.
    private(set) var written: [Substring: Substring] = [:]
    private let text: Substring

    init(_ text: Substring) {
        self.text = text
    }

    mutating func read() throws(RecurrenceRuleError) {
        for part in text.separated(by: ";") {
            guard !part.isEmpty else { continue }
            guard let equals = part.utf8.firstIndex(of: UInt8(ascii: "=")) else {
                throw RecurrenceRuleError("", part, "not a rule part (parts are like INTERVAL=2)")
            }
            let name = part[..<equals].trimmed()
            let value = part[part.utf8.index(after: equals)...].trimmed()
            guard written.updateValue(value, forKey: name) == nil else {
                throw RecurrenceRuleError(name, value, "\(RecurrenceRuleError.shortened(name)) is given twice")
            }
            try read(name, value)
        }
    }

    private mutating func read(_ name: Substring, _ value: Substring) throws(RecurrenceRuleError) {
        let value = RulePartValue(name: name, text: value)
        switch name {
        case "FREQ": frequency = try value.frequency()
        case "INTERVAL": rule.interval = try value.positive()
        case "COUNT": rule.count = try value.positive()
        case "UNTIL": rule.until = try value.until()
        case "BYSECOND": rule.bySecond = try value.numbers(in: 0...60)
        case "BYMINUTE": rule.byMinute = try value.numbers(in: 0...59)
        case "BYHOUR": rule.byHour = try value.numbers(in: 0...23)
        case "BYDAY": rule.byDay = try value.weekdays()
        case "BYMONTHDAY": rule.byMonthDay = try value.ordinals(upTo: 31)
        case "BYYEARDAY": rule.byYearDay = try value.ordinals(upTo: 366)
        case "BYWEEKNO": rule.byWeekNo = try value.ordinals(upTo: 53)
        case "BYMONTH": rule.byMonth = try value.numbers(in: 1...12)
        case "BYSETPOS": rule.bySetPos = try value.ordinals(upTo: 366)
        case "WKST": rule.weekStart = try value.weekday()
        default: throw RecurrenceRuleError(name, value.text, "there is no such rule part")
        }
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    func trimmed() -> Substring {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var rest = utf8[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return Substring(rest)
    }

    /// What stands between the separators, empty or not, without spaces around it.
    func separated(by separator: Unicode.Scalar) -> [Substring] {
        utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { Substring($0).trimmed() }
    }
}
