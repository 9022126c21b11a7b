import FamplanAPI
import HTTPTypes
import Hummingbird

/// The API as one table: method, address, who may, what answers.
struct API {
    typealias Handler = @Sendable (Request, FamplanContext) async throws -> Response

    struct Endpoint {
        let method: HTTPRequest.Method
        let route: Route
        let handler: Handler

        init(_ method: HTTPRequest.Method, _ route: Route, _ handler: @escaping Handler) {
            self.method = method
            self.route = route
            self.handler = handler
        }
    }

    let reads: ReadController
    let changes: ChangeController
    let outbox: OutboxController

    /// Everyone who gets this far is a parent or the administrator, and may do all of it.
    var endpoints: [Endpoint] {
        [
            Endpoint(.get, .status, reads.status),
            Endpoint(.get, .agenda, reads.agenda),
            Endpoint(.get, .week, reads.week),
            Endpoint(.get, .now, reads.now),
            Endpoint(.get, .conflicts, reads.conflicts),
            Endpoint(.get, .suggestions, reads.suggestions),
            Endpoint(.get, .coverage, reads.coverage),
            Endpoint(.get, .balance, reads.balance),
            Endpoint(.get, .digest, reads.digest),
            Endpoint(.get, .dates, reads.dates),
            Endpoint(.get, .history, reads.history),
            Endpoint(.get, .household, reads.household),
            Endpoint(.get, .outbox, outbox.list),
            Endpoint(.post, .household, changes.apply),
            Endpoint(.post, .entries, changes.add),
            Endpoint(.post, .edit, changes.edit),
            Endpoint(.post, .move, changes.move),
            Endpoint(.post, .skip, changes.skip),
            Endpoint(.post, .remove, changes.remove),
            Endpoint(.post, .ill, changes.ill),
            Endpoint(.post, .calendar, changes.importCalendar),
            Endpoint(.post, .undo, changes.undo),
            Endpoint(.post, .accept, changes.accept),
            Endpoint(.post, .reopen, changes.reopen),
            Endpoint(.post, .suggestions, changes.take),
            Endpoint(.post, .retry, outbox.retry),
            Endpoint(.post, .drop, outbox.drop),
            Endpoint(.post, .testNotification, outbox.test),
        ]
    }

    func router(planner: Planner) -> Router<FamplanContext> {
        let router = Router(context: FamplanContext.self)
        router.add(middleware: ErrorMiddleware())
        router.add(middleware: PeerMiddleware(planner: planner))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.route.rawValue), method: endpoint.method, use: endpoint.handler)
        }
        return router
    }
}
