import HouseholdFile
import ICalendar

extension BackupPlan {
    /// Reads `backup:` of `famplan.yaml`; nil where it is off. What is wrong is noted.
    static func read(_ tree: Tree, _ report: Report) -> BackupPlan? {
        if case .text("off", _) = tree.content { return nil }
        var plan = BackupPlan()
        guard case .map = tree.content, var keys = Keys(tree, at: ["backup"], report: report) else {
            report.note("is \(tree.noun), but “off” or keys with values are needed", at: ["backup"], mark: tree.mark)
            return nil
        }
        plan.time =
            keys.given("time") { text throws(Complaint) in
                guard let time = CivilTime(text) else {
                    throw Complaint("“\(Words.shortened(text))” is not a time of day (try \"03:30\")")
                }
                return time
            } ?? plan.time
        plan.daily = keys.given("daily") { text throws(Complaint) in try number(text, from: 1) } ?? plan.daily
        plan.weekly = keys.given("weekly") { text throws(Complaint) in try number(text, from: 0) } ?? plan.weekly
        plan.monthly = keys.given("monthly") { text throws(Complaint) in try number(text, from: 0) } ?? plan.monthly
        keys.finish()
        return plan
    }

    private static func number(_ text: String, from least: Int) throws(Complaint) -> Int {
        guard let number = Int(text), (least...1_000).contains(number) else {
            throw Complaint("“\(Words.shortened(text))” is not a number from \(least) to 1000")
        }
        return number
    }
}
