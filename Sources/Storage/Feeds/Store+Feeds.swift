import struct Foundation.Data
import GRDB
public import Household

extension Store {
    /// All feeds, in the order in which they were added.
    public func feeds() throws(StoreError) -> [FeedRecord] {
        try read("read the feeds") { db in try FeedRecord.load(db) }
    }

    /// Adds a feed, or writes it in the place of the one with its id.
    public func save(_ feed: FeedRecord) throws(StoreError) {
        try transaction("save the feed") { db in
            try feed.upsert(db)
            try FeedRecord.closedEntries.replace(db, of: feed.id, with: feed.closes)
        }
    }

    /// Writes what is remembered of a feed, and the body that came, where one did.
    ///
    /// - Parameters:
    ///   - good: a calendar that was taken; the one before goes.
    ///   - bad: what was no use; the one before goes.
    public func save(
        feedState state: String,
        of feed: ID<Feed>,
        good: [UInt8]? = nil,
        bad: [UInt8]? = nil
    ) throws(StoreError) {
        try transaction("save the feed") { db in
            try db.run("UPDATE feed SET state = ? WHERE id = ?", columns(state, feed))
            for (column, body) in [("good_body", good), ("bad_body", bad)] {
                guard let body else { continue }
                let values = [Data(body).databaseValue] + columns(feed)
                try db.run("UPDATE feed SET \(column) = ? WHERE id = ?", values)
            }
        }
    }

    /// The last body of a feed that was taken, and the last that was no use.
    public func feedBodies(of feed: ID<Feed>) throws(StoreError) -> (good: [UInt8]?, bad: [UInt8]?) {
        try read("read the feed") { db in
            let sql = "SELECT good_body, bad_body FROM feed WHERE id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [feed.rawValue]) else { return (nil, nil) }
            let (good, bad): (Data?, Data?) = (row[0], row[1])
            return (good.map(Array.init), bad.map(Array.init))
        }
    }

    /// Removes a feed that no entry comes from any more.
    public func remove(feed: ID<Feed>) throws(StoreError) {
        try transaction("remove the feed") { db in
            try db.run("DELETE FROM feed WHERE id = ?", columns(feed))
        }
    }
}
