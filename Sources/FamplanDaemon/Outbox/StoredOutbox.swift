import FoundationEssentials
import Household
import ICalendar
import Notifications
import Storage

/// The outbox in the household's database. Runs on a queue of its own, because it waits for the disk.
actor StoredOutbox: Outbox {
    private let queue = QueueExecutor(label: "famplan.outbox")
    private let store: Store

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(store: Store) {
        self.store = store
    }

    func pending() throws -> [OutboxRow] {
        try store.pendingOutbox().compactMap { record in
            if let row = OutboxRow(record) { return row }
            // What it says cannot be read, and never will be.
            var record = record
            (record.state, record.error, record.settledAt) = (.dead, "cannot be read", record.nextTry)
            try store.update(record, from: .pending)
            return nil
        }
    }

    func keep(_ row: OutboxRow) throws -> Bool {
        // After a restore another letter may have its number.
        guard var record = try store.outboxRecord(row.id), record.letter.message == row.letter.message.id,
            record.letter.channel == row.letter.channel, record.letter.address == row.letter.address
        else { return false }
        record.attempts = row.attempts
        record.firstTry = row.firstTry
        record.nextTry = row.nextTry
        record.error = row.error
        record.state = OutboxRecord.State(row.state)
        record.settledAt = row.settledAt
        return try store.update(record, from: .pending)
    }
}

extension OutboxRow {
    /// Nil where the database holds no message.
    init?(_ record: OutboxRecord) {
        guard let message = try? JSONDecoder().decode(Message.self, from: Data(record.letter.content.utf8)) else {
            return nil
        }
        self.init(
            id: record.id,
            letter: Letter(
                message: message,
                channel: record.letter.channel,
                address: record.letter.address,
                due: record.letter.due,
                notAfter: record.letter.notAfter
            ),
            nextTry: record.nextTry,
            attempts: record.attempts,
            firstTry: record.firstTry,
            error: record.error,
            state: State(record.state),
            settledAt: record.settledAt
        )
    }
}

extension OutboxLetter {
    init(_ letter: Letter) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(
            message: letter.message.id,
            channel: letter.channel,
            address: letter.address,
            content: String(decoding: try encoder.encode(letter.message), as: UTF8.self),
            due: letter.due,
            notAfter: letter.notAfter
        )
    }
}

extension OutboxRecord.State {
    init(_ state: OutboxRow.State) {
        switch state {
        case .pending: self = .pending
        case .sent: self = .sent
        case .dead: self = .dead
        case .dropped: self = .dropped
        }
    }
}

extension OutboxRow.State {
    init(_ state: OutboxRecord.State) {
        switch state {
        case .pending: self = .pending
        case .sent: self = .sent
        case .dead: self = .dead
        case .dropped: self = .dropped
        }
    }
}
