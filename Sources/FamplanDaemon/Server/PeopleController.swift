import FamplanAPI
import Hummingbird
import HummingbirdCore
import Notifications

/// The people of the household: decode, one call, encode.
struct PeopleController: Sendable {
    let planner: Planner
    let current: CurrentConfiguration

    /// The names of the channels that are configured.
    private var channels: Set<String> { Set(current.now.channels.names) }

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let person = request.uri.queryParameters["person"].map(String.init)
        let body = try await planner.people(person, configured: channels)
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }

    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: PersonRequest.self, context: context)
        return try await answer(planner.addPerson(wanted, configured: channels, by: context.actor), context)
    }

    @Sendable func edit(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: PersonRequest.self, context: context)
        return try await answer(planner.editPerson(wanted, configured: channels, by: context.actor), context)
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: RemovePersonRequest.self, context: context)
        return try await answer(planner.removePerson(wanted, by: context.actor), context)
    }

    private func answer(_ body: ChangeAnswer, _ context: FamplanContext) async throws -> Response {
        try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }
}
