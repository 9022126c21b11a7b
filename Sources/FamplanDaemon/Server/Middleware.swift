import FamplanAPI
import Household
import Hummingbird
import Logging

/// Turns whatever goes wrong into the error document, and says in the log what is a mistake of ours.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = FamplanContext

    func handle(
        _ request: Request,
        context: FamplanContext,
        next: (Request, FamplanContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let body = ErrorBody(of: error, answering: request)
            if body.error.kind == .internal {
                context.logger.log(
                    .requestFailed,
                    .error,
                    "a request failed",
                    metadata: ["error": "\(type(of: error))"]
                )
            }
            return try .json(body, status: HTTPResponse.Status(code: body.error.kind.httpStatus))
        }
    }
}

/// Finds out who asks; whoever is nobody is refused by the endpoint.
struct PeerMiddleware: RouterMiddleware {
    typealias Context = FamplanContext
    typealias Identify = @Sendable (Peer?, Household) throws -> Actor
    let planner: Planner
    let identify: Identify

    func handle(
        _ request: Request,
        context: FamplanContext,
        next: (Request, FamplanContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let household = await planner.household
        do {
            context.actor = try identify(context.peer, household)
            context.viewer = context.actor.viewer(in: household)
        } catch let error as ErrorBody {
            context.refusal = error
        }
        return try await next(request, context)
    }
}
