import FamplanAPI
import Glibc
import Household
import ICalendar
import Storage

/// What the daemon knows of itself.
struct About: Sendable {
    let configuration: DaemonConfiguration
    let since: Instant

    func status(of planner: Planner, asked actor: Actor) async throws -> Status {
        let household = await planner.household
        let horizon = await planner.horizon
        let wire = WireFormat(household: household)
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
            counts: counts(household),
            openConflicts: Dictionary(open.map { ($0.conflict.severity.rawValue, 1) }, uniquingKeysWith: +),
            horizon: wire.time(horizon.end),
            schemaVersion: try planner.store.schemaVersion()
        )
    }

    private func counts(_ household: Household) -> [String: Int] {
        [
            "person": household.people.count, "place": household.places.count, "resource": household.resources.count,
            "stream": household.streams.count, "entry": household.entries.count, "goal": household.goals.count,
        ]
    }
}
