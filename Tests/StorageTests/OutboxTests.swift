import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("The outbox in the database")
struct OutboxTests {
    private let now = Instant(secondsSinceEpoch: 1_795_000_000)

    private func letter(_ message: String, _ channel: String = "email", address: String? = "a@b") -> OutboxLetter {
        OutboxLetter(
            message: message,
            channel: channel,
            address: address,
            content: "{\"id\":\"\(message)\"}",
            due: now,
            notAfter: now.adding(seconds: 60)
        )
    }

    @Test("a letter comes back as it was put in, and waits")
    func roundTrip() throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1"), letter("m-1", "phone", address: nil)]), at: now)
        let rows = try store.pendingOutbox()
        #expect(rows.map(\.letter) == [letter("m-1"), letter("m-1", "phone", address: nil)])
        #expect(rows.allSatisfy { $0.state == .pending && $0.attempts == 0 && $0.nextTry == now && $0.error == nil })
        #expect(try store.outboxHas(message: "m-1"))
        #expect(try !store.outboxHas(message: "m-2"))
    }

    @Test("the same letter twice is there once, whatever became of it", arguments: [nil, "a@b"])
    func once(address: String?) throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1", address: address)]), at: now)
        var row = try #require(try store.pendingOutbox().first)
        (row.state, row.settledAt, row.attempts, row.firstTry) = (.sent, now, 1, now)
        #expect(try store.update(row, from: .pending))
        try store.tell(Telling(letters: [letter("m-1", address: address)]), at: now)
        #expect(try store.outbox(limit: 9) == [row])
        #expect(try store.outboxCounts() == [.sent: 1])
    }

    @Test("what somebody else settled meanwhile is not written over")
    func stale() throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1")]), at: now)
        var row = try #require(try store.pendingOutbox().first)
        var dropped = row
        (dropped.state, dropped.settledAt, dropped.error) = (.dropped, now, "by hand")
        #expect(try store.update(dropped, from: .pending))
        row.attempts = 1
        row.firstTry = now
        #expect(try !store.update(row, from: .pending))
        #expect(try store.outboxRecord(row.id) == dropped)
    }

    @Test("what is withdrawn goes without a trace, unless it was dealt with")
    func withdrawn() throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1"), letter("m-2")]), at: now)
        let rows = try store.pendingOutbox()
        var sent = rows[1]
        (sent.state, sent.settledAt, sent.attempts, sent.firstTry) = (.sent, now, 1, now)
        try store.update(sent, from: .pending)
        try store.tell(Telling(withdrawn: Set(rows.map(\.id))), at: now)
        #expect(try store.outbox(limit: 9) == [sent])
        #expect(try !store.outboxHas(message: "m-1"))
    }

    @Test("letters and what is remembered as told are written together, or not at all")
    func atomic() throws {
        let store = try Store.inMemory()
        let told = ToldConflict(person: Family.maya.id, conflict: ID(trusted: "k7q2m9fa"), severity: .warning, at: now)
        var bad = letter("m-2")
        bad.channel = "E mail"
        #expect(throws: StoreError.self) {
            try store.tell(Telling(letters: [letter("m-1"), bad], told: [told]), at: now)
        }
        #expect(try store.outbox(limit: 9).isEmpty)
        #expect(try store.toldConflicts().isEmpty)
        try store.tell(Telling(letters: [letter("m-1")], told: [told]), at: now)
        #expect(try store.toldConflicts() == [told])
        try store.tell(Telling(forgotten: [told]), at: now)
        #expect(try store.toldConflicts().isEmpty)
    }

    @Test("what was dealt with is forgotten after sixty days; what waits is not")
    func lasts() throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1"), letter("m-2")]), at: now)
        var row = try #require(try store.pendingOutbox().first)
        (row.state, row.settledAt) = (.dropped, now)
        try store.update(row, from: .pending)
        try store.tell(Telling(), at: now.adding(seconds: 60 * 86_400))
        #expect(try store.outbox(limit: 9).count == 2)
        try store.tell(Telling(), at: now.adding(seconds: 60 * 86_400 + 1))
        #expect(try store.outbox(limit: 9).map(\.letter.message) == ["m-2"])
    }

    @Test("the last error is that of what waits or was given up")
    func lastError() throws {
        let store = try Store.inMemory()
        #expect(try store.lastOutboxError() == nil)
        try store.tell(Telling(letters: [letter("m-1"), letter("m-2")]), at: now)
        var rows = try store.pendingOutbox()
        (rows[0].error, rows[0].attempts, rows[0].firstTry) = ("busy", 1, now)
        (rows[1].error, rows[1].state, rows[1].settledAt) = ("dropped by maya", .dropped, now)
        for row in rows { try store.update(row, from: .pending) }
        #expect(try store.lastOutboxError()?.error == "busy")
    }

    @Test(
        "what cannot be is not stored",
        arguments: [
            "UPDATE outbox SET state = 'lost'", "UPDATE outbox SET state = 'sent'", "UPDATE outbox SET settled_at = 1",
            "UPDATE outbox SET attempts = 1", "UPDATE outbox SET attempts = -1", "UPDATE outbox SET message = 'a b'",
            "UPDATE outbox SET channel = ''", "UPDATE outbox SET content = 'x'", "UPDATE outbox SET address = NULL",
            "INSERT INTO told_conflict VALUES ('maya', 'k7q2m9fa', 'bad', 1)",
        ]
    )
    func refused(sql: String) throws {
        let store = try Store.inMemory()
        try store.tell(Telling(letters: [letter("m-1")]), at: now)
        #expect(throws: DatabaseError.self) { try store.writer.write { try $0.execute(sql: sql) } }
    }
}
