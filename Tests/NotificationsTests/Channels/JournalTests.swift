import Logging
import Notifications
import Synchronization
import Testing

@Suite("the journal channel")
struct JournalTests {
    @Test("writes for whom and how bad, and nothing of what is told")
    func line() async {
        let handler = Recorder()
        let logger = Logger(label: "test", factory: { _ in handler })
        #expect(await JournalChannel(logger: logger).send(.sample(), to: "maya@home.example") == .sent)
        let lines = handler.lines.kept.withLock { $0 }
        let said = "event: message, kind: digest, person: maya, severity: warning"
        #expect(lines == ["notice: a message for a person [\(said)]"])
    }

    private struct Recorder: LogHandler {
        let lines = Lines()
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            lines.kept.withLock { $0.append("\(event.level): \(event.message) [\(pairs.joined(separator: ", "))]") }
        }
    }

    private final class Lines: Sendable {
        let kept = Mutex<[String]>([])
    }
}
