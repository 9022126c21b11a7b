import FamplanAPI
import Household
import Storage

/// Who changes what comes from a feed: the feed.
extension Planner {
    /// Refuses a change of an entry that comes from elsewhere than the draft.
    func checkFeeds(of draft: Draft) throws {
        let ended = Set(try allFeeds().filter(\.isEnded).map(\.record.id))
        for change in draft.changes {
            let sides = [household.current(change.item), change.before, change.after]
            for case .entry(let entry)? in sides {
                guard let feed = entry.feed, feed.id != draft.feed, !ended.contains(feed.id) else { continue }
                throw ErrorBody(
                    .invalid,
                    "cannot change “\(entry.id)”: it comes from the feed “\(feed.name)”, and is as that says "
                        + "(`famplan feed rm \(feed.id)` ends following it)"
                )
            }
        }
    }
}

extension Household {
    /// The household without what feeds say: what a household file is about.
    var withoutFeeds: Household {
        guard entries.values.contains(where: { $0.feed != nil }) else { return self }
        var household = self
        household.entries.removeAll { $0.value.feed != nil }
        return household
    }
}
