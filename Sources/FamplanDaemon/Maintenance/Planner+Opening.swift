import Household
import ICalendar
import Storage

extension Planner {
    /// The planner of the household that lies in a state folder; a new folder gets an empty one.
    ///
    /// Where the database can't be used, the planner has an empty household in memory, and why is in `maintenance`: nothing
    /// is asked of it until it has adopted one that can be.
    static func open(
        _ state: StateDirectory,
        _ configuration: DaemonConfiguration,
        clock: TimeSource,
        maintenance: Maintenance
    ) async throws -> Planner {
        let settings = Settings(timeZone: configuration.timeZone)
        do {
            let store = try Store.openSound(at: state.databasePath, settings: settings, keepingIn: state.backupsPath)
            return try await make(store, configuration, clock: clock)
        } catch let error as StoreError {
            maintenance.begin(error)
            return try await make(.inMemory(settings: settings), configuration, clock: clock)
        }
    }

    private static func make(
        _ store: Store,
        _ configuration: DaemonConfiguration,
        clock: TimeSource
    ) async throws -> Planner {
        let zones = ZoneDatabase.system
        do {
            let household = try store.household(zones: zones, customZone: ImportedZones.zone)
            let days = configuration.horizonDays
            let planner = try Planner(store: store, household: household, zones: zones, horizonDays: days) { clock.now }
            try await planner.judgeHorizon()
            return planner
        } catch {
            try? store.close()
            throw error
        }
    }

    /// Tries once more to open the database, if it could not be used: room may have been made, rights given.
    func recover(_ path: String, keepingIn folder: String, _ maintenance: Maintenance) {
        guard maintenance.error != nil else { return }
        do {
            let store = try Store.openSound(
                at: path,
                settings: household.settings,
                keepingIn: folder
            )
            do {
                _ = try store.household(zones: zones, customZone: ImportedZones.zone)
            } catch {
                try? store.close()
                throw error
            }
            self.store.adopt(store)
            try readAgain()
            maintenance.end()
            try judgeHorizon()
        } catch let error as StoreError {
            maintenance.begin(error)
        } catch {
            // What was wrong before still is.
        }
    }
}
