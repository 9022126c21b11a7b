import Dispatch
import GRDB
import Testing

@testable import Storage

/// Several who read at once.
@Suite("those who read at once")
struct ReadersTests {
    @Test(
        "do not wait for each other for ever, where there is one connection alone",
        .timeLimit(.minutes(1)),
        arguments: [true, false]
    )
    func oneConnection(inTransaction: Bool) throws {
        let (readers, queue) = (Readers(), try DatabaseQueue())
        DispatchQueue.concurrentPerform(iterations: 2_000) { number in
            let read = try? readers.read(from: queue, inTransaction: inTransaction) { db in
                try Int.fetchOne(db, sql: "SELECT ?", arguments: [number])
            }
            #expect(read == number)
        }
    }
}
