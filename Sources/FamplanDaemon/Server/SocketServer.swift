import CSystemd
import FoundationEssentials
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves the API on a Unix socket, and stops gracefully: what is in flight is answered.
struct SocketServer<Responder: HTTPResponder>: Service where Responder.Context == FamplanContext {
    private let path: String
    private let responder: Responder
    /// Held as long as the server runs.
    private let state: StateDirectory
    private let idleTimeout: TimeAmount
    private let logger: Logger

    /// - Parameter idleTimeout: how long a connection may stay open on which nothing comes and nothing is being answered.
    init(
        path: String,
        responder: Responder,
        keeping state: StateDirectory,
        idleTimeout: TimeAmount = .seconds(60),
        logger: Logger
    ) {
        self.path = path
        self.responder = responder
        self.state = state
        self.idleTimeout = idleTimeout
        self.logger = logger
    }

    func run() async throws {
        try prepare()
        let responder = responder
        let logger = logger
        let channel = HTTP1Channel(
            responder: { request, writer, channel in
                let context = FamplanContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
                let response = try await responder.respond(to: request, context: context)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(idleTimeout: idleTimeout)
        )
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in
                // The mode is the door, the peer's uid is the identity.
                chmod(path, 0o660)
                sd_notify(0, "READY=1")
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
        try await withGracefulShutdownHandler {
            try await server.run()
        } onGracefulShutdown: {
            sd_notify(0, "STOPPING=1")
        }
        unlink(path)
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
