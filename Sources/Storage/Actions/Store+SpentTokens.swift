import GRDB
public import Household
public import ICalendar

/// A token of a link in a message that is used, and never again.
public struct SpentToken: Hashable, Sendable {
    /// What the token says, without its signature.
    public var claim: String
    public var at: Instant
    /// From then on it would be of no use anyway.
    public var expires: Instant

    public init(claim: String, at: Instant, expires: Instant) {
        self.claim = claim
        self.at = at
        self.expires = expires
    }
}

extension Store {
    /// How long a token is remembered after it has run out, in seconds: a clock may be set back.
    private static let rememberedFor = 7 * 86_400

    /// Writes a conflict with its acceptance and that the token for it is used: both, or nothing.
    ///
    /// - Returns: when the token was used before; nothing is written then. Nil: it was not.
    public func accept(_ known: KnownConflict, spending token: SpentToken) throws(StoreError) -> Instant? {
        try transaction("accept the conflict") { db in
            if let before = try Self.spent(token.claim, db) { return before }
            try db.run(
                "INSERT INTO spent_token (claim, at, expires) VALUES (?, ?, ?)",
                columns(token.claim, token.at, token.expires)
            )
            try ConflictRecord.save(known, seenAt: token.at, db)
            try db.run(
                "DELETE FROM spent_token WHERE expires < ?",
                columns(token.at.adding(seconds: -Self.rememberedFor))
            )
            return nil
        }
    }

    /// When a token was used; nil: it was not, or long ago.
    public func spent(_ claim: String) throws(StoreError) -> Instant? {
        try read("read what links have done") { db in try Self.spent(claim, db) }
    }

    private static func spent(_ claim: String, _ db: Database) throws -> Instant? {
        let sql = "SELECT at FROM spent_token WHERE claim = ?"
        let seconds = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [claim])
        return seconds.map { Instant(secondsSinceEpoch: $0) }
    }
}
