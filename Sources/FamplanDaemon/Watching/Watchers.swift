import FamplanAPI
import Synchronization

/// Who waits for news of the plan. Rung when there may be some; costs next to nothing while nobody waits.
final class Watchers: Sendable {
    /// How many one person may be, in as many terminals; and everybody together.
    static let mostOfOne = 16
    static let most = 128

    private struct Waiting {
        var next = 0
        var rings: [Int: (actor: Actor, ring: AsyncStream<Void>.Continuation)] = [:]
    }

    private let waiting = Mutex(Waiting())

    var count: Int { waiting.withLock { $0.rings.count } }

    /// Rings everybody. However often it rings before somebody looks, they look once.
    func ring() {
        for ring in waiting.withLock({ $0.rings.values.map(\.ring) }) { ring.yield() }
    }

    /// One more, who is rung once at the beginning.
    func join(_ actor: Actor) throws(ErrorBody) -> Watcher {
        let (rings, ring) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = try waiting.withLock { waiting throws(ErrorBody) in
            let own = waiting.rings.values.count { $0.actor == actor }
            guard own < Self.mostOfOne, waiting.rings.count < Self.most else { throw Self.full(own) }
            waiting.next += 1
            waiting.rings[waiting.next] = (actor, ring)
            return waiting.next
        }
        ring.yield()
        return Watcher(number: number, rings: rings, of: self)
    }

    fileprivate func leave(_ number: Int) {
        waiting.withLock { $0.rings.removeValue(forKey: number) }?.ring.finish()
    }

    private static func full(_ own: Int) -> ErrorBody {
        let who = own < mostOfOne ? "\(most) watch" : "\(own) watch for you"
        return ErrorBody(.busy, "cannot watch: \(who) already, which is the most (end one with Ctrl-C)")
    }
}

/// A place among the watchers, for as long as somebody holds it.
final class Watcher: Sendable {
    /// For one reader.
    let rings: AsyncStream<Void>
    private let number: Int
    private let watchers: Watchers

    fileprivate init(number: Int, rings: AsyncStream<Void>, of watchers: Watchers) {
        (self.number, self.rings, self.watchers) = (number, rings, watchers)
    }

    deinit { watchers.leave(number) }
}
