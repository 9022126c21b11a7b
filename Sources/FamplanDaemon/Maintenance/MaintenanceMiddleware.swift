import FamplanAPI
import Hummingbird
import Storage

/// Lets only through what helps while the database can't be used.
struct MaintenanceMiddleware: RouterMiddleware {
    typealias Context = FamplanContext
    let maintenance: Maintenance

    private static let helpful = Set([Route.status, .doctor, .restore].map(\.rawValue))

    func handle(
        _ request: Request,
        context: FamplanContext,
        next: (Request, FamplanContext) async throws -> Response
    ) async throws -> Response {
        guard let error = maintenance.error else { return try await next(request, context) }
        guard Self.helpful.contains(request.uri.path) else { throw Maintenance.refusal(error) }
        guard context.refusal == nil else {
            // Who is a parent stands in the database.
            throw ErrorBody(
                .notAllowed,
                "cannot tell who is in the household, so only root and the daemon's own user are answered: "
                    + error.sentence
            )
        }
        return try await next(request, context)
    }
}
