/// Why there is no zone for an id.
public enum ZoneError: Error, Hashable, Sendable {
    /// No such id in the zone list; `nearest` is the one most like it.
    case unknown(id: String, nearest: String?)
    /// The id is listed, but its file can't be used.
    case unreadable(id: String, reason: String)
    /// There is no zone list where the database should be.
    case noDatabase(directory: String)
}

extension ZoneError: CustomStringConvertible {
    /// A sentence without a full stop: `unknown time zone “Berlin” (did you mean Europe/Berlin?)`.
    public var description: String {
        switch self {
        case .unknown(let id, let nearest?):
            "unknown time zone “\(id)” (did you mean \(nearest)?)"
        case .unknown(let id, nil):
            "unknown time zone “\(id)” (names are like Europe/Berlin)"
        case .unreadable(let id, let reason):
            "cannot read time zone “\(id)”: \(reason)"
        case .noDatabase(let directory):
            "cannot find the time zones in \(directory): install the package tzdata"
        }
    }
}
