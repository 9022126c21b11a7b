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
    let people: ThingController<PersonKind>
    let streams: ThingController<StreamKind>
    let places: ThingController<PlaceKind>
    let resources: ThingController<ResourceKind>
    let goals: ThingController<GoalKind>
    let income: IncomeController
    let names: NamesController
    let log: LogController
    let backups: BackupController
    let restores: RestoreController
    let doctor: DoctorController
    let swaps: SwapController
    let feeds: FeedController
    let watching: WatchController
    var maintenance = Maintenance()

    var endpoints: [Endpoint] {
        [
            Endpoint(.get, .openAPI, .anybody, describe),
            Endpoint(.get, .status, .household, reads.status),
            Endpoint(.get, .agenda, .household, reads.agenda),
            Endpoint(.get, .week, .household, reads.week),
            Endpoint(.get, .day, .household, reads.day),
            Endpoint(.get, .month, .household, reads.month),
            Endpoint(.get, .now, .household, reads.now),
            Endpoint(.get, .conflicts, .household, reads.conflicts),
            Endpoint(.get, .watch, .household, watching.watch),
            Endpoint(.get, .suggestions, .parents, reads.suggestions),
            Endpoint(.get, .coverage, .household, reads.coverage),
            Endpoint(.get, .balance, .parents, reads.balance),
            Endpoint(.get, .digest, .parents, reads.digest),
            Endpoint(.get, .dates, .household, reads.dates),
            Endpoint(.get, .names, .household, names.list),
            Endpoint(.get, .history, .parents, reads.history),
            Endpoint(.get, .household, .parents, reads.household),
            Endpoint(.get, .export, .parents, reads.export),
            Endpoint(.get, .outbox, .parents, outbox.list),
            Endpoint(.get, .people, .parents, people.list),
            Endpoint(.get, .backup, .everything, backups.copy),
            Endpoint(.post, .people, .parents, people.add),
            Endpoint(.post, .editPerson, .parents, people.edit),
            Endpoint(.post, .removePerson, .parents, people.remove),
            Endpoint(.get, .income, .parents, income.income),
            Endpoint(.get, .capacity, .parents, income.capacity),
            Endpoint(.get, .streams, .parents, streams.list),
            Endpoint(.post, .streams, .parents, streams.add),
            Endpoint(.post, .editStream, .parents, streams.edit),
            Endpoint(.post, .removeStream, .parents, streams.remove),
            Endpoint(.get, .places, .parents, places.list),
            Endpoint(.post, .places, .parents, places.add),
            Endpoint(.post, .editPlace, .parents, places.edit),
            Endpoint(.post, .removePlace, .parents, places.remove),
            Endpoint(.get, .resources, .parents, resources.list),
            Endpoint(.post, .resources, .parents, resources.add),
            Endpoint(.post, .editResource, .parents, resources.edit),
            Endpoint(.post, .removeResource, .parents, resources.remove),
            Endpoint(.get, .goals, .parents, goals.list),
            Endpoint(.post, .goals, .parents, goals.add),
            Endpoint(.post, .editGoal, .parents, goals.edit),
            Endpoint(.post, .removeGoal, .parents, goals.remove),
            Endpoint(.get, .doctor, .parents, doctor.report),
            Endpoint(.post, .household, .parents, changes.apply),
            Endpoint(.post, .entries, .parents, changes.add),
            Endpoint(.post, .edit, .parents, changes.edit),
            Endpoint(.post, .move, .parents, changes.move),
            Endpoint(.post, .skip, .parents, changes.skip),
            Endpoint(.post, .remove, .parents, changes.remove),
            Endpoint(.post, .ill, .parents, changes.ill),
            Endpoint(.get, .log, .parents, log.list),
            Endpoint(.post, .start, .parents, log.start),
            Endpoint(.post, .stop, .parents, log.stop),
            Endpoint(.post, .log, .parents, log.add),
            Endpoint(.post, .editLog, .parents, log.edit),
            Endpoint(.post, .removeLog, .parents, log.remove),
            Endpoint(.get, .exportLog, .parents, log.export),
            Endpoint(.post, .importLog, .parents, log.importTimes),
            Endpoint(.post, .calendar, .parents, changes.importCalendar),
            Endpoint(.post, .undo, .parents, changes.undo),
            Endpoint(.post, .accept, .parents, changes.accept),
            Endpoint(.post, .reopen, .parents, changes.reopen),
            Endpoint(.post, .suggestions, .parents, changes.take),
            Endpoint(.get, .swaps, .parents, swaps.list),
            Endpoint(.get, .swap, .parents, swaps.show),
            Endpoint(.post, .swaps, .parents, swaps.ask),
            Endpoint(.post, .answerSwap, .parents, swaps.answer),
            Endpoint(.post, .withdrawSwap, .parents, swaps.withdraw),
            Endpoint(.get, .feeds, .parents, feeds.list),
            Endpoint(.post, .feeds, .parents, feeds.add),
            Endpoint(.post, .refreshFeeds, .parents, feeds.refresh),
            Endpoint(.post, .removeFeed, .parents, feeds.remove),
            Endpoint(.post, .retry, .parents, outbox.retry),
            Endpoint(.post, .drop, .parents, outbox.drop),
            Endpoint(.post, .restore, .everything, restores.restore),
            Endpoint(.post, .testNotification, .parents, outbox.test),
        ]
    }

    /// The description of this table.
    @Sendable private func describe(_ request: Request, _ context: FamplanContext) throws -> Response {
        try .json(OpenAPIDocument(endpoints).json)
    }

    /// - Parameter identify: says who is at the other end of a connection.
    func router(
        planner: Planner,
        identify: @escaping PeerMiddleware.Identify = { try Actor($0, in: $1) }
    ) -> Router<FamplanContext> {
        let router = Router(context: FamplanContext.self)
        router.add(middleware: LogMiddleware())
        router.add(middleware: ErrorMiddleware())
        router.add(middleware: PeerMiddleware(planner: planner, identify: identify))
        router.add(middleware: MaintenanceMiddleware(maintenance: maintenance))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.route.rawValue), method: endpoint.method) { request, context in
                if endpoint.access != .anybody, let refusal = context.refusal { throw refusal }
                try await endpoint.access.check(context.actor, context.viewer, in: planner.household)
                if endpoint.access == .everything, try await planner.remembersHidden(from: context.viewer) {
                    throw await endpoint.access.refusal(context.actor, context.viewer, in: planner.household)
                }
                return try await endpoint.handler(request, context)
            }
        }
        return router
    }
}
