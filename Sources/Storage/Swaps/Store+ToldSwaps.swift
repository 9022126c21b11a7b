import GRDB
public import Household

/// That there is nothing to tell any more of a step of a swap.
public struct ToldSwap: Hashable, Sendable {
    public var swap: Int
    public var news: News

    public enum News: String, Sendable, CaseIterable {
        case ask, reminder, end
    }

    public init(_ news: News, of swap: Int) { (self.swap, self.news) = (swap, news) }

    func insert(_ db: Database) throws {
        try db.run("INSERT OR IGNORE INTO told_swap (swap, news) VALUES (?, ?)", columns(swap, news.rawValue))
    }
}

extension Store {
    /// The swaps of which there may be something to tell, in order of their numbers, and what was.
    public func untoldSwaps() throws(StoreError) -> [(swap: Swap, told: Set<ToldSwap.News>)] {
        let swaps = try swaps("WHERE id NOT IN (SELECT swap FROM told_swap WHERE news = 'end') ORDER BY id", [])
        let told = try read("read what was told") { db in
            let rows = try Row.fetchAll(db, sql: "SELECT swap, news FROM told_swap")
            return Dictionary(grouping: rows) { $0[0] as Int }.mapValues { rows in
                Set(rows.compactMap { ToldSwap.News(rawValue: $0[1]) })
            }
        }
        return swaps.map { ($0, told[$0.id] ?? []) }
    }
}
