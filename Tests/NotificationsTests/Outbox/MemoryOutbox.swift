import Household
import ICalendar
import Synchronization

@testable import Notifications

/// An outbox that forgets nothing while the test lasts.
final class MemoryOutbox: Outbox {
    private let kept: Mutex<[OutboxRow]>

    init(_ letters: [Letter] = []) {
        kept = Mutex(letters.enumerated().map { .waiting($0 + 1, $1) })
    }

    var rows: [OutboxRow] { kept.withLock { $0 } }

    func pending() -> [OutboxRow] {
        rows.filter { $0.state == .pending }.sorted { ($0.nextTry, $0.id) < ($1.nextTry, $1.id) }
    }

    func keep(_ row: OutboxRow) -> Bool {
        kept.withLock { rows in
            guard let index = rows.firstIndex(where: { $0.id == row.id && $0.state == .pending }) else { return false }
            rows[index] = row
            return true
        }
    }

    func drop(_ id: Int) {
        kept.withLock { rows in
            rows = rows.map { $0.id == id ? $0.settled(.dropped, "by hand", at: $0.nextTry) : $0 }
        }
    }
}

extension OutboxRow {
    static func waiting(_ id: Int, _ letter: Letter) -> OutboxRow {
        OutboxRow(
            id: id,
            letter: letter,
            nextTry: letter.due,
            attempts: 0,
            firstTry: nil,
            error: nil,
            state: .pending,
            settledAt: nil
        )
    }
}

/// Remembers what it was given, and answers as the test says.
final class RecordingChannel: Channel {
    private let state = Mutex<[(id: String, address: String?)]>([])
    private let answer: @Sendable (_ message: Message, _ number: Int) async -> Delivery

    init(_ answer: @escaping @Sendable (_ message: Message, _ number: Int) async -> Delivery = { _, _ in .sent }) {
        self.answer = answer
    }

    var ids: [String] { state.withLock { $0.map(\.id) } }
    var addresses: [String?] { state.withLock { $0.map(\.address) } }

    func send(_ message: Message, to address: String?) async -> Delivery {
        let number = state.withLock { given in
            given.append((message.id, address))
            return given.count
        }
        return await answer(message, number)
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ moment: Instant = Instant(rfc3339: "2026-11-24T12:00:00Z")!) {
        self.moment = Mutex(moment)
    }

    var now: Instant { moment.withLock { $0 } }

    func move(to instant: Instant) { moment.withLock { $0 = instant } }
    func move(by seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

extension Letter {
    static func test(
        _ id: String,
        _ channel: String = "email",
        address: String? = nil,
        due: Instant,
        notAfter: Instant? = nil
    ) -> Letter {
        let message = Message(
            id: id,
            kind: .reminder,
            severity: .notice,
            person: ID(trusted: "maya"),
            title: id,
            text: id,
            short: id,
            createdAt: due
        )
        return Letter(message: message, channel: channel, address: address, due: due, notAfter: notAfter)
    }
}
