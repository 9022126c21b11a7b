/// What an error is, for programs; the HTTP status and the command line's exit code follow from it.
public enum ErrorKind: String, Codable, CaseIterable, Sendable {
    /// The request's text can't be read, or names what can't be.
    case invalid
    /// The household file has mistakes: `details` has one line each.
    case invalidFile = "invalid-file"
    /// No such thing, or more than one.
    case notFound = "not-found"
    /// The change would create conflicts, and the caller said `strict`.
    case conflicts
    /// Something else has changed in the meantime, or stands in the way.
    case clash
    /// This Unix user may not do that.
    case notAllowed = "not-allowed"
    /// The request is too large.
    case tooLarge = "too-large"
    /// No such address in the API.
    case noRoute = "no-route"
    /// Another writer holds the database; try again.
    case busy
    /// The database can't be used: disk full, damaged, read-only.
    case storage
    /// A mistake of ours.
    case `internal`

    public var httpStatus: Int {
        switch self {
        case .invalid, .invalidFile: 400
        case .notAllowed: 403
        case .notFound, .noRoute: 404
        case .conflicts, .clash: 409
        case .tooLarge: 413
        case .internal: 500
        case .busy, .storage: 503
        }
    }
}

/// `{"error": {"kind", "message", "details"}}`.
public struct ErrorBody: Codable, Sendable, Error {
    public var error: Content

    public struct Content: Codable, Sendable {
        public var kind: ErrorKind
        /// One sentence: what cannot be done, the thing and its value, what would help.
        public var message: String
        /// A line each, where there is more to say.
        public var details: [String]
        /// The answer that was refused, for `conflicts`.
        public var created: [ConflictItem]?

        public init(kind: ErrorKind, message: String, details: [String] = [], created: [ConflictItem]? = nil) {
            self.kind = kind
            self.message = message
            self.details = details
            self.created = created
        }
    }

    public init(_ kind: ErrorKind, _ message: String, details: [String] = [], created: [ConflictItem]? = nil) {
        error = Content(kind: kind, message: message, details: details, created: created)
    }
}
