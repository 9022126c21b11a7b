import Hummingbird
import Logging
import NIOCore

/// Logs each request once it is answered: what was called, how it ended, by whom and how long it took. Never what it asked
/// for, for that names what the family plans.
struct LogMiddleware: RouterMiddleware {
    typealias Context = FamplanContext

    func handle(
        _ request: Request,
        context: FamplanContext,
        next: (Request, FamplanContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let begin = NIODeadline.now()
        context.logger[metadataKey: "request"] = "\(Self.freshID())"
        context.peer = await Peer.of(context.channel)
        if let peer = context.peer { context.logger[metadataKey: "peer"] = "\(peer.uid)" }
        let response = try await next(request, context)
        let milliseconds = Double((NIODeadline.now() - begin).nanoseconds / 1000) / 1000
        context.logger.log(
            .request,
            // Looking changes nothing, and a clock on the wall may look each minute.
            request.method == .get ? .debug : .info,
            "\(request.method) \(context.endpointPath ?? "nowhere") was answered with \(response.status.code)",
            metadata: ["duration": "\(milliseconds)"]
        )
        return response
    }

    /// 16 hexadecimal digits.
    private static func freshID() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
