public import ICalendar

/// Sends what is due: through each channel one after the other, through several side by side.
///
/// A row is claimed, sent, marked. A crash between sending and marking sends that one again, under the same id.
public actor Sender {
    private let outbox: any Outbox
    /// Those that there are now.
    private let channels: @Sendable () -> [String: any Channel]
    private let clock: @Sendable () -> Instant
    /// Until when a row has to wait besides its own time, as in hours of silence; nil: it has not.
    private let hold: @Sendable (OutboxRow, Instant) async -> Instant?
    /// The message as it is sent: with what is not to be kept in an outbox.
    private let complete: @Sendable (Message) -> Message
    /// Channels that failed, how often in a row, and until when they rest.
    private var resting: [String: (failures: Int, until: Instant)] = [:]
    /// Channels that work at once.
    private static let mostChannels = 8
    /// Letters through one channel before others are looked at again.
    private static let mostInRound = 16
    /// In seconds.
    private static let longestRest = 300

    public init(
        outbox: any Outbox,
        channels: @escaping @Sendable () -> [String: any Channel],
        clock: @escaping @Sendable () -> Instant,
        hold: @escaping @Sendable (OutboxRow, Instant) async -> Instant? = { _, _ in nil },
        complete: @escaping @Sendable (Message) -> Message = \.withoutActions
    ) {
        self.outbox = outbox
        self.channels = channels
        self.clock = clock
        self.hold = hold
        self.complete = complete
    }

    /// Lets no channel rest any longer: they may be others now.
    public func forgetFailures() {
        resting = [:]
    }

    /// Sends what is due now; gives the next moment at which something will be, nil if nothing is in sight.
    ///
    /// What is of no use any more is dropped. A row whose channel is not configured waits.
    public func sendDue() async throws -> Instant? {
        let now = clock()
        let channels = channels()
        var waiting: [Instant] = []
        var queues: [String: [OutboxRow]] = [:]
        for row in try await outbox.pending() {
            if row.isStale(at: now) {
                _ = try await outbox.keep(row.settled(.dropped, row.error ?? "not sent in time", at: now))
            } else if channels[row.letter.channel] == nil {
                if let end = row.letter.notAfter { waiting.append(end) }
            } else if let moment = await wait(of: row, at: now) {
                waiting.append(min(moment, row.letter.notAfter ?? moment))
            } else {
                queues[row.letter.channel, default: []].append(row)
            }
        }
        for (name, isHealthy) in try await send(queues, through: channels) { note(isHealthy, of: name) }
        return try await next(waiting, after: queues)
    }

    /// Until when a row has to wait; nil: it is due.
    private func wait(of row: OutboxRow, at now: Instant) async -> Instant? {
        if let moment = near(row.nextTry, now, OutboxRow.triedFor) { return moment }
        if let rest = resting[row.letter.channel], let moment = near(rest.until, now, Self.longestRest) {
            return moment
        }
        return await hold(row, now).flatMap { $0 > now ? $0 : nil }
    }

    /// A moment ahead; nil where it is over, or so far ahead that the clock must have been set back since.
    private func near(_ moment: Instant, _ now: Instant, _ longest: Int) -> Instant? {
        moment > now && moment - now <= longest ? moment : nil
    }

    /// What was sent just now may have left more to send.
    private func next(_ waiting: [Instant], after queues: [String: [OutboxRow]]) async throws -> Instant? {
        guard !queues.isEmpty else { return waiting.min() }
        let now = clock()
        let channels = channels()
        var moments: [Instant] = []
        for row in try await outbox.pending() {
            guard channels[row.letter.channel] != nil else {
                if let end = row.letter.notAfter { moments.append(end) }
                continue
            }
            let moment = await wait(of: row, at: now) ?? now
            moments.append(min(moment, row.letter.notAfter ?? moment))
        }
        return moments.min()
    }

    /// Lets the channels work, not too many at once; gives for each whether its last letter went well.
    private func send(
        _ queues: [String: [OutboxRow]],
        through channels: [String: any Channel]
    ) async throws -> [(String, Bool)] {
        try await withThrowingTaskGroup(of: (String, Bool).self) { group in
            var names = queues.keys.sorted()[...]
            var results: [(String, Bool)] = []
            func start() {
                guard let name = names.popFirst(), let rows = queues[name], let channel = channels[name] else { return }
                group.addTask { (name, try await self.send(rows.prefix(Self.mostInRound), through: channel)) }
            }
            for _ in 0..<Self.mostChannels { start() }
            while let result = try await group.next() {
                results.append(result)
                start()
            }
            return results
        }
    }

    /// Stops at the first letter that has to wait: the others would wait as well.
    private nonisolated func send(_ rows: some Sequence<OutboxRow>, through channel: any Channel) async throws -> Bool {
        for row in rows {
            let claimed = row.claimed(at: clock())
            guard !Task.isCancelled, try await outbox.keep(claimed) else { continue }
            let delivery = await channel.send(complete(claimed.letter.message), to: claimed.letter.address)
            _ = try await outbox.keep(claimed.after(delivery, at: clock()))
            if case .delayed = delivery { return false }
        }
        return true
    }

    private func note(_ isHealthy: Bool, of channel: String) {
        guard !isHealthy else { return resting[channel] = nil }
        let failures = (resting[channel]?.failures ?? 0) + 1
        resting[channel] = (failures, clock().adding(seconds: min(60 << min(failures - 1, 6), Self.longestRest)))
    }
}
