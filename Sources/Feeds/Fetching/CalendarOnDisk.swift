import Glibc

/// Reads a calendar that lies on this machine, as if a server had sent it.
public struct CalendarOnDisk: Sendable {
    private let path: String
    private let limit: Int

    /// - Parameter path: from the root on.
    public init(_ path: String, limits: FeedLimits = FeedLimits()) {
        self.path = path
        limit = limits.size
    }

    /// All of it; what is no plain file is not opened to be waited for.
    public func fetch() -> FeedFetch {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return .failed(.unreadable(code: errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .failed(.noFile) }
        guard status.st_size <= limit else { return .failed(.tooLarge(limit: limit)) }
        return octets(of: file)
    }

    private func octets(of file: CInt) -> FeedFetch {
        var octets: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &part, part.count)
            guard count >= 0 else { return .failed(.unreadable(code: errno)) }
            guard count > 0 else { return .answered(FeedAnswer(status: 200, body: octets)) }
            octets += part.prefix(count)
            // It may grow while it is read.
            guard octets.count <= limit else { return .failed(.tooLarge(limit: limit)) }
        }
    }
}
