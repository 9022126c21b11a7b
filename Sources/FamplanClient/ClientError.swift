public import FamplanAPI

/// Why the daemon gave no answer that can be used.
public enum ClientError: Error, Sendable {
    /// Nobody listens on the socket at `path`, or it is not there; nothing was asked.
    case unreachable(path: String, reason: String)
    /// This Unix user may not open the socket; nothing was asked.
    case notAllowed(path: String)
    /// The connection ended before the answer did: whether a change was made is not known.
    case interrupted
    /// No answer within so many seconds: whether a change was made is not known.
    case timedOut(seconds: Int)
    /// The answer is longer than so many bytes.
    case tooLarge(limit: Int)
    /// What came back is no answer of famplan's: another service, or another version.
    case unreadable(status: Int, reason: String)
    /// The daemon said no. `raw` is its document.
    case refused(status: Int, body: ErrorBody, raw: [UInt8])
}
