extension RecurrenceRule {
    /// The rule of an RRULE line, as real producers write them; nil, with a warning, if nothing can be made of it.
    ///
    /// Parts that mean nothing (COUNT=0, INTERVAL=0, X-names) are left out. Until when a rule goes is adapted to
    /// what kind of start it has, as the reference implementations do: a day for whole days, a wall time for floating
    /// ones, and a day beside a time of day means the midnight with which that day begins.
    static func lenient(_ line: ContentLine, from start: EventTime, _ findings: inout Findings) -> RecurrenceRule? {
        let isPlain = line.valueOctets.allSatisfy { $0 != Octets.space && $0 != Octets.backslash }
        if !isPlain { findings.warn(line, "\(line.key) with spaces or backslashes; they are ignored") }
        var parts = line.value.filter { $0 != "\\" }.split(separator: ";").map(String.init)
        for _ in 0..<4 {
            do throws(RecurrenceRuleError) {
                var rule = try RecurrenceRule(parts.joined(separator: ";"))
                rule.adaptUntil(to: start)
                return rule
            } catch {
                guard let dispensable = error.dispensablePart(of: parts) else {
                    findings.warn(line, "\(line.key) \(error); the event is taken without it")
                    return nil
                }
                findings.warn(line, "\(line.key) \(error); \(dispensable) is ignored")
                parts.removeAll { $0.isPart(dispensable) }
            }
        }
        findings.warn(line, "\(line.key) has too many unknown parts; the event is taken without it")
        return nil
    }

    private mutating func adaptUntil(to start: EventTime) {
        guard let until else { return }
        switch until {
        case .date(let date):
            if !start.isDay { self.until = .wall(CivilDateTime(date, .midnight)) }
        case .wall(let wall):
            if start.isDay { self.until = .date(wall.date) }
        case .utc(let instant):
            let wall = Zone.utc.wall(of: instant)
            if start.isDay { self.until = .date(wall.date) } else if start.isFloating { self.until = .wall(wall) }
        }
    }
}

extension RecurrenceRuleError {
    /// The part without which the rule still means what its author meant.
    fileprivate func dispensablePart(of parts: [String]) -> String? {
        switch part {
        case "COUNT", "INTERVAL": (Int(value) ?? 1) <= 0 ? part : nil
        // Beside a COUNT it is one too many; alone, it cannot be read, and without it the series would be endless.
        case "UNTIL": parts.contains { $0.isPart("COUNT") } ? "COUNT" : nil
        // RFC 7529's, for the calendar that is ours.
        case "RSCALE": value == "GREGORIAN" ? part : nil
        case "SKIP": part
        // Any other name may be a misspelt UNTIL.
        default: part.hasPrefix("X-") ? part : nil
        }
    }
}

extension String {
    fileprivate func isPart(_ name: String) -> Bool {
        prefix { $0 != "=" }.withoutBlanks.uppercased() == name
    }
}
