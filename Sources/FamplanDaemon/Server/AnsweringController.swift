import FamplanAPI
import Hummingbird

/// Handlers that decode a request, make one call of the planner, and encode what it says.
protocol AnsweringController: Sendable {
    var planner: Planner { get }
}

extension AnsweringController {
    /// Decodes a body, uses it, and answers what comes of it.
    func answer<Wanted: Decodable, Body: Codable & Sendable>(
        _ request: Request,
        _ context: FamplanContext,
        of type: Wanted.Type,
        by use: (Wanted, Actor) async throws -> Body
    ) async throws -> Response {
        let wanted = try await request.decoded(as: type, context: context)
        return try await answer(use(wanted, context.actor), context)
    }

    /// One document, of the time after the call.
    func answer(_ body: some Codable & Sendable, _ context: FamplanContext) async throws -> Response {
        try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }
}
