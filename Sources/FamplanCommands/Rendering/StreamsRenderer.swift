package import FamplanAPI

package typealias StreamsRenderer = ThingsRenderer<StreamsReport>

extension StreamsReport: ThingsShown {
    package static var words: ThingsWords {
        ThingsWords(
            none: "There are no income streams.",
            columns: [12, nil, nil, 16],
            begin: ("Add one", "famplan stream add fjord --owner maya --kind client --rate 110.00/hour"),
            show: "famplan stream show",
            edit: ("Another rate", "famplan stream edit", "--rate 95.00/hour --from 2027-01-01")
        )
    }

    package var shown: [ShownThing] {
        let names = Names(names)
        return streams.map { stream in
            let (owner, pays) = (names[stream.owner], pays(stream))
            let client = stream.client.map { [(label: "client", value: Text($0))] } ?? []
            let today = pays.isEmpty ? [] : [(label: "today", value: pays)]
            return ShownThing(
                id: stream.id,
                title: Text(stream.name, .bold) + Text(" (\(stream.id)), \(owner)'s, \(stream.kind)"),
                cells: [Text(stream.name), Text(owner), Text(stream.kind, .dim), pays],
                fields: client + today + stream.fields.map { ($0.field, Text($0.value)) }
            )
        }
    }

    private func pays(_ stream: StreamReport) -> Text {
        if stream.isArchived, let date = stream.archived { return Text("archived since \(date)", .dim) }
        let ends = stream.archived.map { [Text("until \($0)", .yellow)] } ?? []
        return (stream.pays.map { Text($0) } + ends).joined(Text(", "))
    }
}
