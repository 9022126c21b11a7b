import Foundation
import Testing

/// A client that says what it is told to and nothing else.
final class SocketConnection {
    private let descriptor: CInt

    /// Waits until somebody listens.
    init(_ path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        // Far longer than anything here lasts: a test that waits for it has failed.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var tries = 0
        while !isConnected(to: address) {
            tries += 1
            try #require(tries < 1000, "nobody listens on \(path)")
            usleep(10_000)
        }
    }

    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Everything until the other side closes, and whether it did.
    func readToEnd() -> (text: String, isEnded: Bool) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return (String(decoding: bytes, as: UTF8.self), count == 0) }
            bytes += buffer.prefix(count)
        }
    }

    private func isConnected(to address: sockaddr_un) -> Bool {
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    deinit { close(descriptor) }
}
