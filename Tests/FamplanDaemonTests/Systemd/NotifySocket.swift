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
        descriptor = try boundSocket(path, type: SOCK_DGRAM, listening: false)
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
