import Household
import HouseholdFile

/// Reads `channels:` of `famplan.yaml`: names, and for each its kind and the keys of that.
///
/// Every mistake is noted with its line, key and value, and what is near to it.
struct ChannelsFile {
    let report: Report
    let credentials: Credentials

    /// By name; without those in which something is wrong.
    func channels(_ tree: Tree) -> [String: ChannelConfiguration] {
        guard case .map(let pairs) = tree.content else {
            report.note(
                "is \(tree.noun), but lines `name: { kind: … }` are needed",
                at: ["channels"],
                mark: tree.mark
            )
            return [:]
        }
        var channels: [String: ChannelConfiguration] = [:]
        for pair in pairs {
            let path = ["channels", pair.key]
            if !Credentials.isName(pair.key) {
                report.note("is not a name: 1 to 32 of a to z, 0 to 9 and - make one", at: path, mark: pair.keyMark)
            }
            guard var keys = keys(pair, at: path) else { continue }
            channels[pair.key] = ChannelReader.channel(&keys, credentials)
        }
        return channels
    }

    /// What stands in place of a channel's keys may be the secret itself: only a kind is taken up.
    private func keys(_ pair: Tree.Pair, at path: [String]) -> Keys? {
        // Keys that are missing are told at the name.
        var tree = pair.value
        tree.mark = pair.keyMark
        if case .map = tree.content { return Keys(tree, at: path, report: report) }
        var kind = "journal"
        if case .text(let text, _) = tree.content {
            kind = Spelling.nearest(to: text, among: ChannelKind.words) ?? kind
        }
        report.note(
            "is \(tree.isNothing ? "nothing" : tree.noun), but keys with values are needed (try { kind: \(kind) })",
            at: path,
            mark: pair.keyMark
        )
        return nil
    }
}
