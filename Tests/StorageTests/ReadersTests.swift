import Foundation
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

    @Test(
        "and whoever puts another database in the place of theirs do not wait for each other for ever",
        .timeLimit(.minutes(1))
    )
    func replaced() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readers-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store.open(at: "\(folder)/famplan.sqlite")
        let readers = DispatchGroup()
        for _ in 0..<6 {
            readers.enter()
            Thread.detachNewThread {
                for _ in 0..<50 {
                    let counted = try? store.read("count") { db in
                        try Int.fetchOne(
                            db,
                            sql:
                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) SELECT max(i) FROM n"
                        )
                    }
                    // Who comes at the moment of it finds theirs closed.
                    if let counted { #expect(counted == 9999) }
                }
                readers.leave()
            }
        }
        for number in 0..<5 {
            let (staged, kept) = ("\(folder)/staged-\(number)", "\(folder)/kept-\(number)")
            try Store.open(at: staged).close()
            try store.replace("\(folder)/famplan.sqlite", with: staged, keeping: kept)
        }
        readers.wait()
        #expect(try store.count("person") == 0)
        try store.close()
    }
}
