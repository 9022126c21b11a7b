import CLinux
import Glibc
import NIOCore

/// Who is at the other end of a Unix socket, as the kernel says (unix(7), SO_PEERCRED).
struct Peer: Sendable {
    let uid: UInt32

    /// Nil where the channel is no Unix socket.
    static func of(_ channel: any Channel) async -> Peer? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        let option: EventLoopFuture<famplan_ucred> = provider.unsafeGetSocketOption(
            level: .init(SOL_SOCKET),
            name: .init(SO_PEERCRED)
        )
        return try? await option.map { Peer(uid: $0.uid) }.get()
    }

    /// The account's name, nil where the uid has none.
    var userName: String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(uid, &record, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return String(cString: record.pw_name)
    }
}
