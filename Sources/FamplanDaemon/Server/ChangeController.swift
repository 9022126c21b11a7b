import FamplanAPI
import Hummingbird

/// What changes the plan: decode, one call, encode.
struct ChangeController: AnsweringController {
    let planner: Planner

    @Sendable func apply(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: ApplyRequest.self) { try await planner.apply($0, by: $1) }
    }

    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: AddRequest.self) { try await planner.add($0, by: $1) }
    }

    @Sendable func edit(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: EditRequest.self) { try await planner.edit($0, by: $1) }
    }

    @Sendable func move(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: MoveRequest.self) { try await planner.move($0, by: $1) }
    }

    @Sendable func skip(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: RemoveRequest.self) { try await planner.skip($0, by: $1) }
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: RemoveRequest.self) { try await planner.remove($0, by: $1) }
    }

    @Sendable func importCalendar(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: ImportRequest.self) { try await planner.importCalendar($0, by: $1) }
    }

    @Sendable func ill(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: IllRequest.self) { try await planner.ill($0, by: $1) }
    }

    @Sendable func undo(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: UndoRequest.self) { try await planner.undo($0, by: $1) }
    }

    @Sendable func accept(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: AcceptRequest.self) {
            try await planner.accept($0, by: $1)
        }
    }

    @Sendable func reopen(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: ReopenRequest.self) { request, _ in
            try await planner.reopen(request)
        }
    }

    @Sendable func take(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: TakeRequest.self) { try await planner.take($0, by: $1) }
    }
}
