import Foundation
import Logging
import Testing

@testable import FamplanDaemon

@Suite("an entry of the journal")
struct JournalEntryTests {
    private func fields(_ metadata: Logger.Metadata, level: Logger.Level = .info) -> [String: String] {
        let entry = JournalEntry(level: level, message: "Done", label: "famplan", metadata: metadata)
        return Dictionary(uniqueKeysWithValues: entry.fields.map { ($0.name, $0.value) })
    }

    @Test("has the event with its id, the request, how long it took and who asked as fields of their own")
    func known() {
        let metadata: Logger.Metadata = ["event": "request", "request": "0f", "duration": "1.5", "peer": "1000"]
        let fields = fields(metadata)
        #expect(fields["MESSAGE"] == "Done")
        #expect(fields["MESSAGE_ID"] == "e4d868eef85f40bfa09f5a19519a0ddf")
        #expect(fields["FAMPLAN_EVENT"] == "request")
        #expect(fields["FAMPLAN_REQUEST_ID"] == "0f")
        #expect(fields["FAMPLAN_DURATION_MS"] == "1.5")
        #expect(fields["PEER_UID"] == "1000")
    }

    @Test("says the rest in the sentence and in fields with names that the journal takes")
    func others() {
        let fields = fields(["error-kind": "storage", "worker": "Horizon"])
        #expect(fields["MESSAGE"] == "Done [error-kind=storage worker=Horizon]")
        #expect(fields["FAMPLAN_ERROR_KIND"] == "storage")
        #expect(fields["MESSAGE_ID"] == nil)
    }

    @Test("has syslog's priorities", arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priority(level: Logger.Level, number: Int) {
        #expect(fields([:], level: level)["PRIORITY"] == "\(number)")
    }

    @Test("is of a kind that no other kind shares its id with")
    func ids() {
        let ids = LoggedEvent.allCases.map(\.messageID)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    }

    @Test("goes to the journal only where stderr is the stream that systemd named")
    func stream() throws {
        var status = stat()
        try #require(fstat(STDERR_FILENO, &status) == 0)
        let stream = "\(status.st_dev):\(status.st_ino)"
        #expect(JournalStream.isOpen(as: STDERR_FILENO, environment: ["JOURNAL_STREAM": stream]))
        #expect(!JournalStream.isOpen(as: STDERR_FILENO, environment: ["JOURNAL_STREAM": "1:1"]))
        #expect(!JournalStream.isOpen(as: STDERR_FILENO, environment: [:]))
    }
}
