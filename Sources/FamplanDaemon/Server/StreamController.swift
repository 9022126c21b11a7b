import FamplanAPI
import Hummingbird
import HummingbirdCore

/// The income streams and what they bring: decode, one call, encode.
struct StreamController: Sendable {
    let planner: Planner

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let body = try await planner.streams(query.text("stream"), all: query.flag("all"))
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }

    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: StreamRequest.self, context: context)
        return try await answer(planner.addStream(wanted, by: context.actor), context)
    }

    @Sendable func edit(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: StreamRequest.self, context: context)
        return try await answer(planner.editStream(wanted, by: context.actor), context)
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: RemoveStreamRequest.self, context: context)
        return try await answer(planner.removeStream(wanted, by: context.actor), context)
    }

    @Sendable func income(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let snapshot = await planner.snapshot(for: context.viewer)
        let query = request.uri.queryParameters
        let words = MonthWords(snapshot.household, now: snapshot.now)
        let days = try words.days(month: query.text("month"), from: query.text("from"), to: query.text("to"))
        let by = query.text("by") ?? IncomeGrouping.stream.rawValue
        guard let grouping = IncomeGrouping(rawValue: by) else {
            let words = IncomeGrouping.allCases.map(\.rawValue).joined(separator: ", ")
            throw ErrorBody(.invalid, "by: “\(by)” is none of \(words)")
        }
        let (ledger, conflicts) = try await planner.incomeLedger(on: days, for: context.viewer)
        let reading = Reading(snapshot: snapshot)
        return try .json(reading.document(reading.income(ledger, on: days, by: grouping, conflicts: conflicts)))
    }

    @Sendable func capacity(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        return try .json(reading.document(reading.capacity()))
    }

    private func answer(_ body: ChangeAnswer, _ context: FamplanContext) async throws -> Response {
        try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }
}
