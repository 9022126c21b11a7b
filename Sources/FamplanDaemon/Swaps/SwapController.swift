import FamplanAPI
import Hummingbird
import HummingbirdCore

/// What one parent asks the other to take over: decode, one call, encode.
struct SwapController: AnsweringController {
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
        try await answer(request, context, of: SwapRequest.self) { try await planner.ask($0, by: $1) }
    }

    @Sendable func answer(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: SwapAnswerRequest.self) { try await planner.answer($0, by: $1) }
    }

    @Sendable func withdraw(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: WithdrawSwapRequest.self) { try await planner.withdraw($0, by: $1) }
    }
}
