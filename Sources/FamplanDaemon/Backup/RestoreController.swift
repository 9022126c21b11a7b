import FamplanAPI
import Household
import Hummingbird
import Storage

/// A backup on its way back in.
struct RestoreController: Sendable {
    let planner: Planner
    let backups: Backups
    let maintenance: Maintenance
    let databasePath: String

    @Sendable func restore(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let file = try await backups.receive(request.body)
        let prepared = try await backups.prepare(file, like: planner)
        let wasThere = backups.isThere(databasePath)
        let kept = backups.nameForReplaced(at: planner.clock(), in: await planner.household.zone)
        do {
            try await planner.restore(prepared.path, to: databasePath, keeping: kept, by: context.actor, maintenance)
        } catch {
            DatabaseCopy(path: prepared.path).remove()
            throw error
        }
        let snapshot = await planner.snapshot(for: context.viewer)
        let wire = WireFormat(household: snapshot.household)
        let answer = RestoreAnswer(
            counts: prepared.contents.counts,
            schemaVersion: prepared.contents.schemaVersion,
            lastChange: prepared.lastChange.map(wire.time),
            replaced: wasThere ? kept : nil,
            notSent: prepared.notSent
        )
        return try .json(Reading(snapshot: snapshot).document(answer))
    }
}
