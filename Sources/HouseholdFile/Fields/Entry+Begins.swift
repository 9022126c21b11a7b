import Household
import ICalendar

extension Entry {
    /// What is wrong with a start that was edited: the repetition gives other days, so that it would be one occurrence
    /// too many. Nil where it goes with the repetition, or has not gone with it before.
    func complaint(ofStartAfter base: Entry, in household: Household) -> String? {
        guard let rule = repetition.rule, !begins(with: rule, in: household.zone(of: self)) else { return nil }
        if time.start.date == base.time.start.date, let before = base.repetition.rule,
            !base.begins(with: before, in: household.zone(of: base))
        {
            return nil
        }
        var dates = rule.dates(from: time.start, in: household.zone(of: self))
        let hint = dates.next().map { "the next that it gives is \(written($0))" } ?? "it gives none from there on"
        return "\(written(time.start)) is no start of the repetition \(rule): \(hint) "
            + "(give a repeat that goes with it too, or move one occurrence: ID@DATE)"
    }

    private func begins(with rule: RecurrenceRule, in zone: Zone) -> Bool {
        let start = time.start
        var dates = rule.dates(from: start, in: zone, notBefore: start, before: start.adding(seconds: 1))
        return dates.next() == start
    }
}
