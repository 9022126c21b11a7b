internal import FamplanAPI

/// How the goals stand: a line for each of a goal's windows, what is had of what is wanted.
struct GoalLines {
    private let goals: [GoalBalance]
    private let names: Names

    init(_ goals: [GoalBalance], names: Names) {
        (self.goals, self.names) = (goals, names)
    }

    func add(to page: inout Page) throws {
        guard !goals.isEmpty else { return }
        page.addGap()
        page.add(Text("Goals", .bold))
        let columns = [Table.Column(least: 8), Table.Column(least: 16, weight: 2), Table.Column(least: 10)]
        var table = Table(columns, indent: 2)
        var last: String?
        for goal in goals {
            // A goal's name stands once, over all of its windows.
            let label = goal.goal == last ? Text() : Text(label(of: goal))
            last = goal.goal
            table.add([label, standing(of: goal), Text(try span(of: goal), .dim)])
        }
        page.add(table)
    }

    private func label(of goal: GoalBalance) -> String {
        let who = goal.people.map { names[$0] }
        return switch goal.kind {
        case "together": "Together"
        case "one-on-one": who.joined(separator: " and ")
        case "own-time": "\(who.joined())’s own time"
        case "care-share": "\(who.joined())’s care share"
        default: goal.goal
        }
    }

    /// `✓ 10 h 15 min of at least 10 h`, `· 38.2 % of 40–60 %`.
    private func standing(of goal: GoalBalance) -> Text {
        let mark = goal.met ? Text("✓ ", .green) : Text("· ", .cyan)
        guard goal.kind == "care-share" else {
            // What is not met never reads as if it were.
            let had = Int(goal.met ? goal.value.rounded() : goal.value.rounded(.down))
            let least = Int(goal.min.rounded(.up))
            return mark + Text("\(words(had)) of at least \(words(least))")
        }
        let (least, most) = (number(goal.min), number(goal.max ?? 100))
        return mark + Text("\(number(goal.value))\u{A0}% of \(least == most ? least : "\(least)–\(most)")\u{A0}%")
    }

    private func words(_ minutes: Int) -> String { unbroken(amountWords(minutes: minutes)) }

    /// In one piece, where a narrow window breaks the line.
    private func unbroken(_ words: String) -> String { String(words.map { $0 == " " ? "\u{A0}" : $0 }) }

    /// `week of Mon 23 Nov`, `4 weeks to Sun 20 Dec`.
    private func span(of goal: GoalBalance) throws -> String {
        let window = try Stretch(goal.from, goal.to)
        return goal.weeks == 1
            ? "week of \(unbroken(window.start.day.words))"
            : "\(goal.weeks) weeks to \(unbroken(window.lastDay.words))"
    }

    /// `40`, `33.3`.
    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
