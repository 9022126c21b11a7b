import Dispatch
import GRDB

/// Lets several read at once, but only one at a time fetch a connection from GRDB's pool or give it back.
///
/// GRDB guards its pool by a concurrent queue. Where two meet there, Dispatch starts threads of its own to let the second in, and
/// looks after them once a second from then on: a daemon at rest would wake the machine for good.
final class Readers: Sendable {
    /// How many connections there are to read with.
    static let most = 3
    /// Free connections: nobody waits in the pool for one, who would keep others from giving theirs back.
    private let free = DispatchSemaphore(value: most)
    private let pool = DispatchSemaphore(value: 1)
    /// Whoever waits for all connections: two who each had some would wait for each other.
    private let alone = DispatchSemaphore(value: 1)

    /// Reads through a connection of the pool.
    ///
    /// - Parameters:
    ///   - inTransaction: whether all that is read is of one moment.
    ///   - body: may take its time.
    func read<Value>(
        from writer: any DatabaseReader,
        inTransaction: Bool = true,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        // One connection alone has a queue of its own, and whoever is in it must not wait here for who waits for it there.
        guard writer is DatabasePool else {
            return try inTransaction ? writer.read(body) : writer.unsafeRead(body)
        }
        func outsideThePool(_ db: Database) throws -> Value {
            pool.signal()
            defer { pool.wait() }
            return try body(db)
        }
        free.wait()
        defer { free.signal() }
        pool.wait()
        defer { pool.signal() }
        return try inTransaction ? writer.read(outsideThePool) : writer.unsafeRead(outsideThePool)
    }

    /// Does what needs that nobody reads, such as closing the pool: GRDB lets nobody in there while it waits for those at work, and
    /// who waits to get in keeps them from getting out.
    func whileNobodyReads<Value>(_ body: () throws -> Value) rethrows -> Value {
        alone.wait()
        defer { alone.signal() }
        for _ in 0..<Self.most { free.wait() }
        defer { for _ in 0..<Self.most { free.signal() } }
        return try body()
    }
}
