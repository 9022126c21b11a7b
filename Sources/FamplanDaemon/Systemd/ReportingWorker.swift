import Household
import ICalendar
import Planning
import Storage

/// Keeps the service manager informed: how many conflicts are in sight, and that the daemon is well, as long as it is.
///
/// Being woken shows that the timer goes; asking the planner, that the store answers and that nothing blocks changes.
actor ReportingWorker: Worker {
    private let planner: Planner
    private let manager: ServiceManager
    private let turns: Turns
    private let maintenance: Maintenance
    private var said: String?

    init(planner: Planner, manager: ServiceManager, turns: Turns, maintenance: Maintenance = Maintenance()) {
        self.planner = planner
        self.manager = manager
        self.turns = turns
        self.maintenance = maintenance
    }

    func work() async throws -> Instant? {
        let plan = try await planner.statusLine()
        let status = maintenance.statusLine ?? plan
        if status != said { manager.status(status) }
        said = status
        if let stuck = turns.stuck() { throw StuckWorker(position: stuck) }
        guard let seconds = manager.watchdogSeconds else { return nil }
        manager.alive()
        return planner.clock().adding(seconds: max(seconds / 2, 1))
    }
}

/// A worker has not come to the end of what it does; systemd is to start all anew.
struct StuckWorker: Error {
    /// Which of the timer's.
    let position: Int
}

extension Planner {
    /// `12 entries, 3 conflicts in sight`: nothing that only the family should know.
    func statusLine() throws -> String {
        // The line itself needs no query; that the store answers one is what is to be seen.
        _ = try store.schemaVersion()
        let horizon = self.horizon
        let conflicts = unresolved.values.filter { $0.status == .open && $0.conflict.interval.overlaps(horizon) }
        let entries = household.entries.count
        return "\(entries) \(entries == 1 ? "entry" : "entries"), "
            + "\(conflicts.sum.words()) in sight"
    }
}
