import FamplanAPI
import Hummingbird

/// How the service is, for whoever looks after it.
struct DoctorController: Sendable {
    let doctor: Doctor

    @Sendable func report(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let report = try await doctor.report()
        return try .json(Reading(snapshot: await doctor.planner.snapshot(for: context.viewer)).document(report))
    }
}
