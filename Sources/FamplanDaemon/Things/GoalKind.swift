import FamplanAPI
import Household
import HouseholdFile
import Phrases

/// What the family decided to value.
struct GoalKind: ThingKind {
    var noun: Item.Noun { .goal }
    func things(of household: Household) -> OrderedDictionary<ID<Goal>, Goal> { household.goals }
    func item(_ goal: Goal) -> Item { .goal(goal) }
    func words(_ goal: Goal) -> String { "goal “\(goal.id)”" }
    func fullWords(_ goal: Goal) -> String { words(goal) }

    func report(_ goals: [Goal], in snapshot: Snapshot) -> GoalsReport {
        let household = snapshot.household
        let items = goals.map { goal in
            let fields = HouseholdFile.fields(of: .goal(goal), in: household)
            return GoalItem(
                id: goal.id.rawValue,
                kind: fields.first { $0.field == "kind" }?.value ?? "",
                words: AimWords(household: household).words(goal.aim),
                fields: fields.filter { !["id", "kind"].contains($0.field) }
                    .map { PersonField(field: $0.field, value: $0.value) }
            )
        }
        return GoalsReport(goals: items)
    }

    func made(
        _ id: ID<Goal>,
        _ wanted: ThingRequest,
        over base: Goal?,
        in household: Household,
        at present: Present
    ) throws -> Goal {
        try HouseholdFile.goal(id: id, fields: wanted.fields, over: base, in: household)
    }

    typealias Removal = RemoveThingRequest
}
