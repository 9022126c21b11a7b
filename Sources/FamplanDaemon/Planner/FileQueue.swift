import FamplanAPI
import Household
import HouseholdFile
import ICalendar

/// Reads household files, one after the other, on a queue of its own: a large one takes long, and nobody is to wait for it but
/// whoever sent it.
actor FileQueue {
    private let queue = QueueExecutor(label: "famplan.files")

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    func content(
        of request: ApplyRequest,
        onto household: Household,
        zones: ZoneDatabase
    ) throws -> HouseholdFile.Content {
        try Self.read(request, onto: household, zones: zones)
    }

    static func read(
        _ request: ApplyRequest,
        onto household: Household,
        zones: ZoneDatabase
    ) throws -> HouseholdFile.Content {
        try HouseholdFile.content(
            of: request.text,
            name: request.name,
            onto: household,
            prune: request.prune,
            zones: zones
        )
    }
}
