import Dispatch
import Glibc
import NIOCore

/// Asks the system under which addresses a host is reached.
///
/// Here and not in the client that connects: what is connected to must be what was checked, whatever the name says a
/// moment later.
struct Resolver: Sendable {
    /// The addresses in the order of the system; none where the name is unknown.
    func addresses(of host: String, on loop: any EventLoop, deadline: NIODeadline) -> EventLoopFuture<[IPAddress]> {
        let promise = loop.makePromise(of: [IPAddress].self)
        // The system may take longer than we wait.
        let limit = loop.scheduleTask(deadline: deadline) { promise.fail(FetchFailure.timeOut) }
        // A queue of its own, for one question: Dispatch looks after the global ones from their first use on, for good.
        DispatchQueue(label: "famplan.feeds.names").async { promise.succeed(Self.lookUp(host)) }
        promise.futureResult.whenComplete { _ in limit.cancel() }
        return promise.futureResult
    }

    private static func lookUp(_ host: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var next = list
        while let info = next {
            if let address = info.pointee.ai_addr.flatMap({ IPAddress($0) }), !found.contains(address) {
                found.append(address)
            }
            next = info.pointee.ai_next
        }
        return found
    }
}
