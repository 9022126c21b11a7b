import FamplanAPI
import Hummingbird
import HummingbirdCore

/// What the income streams bring, and what they take: decode, one call, encode.
struct IncomeController: Sendable {
    let planner: Planner

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
}
