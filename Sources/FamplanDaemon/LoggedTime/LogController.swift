import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore
import ICalendar

/// What was really done: decode, one call, encode.
struct LogController: AnsweringController {
    let planner: Planner

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let range = try reading.pastRange(from: query.text("from"), to: query.text("to"))
        let body = try await planner.timeLog(
            range,
            person: query.text("who").map { try reading.person($0, option: "who") },
            stream: query.text("stream").map(reading.stream),
            for: context.viewer
        )
        return try .json(reading.document(body))
    }

    @Sendable func start(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: StartRequest.self) { try await planner.start($0, by: $1) }
    }

    @Sendable func stop(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: StopRequest.self) { try await planner.stop($0, by: $1) }
    }

    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: LogAddRequest.self) { try await planner.addTime($0, by: $1) }
    }

    @Sendable func edit(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: LogEditRequest.self) { try await planner.editTime($0, by: $1) }
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: LogRemoveRequest.self) { try await planner.removeTime($0, by: $1) }
    }

    @Sendable func export(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let range = try reading.pastRange(from: query.text("from"), to: query.text("to"))
        let body = try await planner.exportLog(
            range,
            format: query.text("format"),
            person: query.text("who").map { try reading.person($0, option: "who") },
            stream: query.text("stream").map(reading.stream),
            client: query.text("client"),
            for: context.viewer
        )
        return try .json(reading.document(body))
    }

    @Sendable func importTimes(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: LogImportRequest.self) { try await planner.importLog($0, by: $1) }
    }
}

extension Reading {
    /// The range of what is over: the last week up to now, and further back where something is said.
    func pastRange(from: String?, to: String?) throws -> Interval {
        let words = RangeWords(snapshot.household, now: snapshot.now)
        let tomorrow = snapshot.today.adding(days: 1)
        let end = try to.map { try words.moment($0, option: "to") } ?? CivilDateTime(tomorrow, .midnight)
        let start =
            try from.map { try words.moment($0, option: "from") } ?? CivilDateTime(end.date.adding(days: -7), end.time)
        return try words.range(from: "\(start)", to: "\(end)")
    }

    /// A stream by its id or name; one that is gone may still have been logged.
    func stream(_ text: String) throws -> ID<Stream> {
        if let id = snapshot.household.streamNames.exact(text) ?? ID<Stream>(text) { return id }
        throw ErrorBody(.notFound, "no stream “\(text)”")
    }
}
