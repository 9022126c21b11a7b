import FamplanAPI
import Household
import ICalendar
import Planning

/// What a swap does to the plan, and whether it still can be made.
extension Planner {
    /// What both have agreed to, as a change of the plan.
    func draft(of swap: Swap) throws -> Draft {
        let words = SwapWords(household)
        let number = swap.id > 0 ? " \(swap.id)" : ""
        let changes = try swap.changes(in: household) { try split($0, at: $1) }
        var draft = Draft(
            changes,
            summary:
                "swap\(number), asked for by \(words.name(swap.asker)) and agreed to by \(words.name(swap.asked)): "
                + "\(words.deeds(swap)) (\(swap.reason))"
        )
        draft.moments = swap.sides.map(\.terms.start)
        return draft
    }

    /// Why a swap can't be made as things are: what is not as it was when it was asked for.
    func problems(of swap: Swap) -> [String] {
        var problems: [String] = []
        for person in [swap.asker, swap.asked] where household.people[person]?.role != .parent {
            problems.append("\(SwapWords(household).name(person)) is not a parent here any more")
        }
        for side in swap.sides {
            let isHidden = household.entries[side.entry]?.isHidden(from: .parents([swap.asker, swap.asked])) ?? false
            let changes = isHidden ? ["it has become private"] : side.changes(in: household)
            guard !changes.isEmpty else { continue }
            problems.append(
                "“\(isHidden ? side.entry.rawValue : side.terms.title)” is not as it was: "
                    + changes.joined(separator: ", ")
            )
        }
        return problems
    }

    /// What an open swap would do now.
    ///
    /// - Parameter strict: refuses one that would create a conflict.
    func effect(of swap: Swap, strict: Bool = false) throws -> SwapEffectItem {
        var draft = try draft(of: swap)
        draft.summary = "ask for this swap: \(SwapWords(household).deeds(swap))"
        // What it says of conflicts is fit for everybody.
        let answer = try make(draft, by: .admin, options: ChangeOptions(dryRun: true, strict: strict))
        return effect(of: swap, draft.changes, from: household, answer)
    }

    /// What a swap does, with the conflicts that were found with it.
    func effect(
        of swap: Swap,
        _ changes: [Change],
        from before: Household,
        _ answer: ChangeAnswer
    ) -> SwapEffectItem {
        let after = before.after(changes)
        let effect = SwapEffect(of: swap, from: before, to: after, now: clock())
        return WireFormat(household: before).effect(effect, answer)
    }
}

extension Household {
    /// With some changes made.
    func after(_ changes: [Change]) -> Household {
        var after = self
        for change in changes { after.apply(change) }
        return after
    }
}
