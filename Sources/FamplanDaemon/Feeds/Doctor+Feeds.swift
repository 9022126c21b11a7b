import FamplanAPI
import Feeds
import Household
import Storage

/// How the calendars that are followed are.
extension Doctor {
    /// Nothing where none is followed.
    func feeds(of household: Household) async -> [DoctorFinding] {
        guard let feeds = try? await planner.feeds() else {
            return [.problem("calendars", "what is remembered of them cannot be read", "famplan restore FILE")]
        }
        let troubled = feeds.compactMap { finding($0, in: household) }
        guard troubled.isEmpty, !feeds.isEmpty else { return troubled }
        return [
            .ok("calendars", feeds.count == 1 ? "1 is followed, and good" : "\(feeds.count) are followed, all good")
        ]
    }

    private func finding(_ feed: FollowedFeed, in household: Household) -> DoctorFinding? {
        guard let trouble = feed.state.trouble else { return nil }
        let wire = WireFormat(household: household)
        let since = feed.state.staleSince.map { "has given nothing good since \(wire.time($0)): " } ?? ""
        return .warning(
            "calendars",
            "“\(feed.record.name)” \(since)\(trouble.words)",
            "famplan feed refresh \(feed.record.id) looks again; famplan feed rm \(feed.record.id) ends following it"
        )
    }
}
