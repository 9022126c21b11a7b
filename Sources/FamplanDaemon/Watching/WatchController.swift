import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// Tells whoever watches what happens, a document a line, for as long as they stay.
///
/// What is told is the difference between what was told and how things are: who reads slowly is told less often, and
/// nothing is kept for them meanwhile.
struct WatchController: Sendable {
    let planner: Planner

    @Sendable func watch(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let after = try query.text("after").map(Self.number)
        let isOnce = try query.flag("once")
        let actor = context.actor
        let watcher = try planner.watchers.join(actor)
        let (watched, events) = try await planner.beginWatching(actor, after: after)
        let body = ResponseBody { writer in
            guard !isOnce else {
                try await write(events, to: &writer)
                return try await writer.finish(nil)
            }
            // Without the end of the connection in sight, one that vanished would be waited for until there is news.
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await withGracefulShutdownHandler {
                    try await write(events, to: &writer)
                    try await tell(actor, watcher, watched, to: &writer)
                } onGracefulShutdown: {
                    // Whoever does not read must not keep the daemon from stopping.
                    context.channel.close(promise: nil)
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
    }

    /// Until whoever watches has to come again, or is gone.
    private func tell(
        _ actor: Actor,
        _ watcher: Watcher,
        _ watched: Watched,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        var watched = watched
        for await _ in watcher.rings {
            guard let events = try await planner.news(for: actor, telling: &watched) else { return }
            try await write(events, to: &writer)
        }
    }

    private func write(_ events: [WatchEvent], to writer: inout any ResponseBodyWriter) async throws {
        guard !events.isEmpty else { return }
        let reading = Reading(snapshot: await planner.snapshot(for: .administrator))
        for event in events {
            var line = ByteBuffer(bytes: try Response.document(reading.document(event)))
            line.writeString("\n")
            try await writer.write(line)
        }
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else {
            throw ErrorBody(.invalid, "after: “\(text)” is not the number of a change")
        }
        return number
    }
}
