import FamplanAPI
import Household
import HouseholdFile
import Storage

/// Says what happened to things of the household, in the words of the household file.
struct ThingWords {
    let household: Household
    var viewer = Viewer.administrator
    /// Numbers of logged times that the viewer is told nothing of, whatever they were like once.
    var hiddenTimes: Set<Int> = []

    func changed(_ change: Change) -> ChangedThing {
        if household.isHidden(change, from: viewer) {
            return ChangedThing(noun: change.item.noun.rawValue, id: change.item.id, action: action(change), fields: [])
        }
        let before = change.before.map { HouseholdFile.fields(of: $0, in: household) } ?? []
        let after = change.after.map { HouseholdFile.fields(of: $0, in: household) } ?? []
        return ChangedThing(
            noun: change.item.noun.rawValue,
            id: change.item.id,
            action: action(change),
            fields: differences(before, after)
        )
    }

    /// What the history says of a change in one line.
    func summary(of change: RecordedChange) -> String {
        let isHidden =
            change.changes.contains { household.isHidden($0, from: viewer) }
            || change.logged.contains { $0.isHidden(from: viewer) || hiddenTimes.contains($0.time.id) }
        return isHidden ? "change something private" : change.summary
    }

    /// One line for a person who wants to know what was understood.
    func understood(_ change: Change) -> String {
        switch (change.before, change.after) {
        case (_, .entry(let entry)?): return EntryWords(household: household).line(entry)
        case (.entry(let entry)?, nil): return "removed “\(entry.title)” (\(entry.id))"
        case (_, .place(let place)?): return words(place)
        case (_, .travel(let travel)?): return "\(words(travel)): \(minutes(travel.minutes))"
        case (.travel(let travel)?, nil): return "\(words(travel)): the sum through home again"
        case (_, .goal(let goal)?): return "goal \(goal.id): \(AimWords(household: household).words(goal.aim))"
        // What a person is told from now on is said in full, where that is what was edited.
        case (.person(let before)?, .person(let person)?) where before.notify != person.notify:
            return PersonWords(household: household).line(person)
        case (.settings?, .settings?): return "edited the household’s settings"
        default: return "\(action(change)) \(change.item.noun.rawValue) \(change.item.id)"
        }
    }

    /// `place “School” (school): 15 minutes from home`.
    private func words(_ place: Place) -> String {
        "place “\(place.name)” (\(place.id)): \(minutes(place.minutesFromHome)) from home"
    }

    /// `the way between School and Client site`.
    private func words(_ travel: Travel) -> String {
        let names = [travel.between.first, travel.between.second].map { household.place($0)?.name ?? $0.rawValue }
        return "the way between \(names.joined(separator: " and "))"
    }

    private func minutes(_ count: Int) -> String { count == 1 ? "1 minute" : "\(count) minutes" }

    private func action(_ change: Change) -> String {
        if change.before == nil { return "added" }
        return change.after == nil ? "removed" : "edited"
    }

    private func differences(
        _ before: [(field: String, value: String)],
        _ after: [(field: String, value: String)]
    ) -> [ChangedField] {
        let old = Dictionary(before.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        let fields = before.map(\.field) + after.map(\.field).filter { old[$0] == nil }
        return fields.filter { old[$0] != new[$0] }.map { ChangedField(field: $0, before: old[$0], after: new[$0]) }
    }
}
