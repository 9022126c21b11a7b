import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage

/// Taking a backup back.
extension Planner {
    /// Puts a prepared database in the place of the household's, and goes on with what is in it.
    ///
    /// - Parameters:
    ///   - kept: where the one before goes.
    ///   - maintenance: begins where the new one is in place and can't be used after all.
    func restore(
        _ staged: String,
        to path: String,
        keeping kept: String,
        by actor: Actor,
        _ maintenance: Maintenance
    ) throws {
        do {
            try store.replace(path, with: staged, keeping: kept)
        } catch {
            // Whichever is in place now: it is open and read, or it is said that it can't be used.
            do { try readAgain() } catch let closed as StoreError { maintenance.begin(closed) } catch {}
            throw error
        }
        do {
            try readAgain()
            maintenance.end()
        } catch {
            if let error = error as? StoreError { maintenance.begin(error) }
            throw error
        }
        // It is restored, with or without its line in the history.
        _ = try? store.commit(Commit(changes: [], actor: actor.name, summary: "restore a backup", at: clock()))
        try judgeHorizon()
    }

    /// Has everything that there is to tell now count as told: what waits to be sent, and what would be found to be news.
    ///
    /// A backup does not know what was sent after it was made. Nothing is better than everything twice.
    ///
    /// - Returns: how many letters are not sent.
    func countAllAsTold() async throws -> Int {
        try judgeHorizon()
        _ = try await TellingWorker(planner: self, digests: PlannedDigests(planner: self)).work()
        try rememberNewsAsTold()
        return try store.dropPendingOutbox(because: "not sent: it comes from a backup that was restored", at: clock())
    }
}
