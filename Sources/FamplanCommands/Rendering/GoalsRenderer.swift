package import FamplanAPI

extension GoalsReport: ThingsShown {
    package static var words: ThingsWords {
        ThingsWords(
            none: "There are no goals.",
            columns: [30],
            begin: ("Add one", "famplan goal add us --kind together --min 10h"),
            show: "famplan goal show",
            edit: ("How it stands: famplan balance. Less or more", "famplan goal edit", "--min 8h")
        )
    }

    /// One with a least time.
    package var example: String? { (goals.first { $0.kind != "care-share" } ?? goals.first)?.id }

    package var shown: [ShownThing] {
        goals.map { goal in
            ShownThing(
                id: goal.id,
                title: Text(goal.id, .bold) + Text(": \(goal.words)"),
                cells: [Text(goal.words)],
                fields: [("kind", Text(goal.kind))] + goal.fields.map { ($0.field, Text($0.value)) }
            )
        }
    }
}
