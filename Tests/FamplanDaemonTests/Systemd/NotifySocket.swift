import Foundation
import Testing

/// A service manager's end of sd_notify(3): keeps what it is told.
final class NotifySocket {
    let path: String
    private let descriptor: CInt
    private(set) var told: [String] = []
    /// As it came: what belongs together comes together.
    private(set) var datagrams: [String] = []

    init(in folder: TemporaryFolder) throws {
        path = "\(folder.path)/n"
        descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        try #require(isBound)
        // Far longer than anything here lasts: a test that waits for it has failed.
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Waits until it is told a line that begins so.
    func wait(for beginning: String) throws {
        while true {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            try #require(count > 0, "nothing begins with \(beginning): \(told)")
            datagrams.append(String(decoding: bytes.prefix(count), as: UTF8.self))
            let lines = datagrams[datagrams.count - 1].split(separator: "\n").map(String.init)
            told += lines
            if lines.contains(where: { $0.hasPrefix(beginning) }) { return }
        }
    }

    deinit { close(descriptor) }
}
