import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore
import Notifications

/// What is on its way to people: decode, one call, encode.
struct OutboxController: Sendable {
    let planner: Planner
    let current: CurrentConfiguration

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let text = request.uri.queryParameters["limit"].map(String.init)
        let limit = text.map { Int($0) } ?? 20
        guard let limit, (1...10_000).contains(limit) else {
            throw ErrorBody(.invalid, "limit: “\(text ?? "")” is not a number from 1 to 10000")
        }
        return try await answer(planner.outbox(limit: limit), context)
    }

    @Sendable func retry(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: OutboxRequest.self, context: context)
        return try await answer([planner.retry(wanted.id)], context)
    }

    @Sendable func drop(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: OutboxRequest.self, context: context)
        return try await answer([planner.drop(wanted.id, by: context.actor)], context)
    }

    @Sendable func test(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: TestNotificationRequest.self, context: context)
        let configured = Set(current.now.channels.names)
        return try await answer(planner.test(wanted, configured: configured, by: context.actor), context)
    }

    private func answer(_ rows: [OutboxRow], _ context: FamplanContext) async throws -> Response {
        let snapshot = await planner.snapshot(for: context.viewer)
        let wire = WireFormat(household: snapshot.household)
        let channels = current.now.channels
        let items = rows.map {
            wire.outbox($0, isConfigured: channels[$0.letter.channel] != nil, for: context.viewer)
        }
        return try .json(Reading(snapshot: snapshot).document(OutboxList(rows: items, names: wire.names)))
    }
}

extension WireFormat {
    func outbox(_ row: OutboxRow, isConfigured: Bool, for viewer: Viewer) -> OutboxItem {
        let message = row.letter.message
        let isTold = message.kind != .reminder || viewer.reads(lettersOf: message.person)
        return OutboxItem(
            id: row.id,
            message: message.id,
            kind: message.kind.rawValue,
            person: message.person.rawValue,
            channel: row.letter.channel,
            isConfigured: isConfigured,
            address: row.letter.address,
            title: isTold ? message.title : "a reminder",
            state: row.state.rawValue,
            createdAt: time(message.createdAt),
            nextTry: row.state == .pending ? time(row.nextTry) : nil,
            settledAt: row.settledAt.map(time),
            attempts: row.attempts,
            error: isTold ? row.error : row.error.map { _ in "could not be sent" }
        )
    }
}

extension Viewer {
    /// Whether they may read what somebody is told of their own entries.
    fileprivate func reads(lettersOf person: ID<Person>) -> Bool {
        switch self {
        case .administrator: true
        case .parents(let people): people == [person]
        case .carer, .child: false
        }
    }
}
