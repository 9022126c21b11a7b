import Foundation
import NIOPosix
import Notifications
import Testing

/// A channel with the real thing at its far end, which behaves as a test wants.
struct Rig {
    let channel: any Notifications.Channel
    /// Whom to send to.
    let address: String
    /// How many messages the far end has begun to read.
    let begun: @Sendable () -> Int
    /// Keeps what the far end needs.
    let folder: Folder

    enum Kind: String, CaseIterable, Sendable {
        case email, ntfy, webhook, exec, apprise
    }

    enum FarEnd: Sendable {
        case takes, busy, refuses, hangs
    }

    static let secrets = ["tk_a1b2c3", "hook-7f3e9", "the-signing-key", "very-secret-topic"]

    static func make(_ kind: Kind, _ end: FarEnd, limit: Int = 30) async throws -> Rig {
        switch kind {
        case .ntfy, .webhook: try await web(kind, end, limit)
        case .email, .exec, .apprise: try command(kind, end, limit)
        }
    }

    private static func web(_ kind: Kind, _ end: FarEnd, _ limit: Int) async throws -> Rig {
        let manner: WebServer.Manner =
            switch end {
            case .takes: .answers(200)
            case .busy: .answers(429, headers: ["Retry-After": "120"])
            case .refuses: .answers(404)
            case .hangs: .hangs
            }
        let server = try await WebServer.start(manner)
        let client = WebClient(group: MultiThreadedEventLoopGroup.singleton, limit: limit)
        let channel: any Notifications.Channel =
            kind == .ntfy
            ? NtfyChannel(server: server.address, token: Secret("tk_a1b2c3"), topic: nil, click: nil, client: client)
            : WebhookChannel(
                address: Secret("\(server.address)/hook-7f3e9"),
                key: Secret("the-signing-key"),
                client: client
            )
        return Rig(
            channel: channel,
            address: "very-secret-topic",
            begun: { server.requests.count },
            folder: try Folder()
        )
    }

    private static func command(_ kind: Kind, _ end: FarEnd, _ limit: Int) throws -> Rig {
        let folder = try Folder()
        let command = try tool(kind, end, folder).command(limit: limit)
        let channel: any Notifications.Channel =
            switch kind {
            case .email: EmailChannel(from: try sender, command: command)
            case .apprise: AppriseChannel(command: command, configuration: "/run/apprise", tag: nil)
            default: ExecChannel(command: command)
            }
        return Rig(
            channel: channel,
            address: kind == .email ? "maya@home.example" : "very-secret-topic",
            begun: { folder.text("begun") == nil ? 0 : 1 },
            folder: folder
        )
    }

    static var sender: MailAddress {
        get throws { try #require(MailAddress("famplan@home.example")) }
    }

    private static func tool(_ kind: Kind, _ end: FarEnd, _ folder: Folder) throws -> Tool {
        let ending =
            switch end {
            case .takes: "exit 0"
            case .busy: "exit \(kind == .apprise ? 1 : 75)"
            case .refuses: "exit \(kind == .apprise ? 3 : 67)"
            case .hangs: "sleep 600 & echo $! >child; touch begun; sleep 600"
            }
        return try Tool(folder, ending)
    }
}

/// A shell script that writes down what it is given, and ends as a test wants.
struct Tool {
    private let path: String

    init(_ folder: Folder, _ ending: String) throws {
        path = try folder.write(
            """
            cd "$(dirname "$0")"
            cat >input
            printf '%s\\n' "$@" >arguments
            env >environment
            ls -l /proc/$$/fd >files
            \(ending)
            """,
            to: "tool.sh"
        )
    }

    func command(limit: Int = 30, environment: [String: String] = ["PATH": "/usr/bin:/bin"]) -> Command {
        Command(
            ["/bin/sh", path],
            environment: environment,
            limit: limit,
            timers: MultiThreadedEventLoopGroup.singleton
        )
    }
}
