package import FamplanAPI

/// How the daemon is.
package struct StatusRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<Status>, on page: inout Page) throws {
        let status = document.body
        let now = try Moment(document.now)
        let since = try Moment(status.since)
        let open = Severity.all.compactMap { severity in
            status.openConflicts[severity.word].flatMap {
                $0 > 0 ? Text("\($0) \(severity.word)", severity.style) : nil
            }
        }
        let horizon = Text(" until \(try Moment(status.horizon).day.fullWords)", .dim)
        // Who does not plan is not told how the plan is.
        let plan: [(String, Text)] =
            status.counts.isEmpty
            ? []
            : [
                ("plan", Text(counts(status.counts))),
                ("conflicts", (open.isEmpty ? Text("none open", .green) : open.joined(Text(", "))) + horizon),
            ]
        let rows: [(String, Text)] =
            [
                ("household", Text(status.household, .bold)),
                ("you", Text(status.you)),
                ("time", Text("\(now.day.fullWords) \(now.clock) \(document.timeZone)")),
            ] + plan + outbox(status.outbox) + [
                ("daemon", Text("famplan \(status.version), pid \(status.pid), since \(since.words)")),
                ("state", Text("\(status.stateDirectory) (\(status.schemaVersion))")),
                ("socket", Text(status.socket)),
            ]
        var table = Table([Table.Column(), Table.Column(least: 30)])
        for (label, value) in rows { table.add([Text(label, .dim), value]) }
        page.add(table)
        guard !open.isEmpty else { return }
        page.addGap()
        page.addHint("See them", "famplan conflicts")
    }

    /// Nothing where nobody is told anything.
    private func outbox(_ outbox: OutboxStatus?) -> [(String, Text)] {
        guard let outbox else { return [] }
        var parts: [Text] = []
        if outbox.pending > 0 { parts.append(Text("\(outbox.pending) waiting", .yellow)) }
        if outbox.dead > 0 { parts.append(Text("\(outbox.dead) given up", .red)) }
        if let error = outbox.lastError { parts.append(Text("last error: \(error)")) }
        if !outbox.missingChannels.isEmpty {
            parts.append(Text("not configured: \(outbox.missingChannels.joined(separator: ", "))", .red))
        }
        return parts.isEmpty ? [] : [("messages", parts.joined(Text(", ")))]
    }

    /// The nouns in the order of the household file, then others.
    private func counts(_ counts: [String: Int]) -> String {
        let order = ["person", "place", "resource", "stream", "entry", "goal", "travel"]
        let names = counts.keys.sorted {
            (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
        }
        return names.map { Self.plural(counts[$0] ?? 0, $0) }.joined(separator: ", ")
    }

    private static func plural(_ number: Int, _ noun: String) -> String {
        switch noun {
        case "person": number == 1 ? "1 person" : "\(number) people"
        case "entry": number == 1 ? "1 entry" : "\(number) entries"
        case "travel": counted(number, "travel time")
        default: counted(number, noun)
        }
    }
}
