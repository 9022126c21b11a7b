internal import FamplanAPI

/// What a swap does to gaps, deadlines and the balance.
struct EffectLines {
    let names: Names

    func add(_ effect: SwapEffectItem, on page: inout Page) throws {
        try ConflictLines().add(resolved: effect.resolved, created: effect.created, on: &page, indent: 2)
        if effect.created.isEmpty, effect.resolved.isEmpty {
            page.add(Text("✓ ", .green) + Text("no conflict comes or goes with it"), indent: 2, hanging: 2)
        }
        for deadline in effect.deadlines { page.add(Text(try words(deadline)), indent: 2, hanging: 2) }
        try addBalance(effect, on: &page)
    }

    private func addBalance(_ effect: SwapEffectItem, on page: inout Page) throws {
        guard let week = effect.weeks.first else { return }
        let first = try Moment("\(week)T00:00:00Z").day.words
        let weeks =
            effect.weeks.count == 1
            ? "the week of \(first)" : "the \(effect.weeks.count) weeks touched, the first of \(first)"
        page.add(Text("In \(weeks):"), indent: 2)
        for parent in effect.parents {
            page.add(Text("\(names[parent.person])  ", .bold) + Text(care(parent)), indent: 4, hanging: 2)
            page.add(Text(own(parent), .dim), indent: 6, hanging: 2)
        }
    }

    /// `care 31 h → 28 h (52.5 % → 47.5 %)`.
    private func care(_ shift: SwapShift) -> String {
        let share = [shift.shareBefore, shift.shareAfter].map { $0.map(percent) ?? "–" }
        let hours = change(shift.careBefore, shift.careAfter)
        return "care \(hours) (\(share[0] == share[1] ? share[0] : "\(share[0]) → \(share[1])"))"
    }

    private func own(_ shift: SwapShift) -> String { "own time \(change(shift.ownBefore, shift.ownAfter))" }

    private func words(_ deadline: SwapDeadline) throws -> String {
        "\(deadline.title), due \(try Moment(deadline.due).words): "
            + "\(durationWords(seconds: deadline.remainingMinutes * 60)) of work left, "
            + "booked \(change(deadline.bookedBefore, deadline.bookedAfter)), "
            + "free \(change(deadline.freeBefore, deadline.freeAfter))"
    }

    private func change(_ before: Int, _ after: Int) -> String {
        let (old, new) = (durationWords(seconds: before * 60), durationWords(seconds: after * 60))
        return before == after ? old : "\(old) → \(new)"
    }

    private func percent(_ value: Double) -> String {
        let text = "\(value)"
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }
}
