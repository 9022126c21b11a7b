import FamplanAPI
import HTTPTypes
import Hummingbird

/// The API as one table: method, address, who may, what answers.
struct API {
    typealias Handler = @Sendable (Request, FamplanContext) async throws -> Response

    struct Endpoint {
        let method: HTTPRequest.Method
        let route: Route
        let access: Access
        let handler: Handler

        init(_ method: HTTPRequest.Method, _ route: Route, _ access: Access, _ handler: @escaping Handler) {
            self.method = method
            self.route = route
            self.access = access
            self.handler = handler
        }
    }

    let reads: ReadController
    let changes: ChangeController
    let outbox: OutboxController
    let backups: BackupController

    var endpoints: [Endpoint] {
        [
            Endpoint(.get, .status, .household, reads.status),
            Endpoint(.get, .agenda, .household, reads.agenda),
            Endpoint(.get, .week, .household, reads.week),
            Endpoint(.get, .now, .household, reads.now),
            Endpoint(.get, .conflicts, .household, reads.conflicts),
            Endpoint(.get, .suggestions, .parents, reads.suggestions),
            Endpoint(.get, .coverage, .household, reads.coverage),
            Endpoint(.get, .balance, .parents, reads.balance),
            Endpoint(.get, .digest, .parents, reads.digest),
            Endpoint(.get, .dates, .household, reads.dates),
            Endpoint(.get, .history, .parents, reads.history),
            Endpoint(.get, .household, .parents, reads.household),
            Endpoint(.get, .outbox, .parents, outbox.list),
            Endpoint(.get, .backup, .parents, backups.copy),
            Endpoint(.post, .household, .parents, changes.apply),
            Endpoint(.post, .entries, .parents, changes.add),
            Endpoint(.post, .edit, .parents, changes.edit),
            Endpoint(.post, .move, .parents, changes.move),
            Endpoint(.post, .skip, .parents, changes.skip),
            Endpoint(.post, .remove, .parents, changes.remove),
            Endpoint(.post, .ill, .parents, changes.ill),
            Endpoint(.post, .calendar, .parents, changes.importCalendar),
            Endpoint(.post, .undo, .parents, changes.undo),
            Endpoint(.post, .accept, .parents, changes.accept),
            Endpoint(.post, .reopen, .parents, changes.reopen),
            Endpoint(.post, .suggestions, .parents, changes.take),
            Endpoint(.post, .retry, .parents, outbox.retry),
            Endpoint(.post, .drop, .parents, outbox.drop),
            Endpoint(.post, .testNotification, .parents, outbox.test),
        ]
    }

    func router(planner: Planner) -> Router<FamplanContext> {
        let router = Router(context: FamplanContext.self)
        router.add(middleware: LogMiddleware())
        router.add(middleware: ErrorMiddleware())
        router.add(middleware: PeerMiddleware(planner: planner))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.route.rawValue), method: endpoint.method) { request, context in
                try await endpoint.access.check(context.actor, context.viewer, in: planner.household)
                return try await endpoint.handler(request, context)
            }
        }
        return router
    }
}
