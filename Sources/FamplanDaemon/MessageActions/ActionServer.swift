import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Listens on TCP for links in messages, and for nothing else: the API is not reached here.
struct ActionServer: Service {
    private let host: String
    private let port: Int
    private let responder: ActionResponder
    private let limits: Limits
    private let running: @Sendable (Int) -> Void
    private let logger: Logger

    /// What a stranger may take.
    struct Limits: Sendable {
        /// How long a connection lasts, whatever happens on it.
        var lifetime = TimeAmount.seconds(15)
        /// How long one may stay open on which nothing comes.
        var idleTimeout = TimeAmount.seconds(5)
        /// At once; more wait in the kernel.
        var connections = 32
        /// Of a request's headers together, in bytes.
        var headers = 8_192
    }

    /// - Parameter running: called with the port once it listens.
    init(
        host: String,
        port: Int,
        responder: ActionResponder,
        limits: Limits = Limits(),
        running: @escaping @Sendable (Int) -> Void = { _ in },
        logger: Logger
    ) {
        self.host = host
        self.port = port
        self.responder = responder
        self.limits = limits
        self.running = running
        self.logger = logger
    }

    /// - Throws: a `ConfigurationFault` where it can't listen.
    func run() async throws {
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(
                address: .hostname(host, port: port),
                backlog: 64,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)
            ),
            onServerRunning: { running($0.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
        do {
            try await server.run()
        } catch let error as IOError {
            throw ConfigurationFault(
                "cannot listen on \(host), port \(port) (`listen`): \(String(cString: strerror(error.errnoCode)))"
            )
        }
    }

    private var channel: HTTP1Channel {
        let (responder, lifetime) = (responder, limits.lifetime)
        return HTTP1Channel(
            responder: { request, writer, _ in
                let response = await responder.respond(to: request)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionLimits(lifetime: lifetime)],
                idleTimeout: limits.idleTimeout,
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: limits.headers / 2,
                    maxHeaderListSize: limits.headers,
                    maxHeaderFieldCount: 64
                )
            )
        )
    }
}
