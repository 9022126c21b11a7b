import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage

/// The outbox as people look after it.
extension Planner {
    /// The newest first.
    func outbox(limit: Int) throws -> [OutboxRow] {
        try store.outbox(limit: limit).compactMap(OutboxRow.init)
    }

    /// Sends a message again from now on, as if it had not been tried.
    func retry(_ id: Int) throws -> OutboxRow {
        try change(id) { record, row in
            if record.state == .sent { throw ErrorBody(.clash, "message \(id) is sent already") }
            if let end = row.letter.notAfter, end <= clock() {
                let time = WireFormat(household: household).time(end)
                throw ErrorBody(.clash, "cannot send message \(id): it is of no use since \(time)")
            }
            (record.state, record.settledAt, record.error) = (.pending, nil, nil)
            (record.attempts, record.firstTry, record.nextTry) = (0, nil, clock())
        }
    }

    /// Does not send a message that is still to be sent, or was given up.
    func drop(_ id: Int, by actor: Actor) throws -> OutboxRow {
        try change(id) { record, _ in
            guard record.state == .pending || record.state == .dead else {
                throw ErrorBody(.clash, "message \(id) is \(record.state.rawValue) already")
            }
            (record.state, record.settledAt, record.error) = (.dropped, clock(), "dropped by \(actor.name)")
        }
    }

    /// Puts a message into the outbox for each of a person's channels, or for one of them.
    func test(
        _ request: TestNotificationRequest,
        configured: Set<String>,
        by actor: Actor
    ) throws -> [OutboxRow] {
        let person = try testedPerson(request.person, actor)
        let channels = person.notify.channels.filter { request.channel == nil || $0.channel == request.channel }
        guard !channels.isEmpty else { throw noChannel(request.channel, of: person) }
        for channel in channels where !configured.contains(channel.channel) {
            let known = configured.isEmpty ? "none is" : "there are " + configured.sorted().joined(separator: ", ")
            throw ErrorBody(
                .notFound,
                "cannot try channel “\(channel.channel)”: it is not in the daemon's configuration (\(known))"
            )
        }
        let message = testMessage(for: person)
        let letters = channels.map {
            Letter(
                message: message,
                channel: $0.channel,
                address: $0.address,
                due: clock(),
                notAfter: clock().adding(seconds: 3_600)
            )
        }
        try post(letters)
        return try store.pendingOutbox().filter { $0.letter.message == message.id }.compactMap(OutboxRow.init)
    }

    private func change(
        _ id: Int,
        _ change: (inout OutboxRecord, OutboxRow) throws -> Void
    ) throws -> OutboxRow {
        guard var record = try store.outboxRecord(id), let row = OutboxRow(record) else {
            throw ErrorBody(.notFound, "no message \(id) in the outbox (`famplan outbox` shows them)")
        }
        let state = record.state
        try change(&record, row)
        guard try store.update(record, from: state), let changed = OutboxRow(record) else {
            throw ErrorBody(.clash, "message \(id) was just dealt with (`famplan outbox` shows how)")
        }
        return changed
    }

    private func testedPerson(_ name: String?, _ actor: Actor) throws -> Person {
        if let name, let person = household.people[try household.personNames.id(name)] { return person }
        guard case .person(let id) = actor, let person = household.people[id] else {
            throw ErrorBody(.invalid, "cannot try channels: whose? (--for PERSON)")
        }
        return person
    }

    private func noChannel(_ channel: String?, of person: Person) -> ErrorBody {
        guard let channel, !person.notify.channels.isEmpty else {
            return ErrorBody(
                .notFound,
                "cannot try \(person.name)'s channels: there are none (`notify` of a person in the household file)"
            )
        }
        return ErrorBody(
            .notFound,
            Spelling.unknown("channel", channel, among: person.notify.channels.map(\.channel))
        )
    }

    private func testMessage(for person: Person) -> Message {
        Message(
            id: "test-\(clock().secondsSinceEpoch)-\(person.id)",
            kind: .test,
            severity: .notice,
            person: person.id,
            title: "famplan: a test",
            text: "This is a test of famplan. Whoever reads it is reached by this channel.\n",
            short: "This channel works.",
            createdAt: clock()
        )
    }
}
