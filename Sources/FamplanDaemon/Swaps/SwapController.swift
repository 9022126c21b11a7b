import FamplanAPI
import Hummingbird
import HummingbirdCore

/// What one parent asks the other to take over: decode, one call, encode.
struct SwapController: Sendable {
    let planner: Planner

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let limit = query["limit"].map { Int($0) } ?? 20
        guard let limit, (1...10_000).contains(limit) else {
            throw ErrorBody(.invalid, "limit: “\(query["limit"] ?? "")” is not a number from 1 to 10000")
        }
        guard let all = ["true": true, "false": false][query["all"].map(String.init) ?? "false"] else {
            throw ErrorBody(.invalid, "all: “\(query["all"] ?? "")” is neither true nor false")
        }
        return try await answer(planner.swaps(all: all, limit: limit, for: context.viewer), context)
    }

    @Sendable func show(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let text = request.uri.queryParameters["swap"].map(String.init) ?? ""
        guard let id = Int(text) else {
            throw ErrorBody(.invalid, "swap: “\(text)” is not the number of a swap (`famplan swap list` shows them)")
        }
        return try await answer(planner.swap(id, for: context.viewer), context)
    }

    @Sendable func ask(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: SwapRequest.self, context: context)
        return try await answer(planner.ask(wanted, by: context.actor), context)
    }

    @Sendable func answer(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: SwapAnswerRequest.self, context: context)
        return try await answer(planner.answer(wanted, by: context.actor), context)
    }

    @Sendable func withdraw(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: WithdrawSwapRequest.self, context: context)
        return try await answer(planner.withdraw(wanted, by: context.actor), context)
    }

    private func answer(_ body: some Codable & Sendable, _ context: FamplanContext) async throws -> Response {
        try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }
}
