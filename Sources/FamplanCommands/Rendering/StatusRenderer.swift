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
                ("plan", Text(NounCounts(status.counts).words)),
                ("conflicts", (open.isEmpty ? Text("none open", .green) : open.joined(Text(", "))) + horizon),
            ]
        let service =
            try swaps(status.swaps) + outbox(status.outbox) + feeds(status.feeds) + heartbeat(status.heartbeat)
            + configuration(status.configuration)
        let rows: [(String, Text)] =
            [
                ("household", Text(status.household, .bold)),
                ("you", Text(status.you)),
                ("time", Text("\(now.day.fullWords) \(now.clock) \(document.timeZone)")),
            ] + (try running(status)) + trouble(status) + plan + service + backup(status) + [
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

    private func running(_ status: Status) throws -> [(String, Text)] {
        guard let running = status.running else { return [] }
        let since = "since \(try Moment(running.start).words)"
        return [
            ("logging", Text(status.runningName ?? running.activity, .cyan) + Text(" \(since) (famplan stop)", .dim))
        ]
    }

    private func backup(_ status: Status) -> [(String, Text)] {
        guard let failure = status.backupFailure else { return [] }
        return [("backup", Text("the daily one failed: ", .red) + Text(failure))]
    }

    private func trouble(_ status: Status) -> [(String, Text)] {
        guard let trouble = status.trouble else { return [] }
        let what = Text("out of use: ", [.red, .bold]) + Text(trouble)
        return [("database", what), ("", Text("famplan doctor says more, famplan restore FILE takes a backup"))]
    }

    private func swaps(_ swaps: SwapStatus?) -> [(String, Text)] {
        guard let swaps else { return [] }
        var parts: [Text] = []
        if swaps.toAnswer > 0 { parts.append(Text("\(swaps.toAnswer) for you to answer (famplan swap)", .yellow)) }
        if swaps.asked > 0 { parts.append(Text("\(swaps.asked) of yours not answered yet")) }
        return [("swaps", parts.joined(Text(", ")))]
    }

    private func feeds(_ feeds: FeedsStatus?) -> [(String, Text)] {
        guard let feeds else { return [] }
        var words = Text("\(feeds.count) followed")
        if !feeds.stale.isEmpty {
            words += Text(", ") + Text("stale: \(feeds.stale.joined(separator: ", "))", .red)
        }
        return [("calendars", words)]
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

    /// Nothing where nobody is called.
    private func heartbeat(_ heartbeat: HeartbeatStatus?) throws -> [(String, Text)] {
        guard let heartbeat else { return [] }
        var parts: [Text] = []
        if let success = try heartbeat.lastSuccess.map(Moment.init) {
            parts.append(Text("answered \(success.words)", heartbeat.failures == 0 ? .green : []))
        } else {
            parts.append(Text("not answered yet", .yellow))
        }
        if let error = heartbeat.lastError {
            let time = try heartbeat.failedAt.map { " \(try Moment($0).words)" } ?? ""
            parts.append(Text("last error\(time): \(error)", heartbeat.failures > 0 ? .red : .dim))
        }
        return [("heartbeat", parts.joined(Text(", ")))]
    }

    /// Nothing where the daemon goes by what stands in its file.
    private func configuration(_ configuration: ConfigurationStatus?) -> [(String, Text)] {
        guard let configuration else { return [] }
        var rows: [Text] = []
        if let first = configuration.mistakes.first {
            rows.append(Text("not reloaded: \(first)", .red))
            rows += configuration.mistakes.dropFirst().map { Text($0, .red) }
        }
        if !configuration.needsRestart.isEmpty {
            rows.append(Text("after a restart: \(configuration.needsRestart.joined(separator: ", "))", .yellow))
        }
        return rows.enumerated().map { ($0 == 0 ? "configuration" : "", $1) }
    }
}
