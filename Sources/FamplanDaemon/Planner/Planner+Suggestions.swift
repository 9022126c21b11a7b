import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// Ways out of a conflict, shown and taken.
extension Planner {
    /// Each as it would be answered if it were taken now.
    func suggestions(for id: String, by actor: Actor) throws -> Suggestions {
        let (known, found) = try found(for: id, by: actor)
        shown.note(found, for: known.id, by: actor)
        let wire = WireFormat(household: household)
        let items = try found.enumerated().map { index, suggestion in
            let dryRun = ChangeOptions(dryRun: true)
            let answer = try make(draft(suggestion, index + 1, for: known), by: actor, options: dryRun)
            return wire.suggestion(suggestion, number: index + 1, answer)
        }
        return Suggestions(conflict: wire.conflict(known), suggestions: items, names: wire.names)
    }

    /// Does what a suggestion says, as the plan is now.
    func take(_ request: TakeRequest, by actor: Actor) throws -> ChangeAnswer {
        let (known, found) = try found(for: request.conflict, by: actor)
        guard request.number >= 1, request.number <= found.count else {
            let count = found.count == 1 ? "one suggestion" : "\(found.isEmpty ? "no" : "\(found.count)") suggestions"
            throw ErrorBody(
                .notFound,
                "cannot take suggestion \(request.number) for \(known.id): there \(found.count == 1 ? "is" : "are") \(count) "
                    + "(`famplan suggest \(known.id)` shows them)"
            )
        }
        let wanted = found[request.number - 1]
        guard shown.isShown(wanted, as: request.number, for: known.id, by: actor) else {
            throw ErrorBody(
                .clash,
                "cannot take suggestion \(request.number) for \(known.id): the plan has changed, and it is now "
                    + "“\(wanted.title)”; look again (`famplan suggest \(known.id)`)"
            )
        }
        return try make(draft(wanted, request.number, for: known), by: actor, options: request.options)
    }

    private func draft(_ suggestion: Suggestion, _ number: Int, for known: KnownConflict) -> Draft {
        var draft = Draft(
            suggestion.changes,
            summary: "take suggestion \(number) for \(known.id): \(suggestion.title)"
        )
        draft.moments = [known.conflict.interval.start]
        return draft
    }

    private func found(for id: String, by actor: Actor) throws -> (known: KnownConflict, suggestions: [Suggestion]) {
        let horizon = try evaluated()
        let known = try conflict(id)
        let evaluation =
            known.conflict.interval.overlaps(horizon.plan.range) ? horizon : around(known.conflict.interval)
        guard let conflict = evaluation.conflicts.first(where: { $0.isFoundAgain(known.conflict) }) else {
            return (known, [])
        }
        let viewer = actor.viewer(in: household)
        let all = Suggester(evaluation).suggestions(for: conflict)
        return (known, all.filter { way in !way.changes.contains { household.isHidden($0, from: viewer) } })
    }

    /// The days of a conflict that lies outside the horizon, and a week more on either side.
    private func around(_ interval: Interval) -> Evaluation {
        let zone = household.zone
        let (first, last) = (zone.wall(of: interval.start).date, zone.wall(of: interval.end).date)
        let range = Interval(zone.startOfDay(first.adding(days: -7)), zone.startOfDay(last.adding(days: 8)))
        return Evaluation(Plan(household, range: range, now: clock()))
    }
}

/// What was suggested last for each conflict: what somebody takes must be what they have seen.
struct ShownSuggestions {
    private var titles: [Key: [String]] = [:]

    private struct Key: Hashable {
        let conflict: ID<Conflict>
        let actor: Actor
    }

    /// More than anybody looks at in a day.
    private static let most = 1_000

    mutating func note(_ suggestions: [Suggestion], for conflict: ID<Conflict>, by actor: Actor) {
        if titles.count >= Self.most { titles = [:] }
        titles[Key(conflict: conflict, actor: actor)] = suggestions.map(\.title)
    }

    /// True also where nothing was shown: then nobody can have seen anything else.
    func isShown(_ suggestion: Suggestion, as number: Int, for conflict: ID<Conflict>, by actor: Actor) -> Bool {
        guard let shown = titles[Key(conflict: conflict, actor: actor)] else { return true }
        return shown.indices.contains(number - 1) && shown[number - 1] == suggestion.title
    }
}

extension Conflict {
    /// Whether this is what `known` is: the same but for how far a stretch of it was followed.
    fileprivate func isFoundAgain(_ known: Conflict) -> Bool {
        if self == known { return true }
        guard kind == known.kind, people == known.people, subject == known.subject else { return false }
        switch kind.identity {
        case .stretch: return interval.overlaps(known.interval)
        case .span: return interval.start == known.interval.start
        case .occurrences: return occurrences == known.occurrences
        case .subject: return true
        }
    }
}

extension WireFormat {
    func suggestion(_ suggestion: Suggestion, number: Int, _ answer: ChangeAnswer) -> SuggestionItem {
        SuggestionItem(
            number: number,
            way: suggestion.way.rawValue,
            title: suggestion.title,
            things: answer.things,
            created: answer.created,
            resolved: answer.resolved,
            cost: cost(suggestion.cost)
        )
    }

    private func cost(_ cost: Suggestion.Cost) -> SuggestionCost {
        SuggestionCost(
            movedMinutes: cost.moved / 60,
            people: cost.people.map(\.rawValue),
            deadlines: cost.deadlines.map { shift in
                let deadline = household.streams[shift.stream]?.deadlines.first { $0.id == shift.deadline }
                return SuggestionCost.DeadlineShift(
                    stream: shift.stream.rawValue,
                    deadline: shift.deadline.rawValue,
                    title: deadline?.title ?? shift.deadline.rawValue,
                    bookedMinutes: shift.booked / 60
                )
            },
            balance: cost.balance.map { shift in
                SuggestionCost.BalanceShift(
                    person: shift.person.rawValue,
                    careMinutes: shift.care / 60,
                    workMinutes: shift.work / 60,
                    ownMinutes: shift.own / 60
                )
            }
        )
    }
}
