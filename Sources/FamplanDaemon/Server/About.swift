import FamplanAPI
import Feeds
import Glibc
import Household
import ICalendar
import Notifications
import Storage

/// What the daemon knows of itself.
struct About: Sendable {
    let current: CurrentConfiguration
    let since: Instant
    var maintenance = Maintenance()
    var backups: Backups?

    func status(of planner: Planner, asked actor: Actor) async throws -> Status {
        let household = await planner.household
        let current = current.now
        let horizon = await planner.horizon
        let wire = WireFormat(household: household)
        let isPlanning = actor.viewer(in: household).plans
        let open = await planner.unresolved.values.filter {
            $0.status == .open && $0.conflict.interval.overlaps(horizon)
        }
        let running = try await running(of: planner, asked: actor)
        return Status(
            version: Version.current,
            pid: Int(getpid()),
            since: wire.time(since),
            stateDirectory: current.configuration.stateDirectory,
            socket: current.configuration.socketPath,
            household: household.settings.name,
            you: actor.name,
            counts: isPlanning ? counts(household) : [:],
            openConflicts: isPlanning
                ? Dictionary(open.map { ($0.conflict.severity.rawValue, 1) }, uniquingKeysWith: +) : [:],
            horizon: wire.time(horizon.end),
            schemaVersion: try planner.store.schemaVersion(),
            swaps: try swaps(of: planner, for: actor),
            outbox: isPlanning ? try outbox(of: planner.store, household, channels: current.channels.names) : nil,
            backupFailure: isPlanning ? await backups?.failure?.sentence : nil,
            trouble: maintenance.error?.sentence,
            configuration: isPlanning
                ? ConfigurationStatus(mistakes: current.mistakes, needsRestart: current.needsRestart) : nil,
            heartbeat: isPlanning
                ? try current.configuration.heartbeat.map { try heartbeat($0, planner.store, wire) } : nil,
            running: running?.item,
            runningName: running?.words,
            feeds: isPlanning ? try await feeds(of: planner) : nil,
            channels: isPlanning ? ChannelStatus.all(current.configuration.channels) : nil
        )
    }

    /// What whoever asks is logging.
    private func running(of planner: Planner, asked actor: Actor) async throws -> (item: LoggedItem, words: String)? {
        guard maintenance.error == nil, case .person(let id) = actor else { return nil }
        let words = await planner.logWords(for: actor)
        let time = try planner.store.runningTimes(of: id).first
        return time.map { (words.item($0), words.activity($0.activity)) }
    }

    /// Nil for whoever is not asked: swaps are between parents.
    private func swaps(of planner: Planner, for actor: Actor) throws -> SwapStatus? {
        guard case .person(let id) = actor else { return nil }
        let now = planner.clock()
        let open = try planner.store.openSwaps().filter { $0.isOpen(at: now) }
        let status = SwapStatus(toAnswer: open.count { $0.asked == id }, asked: open.count { $0.asker == id })
        return status.toAnswer + status.asked > 0 ? status : nil
    }

    private func outbox(
        of store: Store,
        _ household: Household,
        channels: [String]
    ) throws -> OutboxStatus {
        let counts = try store.outboxCounts()
        let named = household.people.values.flatMap(\.notify.channels).map(\.channel)
        return OutboxStatus(
            pending: counts[.pending] ?? 0,
            dead: counts[.dead] ?? 0,
            lastError: try store.lastOutboxError().flatMap { row in row.error.map { "\(row.letter.channel): \($0)" } },
            missingChannels: Set(named).subtracting(channels).sorted()
        )
    }

    private func heartbeat(
        _ configuration: HeartbeatConfiguration,
        _ store: Store,
        _ wire: WireFormat
    ) throws -> HeartbeatStatus {
        let record = try store.heartbeat().flatMap { $0.name == configuration.name ? $0 : nil }
        return HeartbeatStatus(
            name: configuration.name,
            lastSuccess: record?.lastSuccess.map(wire.time),
            failures: record?.failures ?? 0,
            lastError: record?.lastError,
            failedAt: record?.failedAt.map(wire.time)
        )
    }

    /// Nil where none is followed.
    private func feeds(of planner: Planner) async throws -> FeedsStatus? {
        let feeds = try await planner.feeds()
        let stale = feeds.filter { $0.state.staleSince != nil }.map(\.record.name)
        return feeds.isEmpty ? nil : FeedsStatus(count: feeds.count, stale: stale)
    }

    private func counts(_ household: Household) -> [String: Int] {
        [
            "person": household.people.count, "place": household.places.count, "resource": household.resources.count,
            "stream": household.streams.count, "entry": household.entries.count, "goal": household.goals.count,
        ]
    }
}
