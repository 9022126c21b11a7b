import FoundationEssentials
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Serves the API on a Unix socket, and stops gracefully: what is in flight is answered.
struct SocketServer<Responder: HTTPResponder>: Service where Responder.Context == FamplanContext {
    private let path: String
    private let responder: Responder
    /// Held as long as the server runs.
    private let state: StateDirectory
    private let supervision: Supervision
    private let idleTimeout: TimeAmount
    private let group = MultiThreadedEventLoopGroup.singleton
    private let logger: Logger

    /// - Parameters:
    ///   - path: where it makes its socket, unless systemd has made one.
    ///   - idleTimeout: how long a connection may stay open on which nothing comes and nothing is being answered.
    init(
        path: String,
        responder: Responder,
        keeping state: StateDirectory,
        supervision: Supervision = Supervision(),
        idleTimeout: TimeAmount = .seconds(60),
        logger: Logger
    ) {
        self.path = path
        self.responder = responder
        self.state = state
        self.supervision = supervision
        self.idleTimeout = idleTimeout
        self.logger = logger
    }

    func run() async throws {
        let isOwn = supervision.socket == nil
        if isOwn { try prepare() }
        let quiescing = ServerQuiescingHelper(group: group)
        let connections = connections
        let listener = try await listener(connections, quiescing)
        // The mode is the door, the peer's uid is the identity.
        if isOwn { chmod(path, 0o660) }
        supervision.manager?.ready()
        logger.log(.serving, .notice, "answering on \(path)")
        await withGracefulShutdownHandler {
            await accept(listener, connections)
        } onGracefulShutdown: {
            supervision.manager?.stopping()
            logger.log(.stopping, .notice, "stopping, once what is under way is answered")
            quiescing.initiateShutdown(promise: nil)
        }
        if isOwn { unlink(path) }
    }

    /// What is done with a connection.
    private var connections: HTTP1Channel {
        let (responder, logger) = (responder, logger)
        return HTTP1Channel(
            responder: { request, writer, channel in
                let context = FamplanContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
                let response = try await responder.respond(to: request, context: context)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(idleTimeout: idleTimeout)
        )
    }

    /// Takes connections from systemd's socket, or makes one.
    private func listener(
        _ connections: HTTP1Channel,
        _ quiescing: ServerQuiescingHelper
    ) async throws -> NIOAsyncChannel<HTTP1Channel.Value, Never> {
        let logger = logger
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
        if let socket = supervision.socket {
            return try await bootstrap.bind(socket.descriptor) { connections.setup(channel: $0, logger: logger) }
        }
        return try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) {
            connections.setup(channel: $0, logger: logger)
        }
    }

    /// Serves until the listener is closed and the last connection has ended.
    private func accept(
        _ listener: NIOAsyncChannel<HTTP1Channel.Value, Never>,
        _ connections: HTTP1Channel
    ) async {
        let logger = logger
        await withDiscardingTaskGroup { group in
            do {
                try await listener.executeThenClose { accepted in
                    for try await connection in accepted {
                        group.addTask { await connections.handle(value: connection, logger: logger) }
                    }
                }
            } catch {
                logger.error("no more connections can be accepted", metadata: ["error": "\(type(of: error))"])
            }
        }
    }

    /// Makes the folder, and makes sure that no other daemon answers there.
    private func prepare() throws {
        guard path.utf8.count < 108 else {
            throw ConfigurationFault("the socket's path is longer than 107 bytes: \(path)")
        }
        if Self.isAnswered(path) { throw ConfigurationFault("another daemon answers on \(path): use another --socket") }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let absolute = path.hasPrefix("/") ? "/\(folder)" : folder
        guard !absolute.isEmpty, !FileManager.default.fileExists(atPath: absolute) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: absolute,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755]
            )
        } catch {
            throw ConfigurationFault("cannot make the socket's folder \(absolute)")
        }
    }

    private static func isAnswered(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
