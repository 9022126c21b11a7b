import CSystemd
import Glibc

/// A listening Unix socket that systemd made before it started the daemon, and keeps when that ends (systemd.socket(5)).
struct InheritedSocket: Sendable {
    let descriptor: CInt
    /// Where it lies in the file system.
    let path: String

    /// The one of this process; nil where there is none. For the start: it is there once, and not for children.
    static func taken() throws(ConfigurationFault) -> InheritedSocket? {
        let count = sd_listen_fds(1)
        switch count {
        case 0: return nil
        case 1: return try InheritedSocket(descriptor: SD_LISTEN_FDS_START)
        case ..<0: throw ConfigurationFault("cannot take systemd's socket: \(SystemError(code: -count))")
        default:
            throw ConfigurationFault("cannot serve \(count) sockets from systemd: one ListenStream= is what serves")
        }
    }

    /// - Throws: where it is not such a socket.
    init(descriptor: CInt) throws(ConfigurationFault) {
        guard sd_is_socket_unix(descriptor, CInt(SOCK_STREAM.rawValue), 1, nil, 0) > 0,
            let path = Self.path(of: descriptor)
        else {
            throw ConfigurationFault("cannot serve systemd's socket: it is not ListenStream= with the path of a file")
        }
        self.descriptor = descriptor
        self.path = path
    }

    /// Nil where it has none.
    private static func path(of descriptor: CInt) -> String? {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isKnown else { return nil }
        let bytes = withUnsafeBytes(of: &address.sun_path) { Array($0.prefix { $0 != 0 }) }
        return bytes.first == UInt8(ascii: "/") ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
