extension RecurrenceRule {
    /// What RFC 5545 §3.3.10 rules out for parts that are right by themselves.
    func validate(_ parts: RuleParts) throws(RecurrenceRuleError) {
        try validateEnd(parts)
        try validateDays(parts)
        try validatePositions(parts)
    }

    private func validateEnd(_ parts: RuleParts) throws(RecurrenceRuleError) {
        guard let written = parts.written["UNTIL"], count != nil else { return }
        throw RecurrenceRuleError("UNTIL", written, "a rule ends by UNTIL or by COUNT, not by both")
    }

    private func validateDays(_ parts: RuleParts) throws(RecurrenceRuleError) {
        func refuse(_ name: Substring, with frequencies: [Frequency], _ help: String) throws(RecurrenceRuleError) {
            guard let value = parts.written[name], frequencies.contains(frequency) else { return }
            throw RecurrenceRuleError(name, value, "not with FREQ=\(frequency.rawValue)\(help)")
        }
        try refuse("BYMONTHDAY", with: [.weekly], " (use MONTHLY)")
        try refuse("BYYEARDAY", with: [.daily, .weekly, .monthly], " (use YEARLY)")
        try refuse("BYWEEKNO", with: Frequency.allCases.filter { $0 != .yearly }, " (use YEARLY)")
        guard byDay.contains(where: { $0.ordinal != nil }), let value = parts.written["BYDAY"] else { return }
        guard frequency == .monthly || frequency == .yearly else {
            throw RecurrenceRuleError("BYDAY", value, "days are counted only within a month or a year (use MONTHLY)")
        }
        guard byWeekNo.isEmpty else {
            throw RecurrenceRuleError("BYDAY", value, "days are not counted together with BYWEEKNO")
        }
    }

    private func validatePositions(_ parts: RuleParts) throws(RecurrenceRuleError) {
        guard let value = parts.written["BYSETPOS"] else { return }
        let others = parts.written.keys.contains { $0.hasPrefix("BY") && $0 != "BYSETPOS" }
        guard !others else { return }
        throw RecurrenceRuleError("BYSETPOS", value, "positions need another BY part to choose from (BYDAY=MO,TU)")
    }
}
