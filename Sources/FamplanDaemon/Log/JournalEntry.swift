import Logging

/// A log event as the journal keeps it: a list of fields.
struct JournalEntry {
    /// Names and values, in order.
    private(set) var fields: [(name: String, value: String)]

    init(level: Logger.Level, message: Logger.Message, label: String, metadata: Logger.Metadata) {
        let known = Dictionary(uniqueKeysWithValues: LogKey.allCases.map { ($0.rawValue, $0.field) })
        // What has no field of its own is said in the sentence too: journalctl shows nothing else.
        let said = metadata.filter { known[$0.key] == nil }.sorted { $0.key < $1.key }
        let pairs = said.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        fields = [
            ("MESSAGE", pairs.isEmpty ? "\(message)" : "\(message) [\(pairs)]"),
            ("PRIORITY", "\(level.priority)"),
            ("SYSLOG_IDENTIFIER", "famplan-daemon"),
            ("FAMPLAN_LOGGER", label),
        ]
        if let event = metadata[LogKey.event.rawValue].flatMap({ LoggedEvent(rawValue: "\($0)") }) {
            fields.append(("MESSAGE_ID", event.messageID))
        }
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            fields.append((known[key] ?? Self.field(key), "\(value)"))
        }
    }

    /// `error-kind` is FAMPLAN_ERROR_KIND: the journal takes capital letters, digits and `_`, 64 at the most.
    private static func field(_ key: String) -> String {
        let bytes = key.uppercased().utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: UInt8(ascii: "_")
            }
        }
        return "FAMPLAN_" + String(decoding: bytes.prefix(56), as: UTF8.self)
    }
}

extension Logger.Level {
    /// syslog(3)'s number.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
