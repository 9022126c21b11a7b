import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("the outbox in the database")
struct StoredOutboxTests {
    @Test("what became of a letter is not kept for another that has its number, as after a restore")
    func sameNumber() async throws {
        let planner = try await Planner.test()
        let letters = ["one", "other"].map { id in
            Letter(
                message: Message(
                    id: id,
                    kind: .test,
                    severity: .notice,
                    person: ID(trusted: "maya"),
                    title: id,
                    text: id,
                    short: id,
                    createdAt: monday
                ),
                channel: "email",
                address: nil,
                due: monday,
                notAfter: nil
            )
        }
        try await planner.post([letters[0]])
        let outbox = StoredOutbox(store: await planner.store)
        let row = try #require(try await outbox.pending().first)
        let stray = OutboxRow(
            id: row.id,
            letter: letters[1],
            nextTry: monday,
            attempts: 1,
            firstTry: monday,
            error: nil,
            state: .sent,
            settledAt: monday
        )
        #expect(try await !outbox.keep(stray))
        #expect(try await outbox.pending().map(\.letter.message.id) == ["one"])
    }
}
