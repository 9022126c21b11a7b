import FamplanAPI
import Glibc
import Household
import ICalendar
import Storage

/// What the daemon knows of itself.
struct About: Sendable {
    let configuration: DaemonConfiguration
    let since: Instant
    /// The names of the channels that are configured.
    var channels: Set<String> = []
    var maintenance = Maintenance()
    var backups: Backups?

    func status(of planner: Planner, asked actor: Actor) async throws -> Status {
        let household = await planner.household
        let horizon = await planner.horizon
        let wire = WireFormat(household: household)
        let isPlanning = actor.viewer(in: household).plans
        let open = await planner.unresolved.values.filter {
            $0.status == .open && $0.conflict.interval.overlaps(horizon)
        }
        return Status(
            version: Version.current,
            pid: Int(getpid()),
            since: wire.time(since),
            stateDirectory: configuration.stateDirectory,
            socket: configuration.socketPath,
            household: household.settings.name,
            you: actor.name,
            counts: isPlanning ? counts(household) : [:],
            openConflicts: isPlanning
                ? Dictionary(open.map { ($0.conflict.severity.rawValue, 1) }, uniquingKeysWith: +) : [:],
            horizon: wire.time(horizon.end),
            schemaVersion: try planner.store.schemaVersion(),
            outbox: isPlanning ? try outbox(of: planner.store, household) : nil,
            backupFailure: isPlanning ? await backups?.failure?.sentence : nil,
            trouble: maintenance.error?.sentence
        )
    }

    private func outbox(of store: Store, _ household: Household) throws -> OutboxStatus {
        let counts = try store.outboxCounts()
        let named = household.people.values.flatMap(\.notify.channels).map(\.channel)
        return OutboxStatus(
            pending: counts[.pending] ?? 0,
            dead: counts[.dead] ?? 0,
            lastError: try store.lastOutboxError().flatMap { row in row.error.map { "\(row.letter.channel): \($0)" } },
            missingChannels: Set(named).subtracting(channels).sorted()
        )
    }

    private func counts(_ household: Household) -> [String: Int] {
        [
            "person": household.people.count, "place": household.places.count, "resource": household.resources.count,
            "stream": household.streams.count, "entry": household.entries.count, "goal": household.goals.count,
        ]
    }
}
