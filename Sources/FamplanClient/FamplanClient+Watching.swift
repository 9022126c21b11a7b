public import FamplanAPI
internal import Synchronization

extension FamplanClient {
    /// What happens, as it happens, until the daemon ends it or the task is cancelled.
    ///
    /// - Parameters:
    ///   - after: a change that is known; what was changed after it is told first.
    ///   - tell: gets each line, in order.
    /// - Throws: ``ClientError``, and what `tell` throws. Returns where the daemon wants to be asked anew.
    public func watch(after: Int? = nil, tell: @escaping @Sendable (Answer<WatchEvent>) throws -> Void) async throws {
        let lines = Mutex(LineSplitter())
        let query = Query([("after", after.map(String.init))])
        var request = WireRequest(method: .get, target: Route.watch.rawValue + query.text)
        request.isEndless = true
        _ = try await stream(request) { part in
            for line in lines.withLock({ $0.lines(after: part) }) { try tell(Answer(raw: line)) }
        }
    }
}

/// Puts parts together to lines.
struct LineSplitter {
    private var rest: [UInt8] = []

    /// The lines that are whole with a part, without their ends.
    mutating func lines(after part: [UInt8]) -> [[UInt8]] {
        rest += part
        var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = Array(lines.removeLast())
        return lines.filter { !$0.isEmpty }.map(Array.init)
    }
}
