public import Household
public import ICalendar

/// A parent works more in a local day than they want to.
public struct OverloadDay: Rule {
    public static let kind = ConflictKind.overloadDay

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let household = plan.schedule.household
        let days = household.localDays(touching: span.padded(1)).map { household.day($0) }
            .filter { plan.lists($0, touching: span) }
        return Overload(kind: Self.kind, limit: \.perDay, spans: days).conflicts(in: plan) { words, day in
            "on \(words.day(of: day.start))"
        }
    }
}

/// A parent works more in a local week than they want to.
public struct OverloadWeek: Rule {
    public static let kind = ConflictKind.overloadWeek

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let weeks = plan.schedule.household.weeks(touching: span.padded(1))
            .filter { plan.lists($0, touching: span) }
        return Overload(kind: Self.kind, limit: \.perWeek, spans: weeks).conflicts(in: plan) { words, week in
            "in the week of \(words.day(of: week.start))"
        }
    }
}

/// What days and weeks have in common: whole spans of time, and the work in each.
private struct Overload {
    let kind: ConflictKind
    let limit: KeyPath<WorkLimits, Int?>
    let spans: [Interval]

    func conflicts(in plan: Plan, saying span: (Wording, Interval) -> String) -> [Conflict] {
        let schedule = plan.schedule
        let words = Wording(plan)
        return schedule.parents.flatMap { parent -> [Conflict] in
            let person = schedule.people[parent]
            guard let most = person.work[keyPath: limit] else { return [] }
            let work = schedule.work[parent]
            return spans.compactMap { interval -> Conflict? in
                let seconds = work.seconds(in: interval)
                guard seconds > most else { return nil }
                return Conflict(
                    kind: kind,
                    severity: .warning,
                    people: [person.id],
                    interval: interval,
                    occurrences: [],
                    message: "\(person.name) has \(words.length(seconds)) of work \(span(words, interval)), "
                        + "\(words.length(seconds - most)) more than the \(words.length(most)) that were set"
                )
            }
        }
    }
}
