import Foundation
import Synchronization
import Testing

/// A web server on loopback that keeps its connections open, answers each request with a status, and remembers it.
final class LoopbackServer: Sendable {
    private let listener: CInt
    let port: Int
    private let state: Mutex<(status: Int?, requests: [String])>

    /// `POST /`, one for each request.
    var requests: [String] { state.withLock { $0.requests } }
    /// With a name: what looks it up is part of what is tried.
    var address: String { "http://localhost:\(port)" }

    /// - Parameter status: nil: it reads and says nothing.
    init(status: Int? = 200) throws {
        state = Mutex((status, []))
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        try #require(isBound)
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    Self.serve(connection) { self?.take($0) }
                    close(connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
    }

    func answer(_ status: Int?) { state.withLock { $0.status = status } }

    private func take(_ head: String) -> Int? {
        let line = head.split(separator: " ").prefix(2).joined(separator: " ")
        return state.withLock { state in
            state.requests.append(line)
            return state.status
        }
    }

    /// One request after another, until the other side closes.
    private static func serve(_ connection: CInt, _ take: (String) -> Int?) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = text[..<end.lowerBound]
                let length = head.lowercased().split(separator: "content-length: ").dropFirst().first?
                    .prefix { $0.isNumber }
                let whole = head.utf8.count + 4 + (length.flatMap { Int($0) } ?? 0)
                if bytes.count >= whole {
                    bytes.removeFirst(whole)
                    if let status = take(String(head)) {
                        let answer = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n"
                        _ = send(connection, answer, answer.utf8.count, CInt(MSG_NOSIGNAL))
                    }
                    continue
                }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            bytes += buffer.prefix(count)
        }
    }
}
