import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore

/// The things of one kind: decode, one call, encode.
struct ThingController<Kind: ThingKind>: AnsweringController {
    let planner: Planner
    /// The kind as it is now.
    let kind: @Sendable () -> Kind

    init(planner: Planner, kind: @escaping @autoclosure @Sendable () -> Kind) {
        (self.planner, self.kind) = (planner, kind)
    }

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let (kind, query) = (kind(), request.uri.queryParameters)
        let all = kind.hasPast ? try query.flag("all") : true
        let snapshot = await planner.snapshot(for: context.viewer)
        let report = try kind.report(query.text(kind.noun.rawValue), all: all, in: snapshot)
        return try .json(Reading(snapshot: snapshot).document(report))
    }

    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: Kind.Wanted.self) { try await planner.add(kind(), $0, by: $1) }
    }

    @Sendable func edit(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: Kind.Wanted.self) { try await planner.edit(kind(), $0, by: $1) }
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(request, context, of: Kind.Removal.self) { try await planner.remove(kind(), $0, by: $1) }
    }
}
