package import FamplanAPI

/// The income streams: a line each, or all that is said of them.
package struct StreamsRenderer: Renderer {
    let isFull: Bool

    package init(isFull: Bool = false) { self.isFull = isFull }

    package func render(_ document: Document<StreamsReport>, on page: inout Page) throws {
        let report = document.body
        guard let first = report.streams.first else {
            page.add(Text("There are no income streams."))
            page.addGap()
            let example = "famplan stream add fjord --owner maya --kind client --rate 110.00/hour"
            return page.addHint("Add one", example)
        }
        let names = Names(report.names)
        if isFull {
            report.streams.forEach { addFull($0, names, on: &page) }
        } else {
            page.add(list(report.streams, names))
        }
        page.addGap()
        if isFull {
            page.addHint("Another rate", "famplan stream edit \(first.id) --rate 95.00/hour --from 2027-01-01")
        } else {
            page.addHint("All of one", "famplan stream show \(first.id)")
        }
    }

    private func list(_ streams: [StreamReport], _ names: Names) -> Table {
        var table = Table([
            Table.Column(), Table.Column(least: 12), Table.Column(), Table.Column(), Table.Column(least: 16),
        ])
        for stream in streams {
            table.add([
                Text(stream.id, .bold), Text(stream.name), Text(names[stream.owner]), Text(stream.kind, .dim),
                pays(stream),
            ])
        }
        return table
    }

    private func pays(_ stream: StreamReport) -> Text {
        if stream.isArchived, let date = stream.archived { return Text("archived since \(date)", .dim) }
        let ends = stream.archived.map { [Text("until \($0)", .yellow)] } ?? []
        return (stream.pays.map { Text($0) } + ends).joined(Text(", "))
    }

    private func addFull(_ stream: StreamReport, _ names: Names, on page: inout Page) {
        page.addGap()
        page.add(Text(stream.name, .bold) + Text(" (\(stream.id)), \(names[stream.owner])'s, \(stream.kind)"))
        var table = Table([Table.Column(), Table.Column(least: 30)], indent: 2)
        if let client = stream.client { table.add([Text("client", .dim), Text(client)]) }
        let pays = pays(stream)
        if !pays.isEmpty { table.add([Text("today", .dim), pays]) }
        for field in stream.fields { table.add([Text(field.field, .dim), Text(field.value)]) }
        page.add(table)
    }
}
