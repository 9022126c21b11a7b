import CSystemd
import Glibc
import Logging

/// Writes to systemd's journal, with fields (sd_journal_sendv(3)).
struct JournalLogHandler: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let metadata = metadata.merging(event.metadata ?? [:]) { _, own in own }
        let entry = JournalEntry(level: event.level, message: event.message, label: label, metadata: metadata)
        Self.send(entry.fields.map { Array("\($0.name)=\($0.value)".utf8) })
    }

    /// Where the journal does not take it, there is nobody to tell.
    private static func send(_ fields: [[UInt8]]) {
        var lengths: [Int] = []
        var bytes: [UInt8] = []
        for field in fields {
            lengths.append(field.count)
            bytes += field
        }
        bytes.withUnsafeMutableBytes { buffer in
            guard var start = buffer.baseAddress else { return }
            let vectors = lengths.map { length in
                defer { start += length }
                return iovec(iov_base: start, iov_len: length)
            }
            _ = sd_journal_sendv(vectors, CInt(vectors.count))
        }
    }
}
