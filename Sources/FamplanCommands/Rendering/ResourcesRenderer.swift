package import FamplanAPI

extension ResourcesReport: ThingsShown {
    package static var words: ThingsWords {
        ThingsWords(
            none: "There are no resources.",
            columns: [12, 20],
            begin: ("Add one", "famplan resource add car"),
            show: "famplan resource show",
            edit: ("Another name", "famplan resource edit", "--name 'Quiet room'")
        )
    }

    package var shown: [ShownThing] {
        resources.map { resource in
            ShownThing(
                id: resource.id,
                title: Text(resource.name, .bold) + Text(" (\(resource.id))"),
                cells: [Text(resource.name), Text(counted(resource.usedBy.count, "use"), .dim)],
                fields: [("used by", resource.usedBy.words ?? Text("nothing", .dim))]
            )
        }
    }
}
