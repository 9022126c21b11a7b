import Hummingbird

/// Nudges the workers once a request is answered that may have changed something.
struct NudgingResponder<Inner: HTTPResponder>: HTTPResponder {
    let inner: Inner
    let time: TimeService

    func respond(to request: Request, context: Inner.Context) async throws -> Response {
        let response = try await inner.respond(to: request, context: context)
        if request.method != .get { time.nudge() }
        return response
    }
}
